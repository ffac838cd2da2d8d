/* Signing with NCALayer, the national signing program on the person's own computer. A section marked data-program shows itself,
   asks the program for a CMS over each text of its form (data-content) and sends that form, a plain one: what refuses a signature
   and where it leads is the server's. Without this script the section is not seen; the ways below it remain.

   Nothing is connected before a click, for the browser may ask whether this site may reach programs on the device.
   What the program is asked (data-order) and every word (template data-say) come from the page. */
(() => {
  "use strict";
  const CONNECT = 10000, GREET = 5000, SLOW = 15000, WAITING = ["connecting", "signing", "sending"];
  const LARGEST = 1000000; // no form of ours takes more
  const HERE = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);
  let stop = null; // ends the attempt under way, with the name of a state

  /* May this page reach programs on the device: granted, prompt, denied. A page of the device itself is never asked. */
  async function permission() {
    for (const name of HERE ? [] : ["loopback-network", "local-network-access"]) {
      try { return (await navigator.permissions.query({name})).state; } catch { /* unknown to this browser */ }
    }
    return "unsupported";
  }

  function say(section, name, code = "") {
    const told = section.querySelector("[data-told]"), words = [...section.querySelectorAll("template")];
    const of = wanted => words.find(one => one.dataset.say === wanted);
    const waiting = WAITING.includes(name), within = told.contains(document.activeElement);
    told.replaceChildren((of(`${name}.${code}`) || of(name)).content.cloneNode(true));
    if (within) told.focus(); // its button has gone
    for (const place of told.querySelectorAll("[data-code]")) place.textContent = code;
    section.querySelector("[data-start]").setAttribute("aria-disabled", waiting);
    section.querySelector("form").setAttribute("aria-busy", waiting);
    clearTimeout(section.slow);
    if (waiting) section.slow = setTimeout(() => told.firstElementChild.prepend(of("slow").content.cloneNode(true)), SLOW);
    return told;
  }

  /* One talk with the program: it greets, is asked, answers. */
  function talk(section, call, patient) {
    return new Promise((answered, failed) => {
      const socket = new WebSocket(section.dataset.program);
      let timer, state = "absent";
      const close = () => { clearTimeout(timer); socket.onclose = socket.onmessage = null; socket.close(); };
      const wait = (time, then) => { clearTimeout(timer); timer = setTimeout(stop, time, then); };
      stop = (then, code) => { close(); failed({state: then, code}); };
      if (!patient) wait(CONNECT, state);
      socket.onopen = () => wait(GREET, state = "stranger");
      socket.onclose = () => stop(state);
      socket.onmessage = ({data}) => {
        let reply;
        try { reply = data.length <= LARGEST && JSON.parse(data); } catch { /* no JSON: no reply */ }
        if (!reply) return stop(state === "lost" ? "broken" : state);
        if (state === "lost") return close(), answered(reply);
        if (!reply?.result?.version) return stop(state);
        state = "lost";
        say(section, "signing");
        wait(section.until - Date.now(), "expired");
        socket.send(JSON.stringify(call));
      };
    });
  }

  /* The code of a failure as it can be shown: whatever answers on this computer may put anything there. */
  function shown(code) {
    return typeof code === "string" || typeof code === "number" ? String(code).slice(0, 80) : "";
  }

  /* The signatures of a reply, in the order of the texts, as bare Base64. Nothing of it is taken to be of any type. */
  function signatures(reply, number) {
    const code = shown(reply.code) || shown(reply.errorCode);
    if (reply.status !== true) throw {state: code ? "failed" : "broken", code};
    const result = reply.body?.result ?? "";
    if (result === "") throw {state: "cancelled"};
    const found = [result].flat().map(one => typeof one === "string" ? one.replace(/-----[^-]*-----|\s/g, "") : "");
    if (found.length !== number || !found.every(one => /^[A-Za-z0-9+/]+=*$/.test(one))) throw {state: "broken"};
    return found;
  }

  /* A fresh text to sign in with. */
  async function challenge(section) {
    const away = new AbortController(), csrf = section.querySelector('[name="csrf"]').value;
    let state = "challenge";
    stop = then => { state = then; away.abort(); };
    try {
      const answer = await fetch(section.dataset.challenge, {method: "POST", body: new URLSearchParams({csrf}), signal: away.signal});
      if (!answer.ok) throw answer;
      section.until = Date.now() + section.dataset.seconds * 1000;
      return btoa(Array.from(new Uint8Array(await answer.arrayBuffer()), byte => String.fromCharCode(byte)).join(""));
    } catch { throw {state}; }
  }

  async function sign(section, agreed) {
    const form = section.querySelector("form"), fields = [...form.querySelectorAll("[data-content]")];
    if (Date.now() >= section.until) throw {state: "expired"};
    const allowed = await permission();
    if (allowed === "denied" || (allowed === "prompt" && !agreed)) throw {state: allowed};
    say(section, "connecting");
    const texts = section.dataset.challenge ? [await challenge(section)] : fields.map(field => field.dataset.content);
    const args = {...JSON.parse(section.dataset.order), data: texts[1] ? texts : texts[0], locale: document.documentElement.lang};
    const reply = await talk(section, {module: "kz.gov.pki.knca.basics", method: "sign", args}, allowed === "prompt");
    signatures(reply, texts.length).forEach((one, place) => { fields[place].value = one; });
    say(section, "sending");
    Object.assign(form, {method: "post", action: form.dataset.action}).submit(); // the page is on its way now: `stop` stays, and no second attempt begins
  }

  async function begin(section, agreed) {
    if (stop) return;
    stop = () => {};
    try {
      await sign(section, agreed);
    } catch ({state = "absent", code}) {
      stop = null;
      // a refused permission looks like an absent program; while it is not known the page says both
      const now = state === "absent" ? {denied: "denied", prompt: "unreached"}[await permission()] : "";
      say(section, now || state, code).focus();
    }
  }

  for (const section of document.querySelectorAll("[data-program]")) {
    const {challenge: fresh, seconds} = section.dataset;
    section.hidden = false;
    section.until = fresh ? Infinity : Date.now() + seconds * 1000;
    if (!fresh) setTimeout(() => stop || say(section, "expired"), seconds * 1000);
    section.addEventListener("click", ({target}) => {
      if (target.closest("[data-start]")) begin(section, false);
      if (target.closest("[data-go]")) begin(section, true);
      if (target.closest("[data-cancel]")) stop?.("cancelled");
    });
  }
  // back from where the form led: the server says how things stand now
  addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
})();
