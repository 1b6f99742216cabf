// Signing in, confirming and adding with a key (passkey). A browser without them, or without
// JavaScript, shows no button, and the page offers another way.
"use strict";

(() => {
  const api = window.webauthnJSON;
  if (!api || !window.PublicKeyCredential) return;

  function written() {
    return JSON.parse(document.getElementById("passkey-options").textContent);
  }

  async function fetched(form) {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("No options for a key.");
    return answer.json();
  }

  function creation(form) {
    const options = written().creation_options;
    const alone = form.elements.passwordless?.checked ?? false;
    const asked = options.publicKey.authenticatorSelection;
    asked.residentKey = alone ? "required" : "discouraged";
    asked.requireResidentKey = alone;
    if (alone) asked.userVerification = "required";
    return options;
  }

  const ways = {
    "sign-in": async (form) => api.get((await fetched(form)).request_options),
    confirm: async () => api.get(written().request_options),
    add: async (form) => api.create(creation(form)),
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const failed = form.querySelector("[data-passkey-failed]");
      failed.hidden = true;
      try {
        const credential = await ways[form.dataset.passkey](form);
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
