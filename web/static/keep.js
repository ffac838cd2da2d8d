/* Forms marked data-keep bear a bad connection. Such a form is sent from here; when that fails, it says so in the words of
   the page (template #unsent) and stays as it is, with the same one-time key, until it is sent: by hand, when the browser is
   back online, or by the clock. So what arrives twice counts once. Without this script it is a plain form.

   What was typed into a form marked data-keep="typed" is kept in sessionStorage until it is sent: it survives a reload, and
   being medical it must not outlive the tab (localStorage would) nor the sign-out, and no other tab or site sees it. */
(() => {
  "use strict";
  const PATIENCE = 20000, AGAIN = 30000, CALM = 800;
  const OPEN = "form[data-keep]", UNSENT = "form[data-unsent]", NAME = "keep:";
  let busy = false;

  const place = form => NAME + new URL(form.action).pathname;
  const fields = form => [...new FormData(form)].filter(([name, value]) => name !== "csrf" && typeof value === "string");

  function recall(form) {
    const kept = JSON.parse(sessionStorage.getItem(place(form)) || "[]");
    for (const [name, value] of kept) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
        else field.value = value;
      }
    }
  }

  function unsent(form) {
    const notice = document.getElementById("unsent").content.firstElementChild.cloneNode(true);
    said(form);
    form.dataset.unsent = "";
    (form.closest(".visit") || form).setAttribute("hx-morph-skip", "");
    form.append(notice);
    notice.scrollIntoView({block: "nearest"});
  }

  function said(form) {
    form.querySelector(".unsent")?.remove();
    delete form.dataset.unsent;
    (form.closest(".visit") || form).removeAttribute("hx-morph-skip");
  }

  /* The answer in hand: the list is put in its place, a problem is shown where the form was, another page is opened. */
  function arrived(form, answer, html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const parts = ["told", "round"].map(id => [document.getElementById(id), page.getElementById(id)]);
    const at = form.dataset.at || "";
    if (parts.every(pair => pair.every(Boolean))) {
      const over = document.getElementById("over")?.open;
      parts.forEach(put);
      if (over && document.getElementById("over")) document.getElementById("over").open = true;
      show(page.querySelector(".problems") || document.querySelector(`${at} .next .button`) || document.querySelector(at || "main"));
    } else if (answer.ok) {
      location.assign(answer.url + at);
    } else {
      put([document.querySelector("main"), page.querySelector("main")]);
      show(document.querySelector(".problems"));
      document.querySelectorAll(OPEN).forEach(remember);
    }
  }

  function put([old, fresh]) {
    old.replaceWith(fresh);
    window.htmx?.process(fresh);
  }

  function show(element) {
    element?.focus({preventScroll: true});
    element?.scrollIntoView({block: "nearest"});
  }

  function remember(form) {
    if (form.dataset.keep === "typed") sessionStorage.setItem(place(form), JSON.stringify(fields(form)));
  }

  async function send(form) {
    busy = true;
    form.setAttribute("aria-busy", "true");
    remember(form);
    try {
      const signal = AbortSignal.timeout?.(PATIENCE);
      const answer = await fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(form)), signal});
      const html = await answer.text();
      if (answer.status >= 500 || answer.status === 403) throw new Error(answer.statusText);
      // the session has ended: what was typed waits in the tab until the same page is open again
      if (new URL(answer.url).pathname.endsWith("/signin")) return void location.assign(answer.url);
      said(form);
      sessionStorage.removeItem(place(form));
      if (!document.querySelector(UNSENT)) arrived(form, answer, html);
    } catch {
      unsent(form);
    } finally {
      form.removeAttribute("aria-busy");
      // a second tap of the same finger must not hit the button that has just come
      setTimeout(() => { busy = false; }, CALM);
    }
  }

  async function again() {
    if (busy) return void setTimeout(again, CALM);
    for (const form of document.querySelectorAll(UNSENT)) await send(form);
  }

  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.matches('[action$="/signout"]')) {
      Object.keys(sessionStorage).filter(name => name.startsWith(NAME)).forEach(name => sessionStorage.removeItem(name));
    } else if (form.matches(OPEN)) {
      event.preventDefault();
      if (!busy) send(form);
    }
  });
  document.addEventListener("input", event => {
    if (event.target.form?.matches(OPEN)) remember(event.target.form);
  });
  addEventListener("online", again);
  setInterval(() => { if (document.querySelector(UNSENT) && !busy) again(); }, AGAIN);
  document.querySelectorAll(OPEN).forEach(recall);
  if (!document.querySelector(OPEN)) sessionStorage.removeItem(NAME + location.pathname);
  // what the person has opened stays open when the list renews
  window.htmx?.config.morphIgnore.push("open");
})();
