// Keeps a draft while somebody types. Without JavaScript the buttons keep it.
"use strict";

(() => {
  const PAUSE = 2000;
  const AGAIN = 15000;
  const form = document.querySelector("form[data-keeps]");
  if (!form) return;
  const told = form.querySelector("[data-kept]");
  const number = form.querySelector("input[name=number]");
  let timer = 0;
  let busy = false;
  let changed = false;
  let sending = false;
  let overtaken = false;

  function written() {
    const data = new FormData(form);
    // Pictures and files go along when their own button is pressed.
    for (const name of ["afbeelding", "bestand"]) data.delete(name);
    return data;
  }

  async function keep() {
    if (busy || !changed || overtaken || sending) return;
    busy = true;
    changed = false;
    try {
      const answer = await fetch(form.dataset.keeps, { method: "POST", body: written() });
      const said = await answer.json();
      if (answer.ok) number.value = said.number;
      overtaken = answer.status === 409;
      if (!answer.ok) changed = true;
      told.textContent = said.message;
    } catch {
      changed = true;
      told.textContent = told.dataset.later;
      timer = window.setTimeout(keep, AGAIN);
    } finally {
      busy = false;
    }
    if (changed && !timer) timer = window.setTimeout(keep, AGAIN);
  }

  form.addEventListener("input", () => {
    changed = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      timer = 0;
      keep();
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    if (busy) {
      // The number of what is being kept is not known yet: a moment later it is.
      event.preventDefault();
      const button = event.submitter;
      window.setTimeout(() => form.requestSubmit(button), 200);
      return;
    }
    sending = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed && !sending) event.preventDefault();
  });
})();
