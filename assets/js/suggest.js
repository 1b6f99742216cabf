// Suggestions under a search box, after the combobox pattern of the ARIA practices.
// Without JavaScript, or when the network fails, the box searches as it does anyway.
"use strict";

(() => {
  const SHORTEST = 2;
  const PAUSE = 150;

  function option(id, suggestion) {
    const item = document.createElement("li");
    item.id = id;
    item.className = "wk-suggestions__item";
    item.setAttribute("role", "option");
    item.dataset.url = suggestion.url;
    const title = document.createElement("span");
    title.className = "wk-suggestions__title";
    title.textContent = suggestion.title;
    const type = document.createElement("span");
    type.className = "wk-suggestions__type";
    type.textContent = suggestion.type;
    item.append(title, " ", type);
    return item;
  }

  function enhance(box) {
    const input = box.querySelector("input[name=q]");
    const list = box.querySelector("[role=listbox]");
    let active = -1;
    let timer = 0;
    let request = null;

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function show(suggestions) {
      list.replaceChildren(...suggestions.map((found, n) => option(`${list.id}-${n}`, found)));
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = suggestions.length === 0;
      input.setAttribute("aria-expanded", String(suggestions.length > 0));
    }

    function move(step) {
      const items = [...list.children];
      if (list.hidden || items.length === 0) return;
      // One place more than there are items: the box itself, with what was typed.
      active = ((active + 1 + step + items.length + 1) % (items.length + 1)) - 1;
      items.forEach((item, n) => item.setAttribute("aria-selected", String(n === active)));
      if (active < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", items[active].id);
        items[active].scrollIntoView({ block: "nearest" });
      }
    }

    async function ask() {
      const text = input.value.trim();
      if (text.length < SHORTEST) return close();
      request?.abort();
      request = new AbortController();
      const address = `${box.dataset.suggestions}?${new URLSearchParams({ q: text })}`;
      try {
        const answer = await fetch(address, { signal: request.signal });
        if (!answer.ok) return close();
        const { suggestions } = await answer.json();
        if (document.activeElement === input) show(suggestions);
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    }

    input.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!list.hidden) event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        window.location.assign(list.children[active].dataset.url);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    input.addEventListener("blur", close);
    // Pointer down comes before the box loses focus; a click would come after.
    list.addEventListener("pointerdown", (event) => {
      const item = event.target.closest("[role=option]");
      if (!item) return;
      event.preventDefault();
      window.location.assign(item.dataset.url);
    });
  }

  document.querySelectorAll("[data-suggestions]").forEach(enhance);
})();
