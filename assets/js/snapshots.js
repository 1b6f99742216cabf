// The field of the admin in which an editor chooses a snapshot. It tells what the snapshot says,
// gives the window the areas of the page, and opens it with the newer figures of a snapshot.
"use strict";

class SnapshotChooser extends window.Chooser {
  constructor(id, options) {
    super(id, options);
    this.inWords = this.chooserElement.querySelector("[data-wk-in-words]");
    this.inWords.addEventListener("click", (event) => {
      if (event.target.closest("[data-wk-newer]")) this.openNewer();
    });
  }

  // Areas that were chosen on the page and may not have been saved yet.
  getModalOptions() {
    const fields = document.querySelectorAll("input[name^=area_links-][name$=-area]");
    const areas = [...fields].map((field) => field.value).filter(Boolean);
    return areas.length ? { linkedFieldFilters: { gebieden: areas.join(",") } } : null;
  }

  openNewer() {
    // The window gives the focus back to what had it, and the button will be gone by then.
    this.chooserElement.querySelector("[data-w-dropdown-target=toggle]")?.focus();
    const address = `${this.opts.modalUrl}?van=${encodeURIComponent(this.getValue())}`;
    const window = new this.chooserModalClass(address);
    window.open(this.getModalOptions(), (chosen) => this.setStateFromModalData(chosen));
  }

  // The window gives the focus back to the button that opened it, and that one may be gone by now.
  setStateFromModalData(chosen) {
    super.setStateFromModalData(chosen);
    const menu = this.chooserElement.querySelector("[data-w-dropdown-target=toggle]");
    window.jQuery(document).one("hidden.bs.modal", () => menu?.focus());
  }

  // Both the server and this make the same HTML of it, and all in it is escaped there.
  renderState(state) {
    super.renderState(state);
    this.inWords.innerHTML = state.in_words || "";
  }

  renderEmptyState() {
    super.renderEmptyState();
    this.inWords.replaceChildren();
  }
}

window.SnapshotChooser = SnapshotChooser;

// A step of the form takes the place of the one before; the focus follows to what is new in it.
const STEP = "[data-wk-taking]";
const NEW = ["[aria-invalid=true]", "#zo-komt-het", "select[name$=-comparator]"];

document.addEventListener(
  "submit",
  (event) => {
    const before = event.target.closest(STEP);
    if (!before) return;
    const observer = new MutationObserver(() => {
      const now = document.querySelector(STEP);
      if (now === before) return;
      observer.disconnect();
      const found = NEW.map((selector) => now?.querySelector(selector)).find(Boolean);
      found?.focus();
    });
    observer.observe(before.parentElement, { childList: true });
  },
  true,
);
