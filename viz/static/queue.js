// The queue by keyboard: j and k move, y confirms, n refuses, x selects, u undoes. What is decided
// row by row is gone at once and sent together a moment later, so that nobody waits for an answer
// between two keys; everything else presses the button of the page.

const PAUSE = 1200;

export function watchQueue() {
  const undo = document.querySelector("[data-undo]");
  if (!undo) return;
  const form = document.querySelector("form.queue");
  const desk = form && new Desk(form, undo.form);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "u") takeBack(desk, undo);
    else if (!desk || !desk.act(event.key)) return;
    event.preventDefault();
  });
}

function takeBack(desk, undo) {
  if (!desk) undo.click();
  else if (!desk.takeBack()) desk.sendFirst(() => undo.click());
}

function typing(target) {
  return target.matches("select, textarea, input:not([type=checkbox])") || target.closest("dialog");
}

class Desk {
  constructor(form, other) {
    this.form = form;
    this.other = other;
    this.pending = [];
    this.sent = Promise.resolve();
    form.addEventListener("submit", () => {
      form.elements.at.value = String(Math.max(0, this.place()));
    });
    window.addEventListener("pagehide", () => this.send());
    if (new URLSearchParams(location.search).has("at")) this.focus(Number(form.dataset.at));
  }

  get rows() {
    return [...this.form.querySelectorAll("[data-id]:not([hidden])")];
  }

  place() {
    return this.rows.findIndex((row) => row.contains(document.activeElement));
  }

  focus(wanted) {
    const row = this.rows[Math.min(Math.max(wanted, 0), this.rows.length - 1)];
    if (!row) return;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  act(key) {
    const here = this.place();
    if (key === "j" || key === "k") this.focus(here < 0 ? 0 : here + (key === "j" ? 1 : -1));
    else if (key === "y") this.decide("confirm", here);
    else if (key === "n") this.decide("refuse", here);
    else if (key === "x" && here >= 0) this.rows[here].querySelector("[name=chosen]")?.click();
    else return false;
    return true;
  }

  // What is selected goes before the row that has the focus.
  decide(verdict, here) {
    if (this.form.querySelector("[name=chosen]:checked")) {
      const all = this.form.querySelector(`[name=act][value=${verdict}]`);
      if (all) this.sendFirst(() => all.click());
      return;
    }
    const row = this.rows[here];
    if (!row || !row.querySelector(`[name=${verdict}]`)) return;
    row.hidden = true;
    this.pending.push({ verdict, row });
    this.focus(here);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  // Takes the last decision back while it was not sent yet.
  takeBack() {
    const last = this.pending.pop();
    if (!last) return false;
    last.row.hidden = false;
    this.focus(this.rows.indexOf(last.row));
    return true;
  }

  sendFirst(then) {
    this.send();
    this.sent.then(then);
  }

  send() {
    const said = this.pending.splice(0);
    if (said.length) this.sent = this.sent.then(() => this.post(said));
  }

  async post(said) {
    const ids = (verdict) =>
      said.filter((each) => each.verdict === verdict).map((each) => each.row.dataset.id);
    const answer = await fetch(this.form.dataset.decisions, {
      method: "POST",
      keepalive: true,
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "If-Match": `"${this.form.elements.version.value}"`,
      },
      body: JSON.stringify({ confirm: ids("confirm"), refuse: ids("refuse") }),
    }).catch(() => null);
    const body = answer && (await answer.json().catch(() => null));
    if (answer && answer.ok) this.done(said, body.version);
    else this.failed(said, body);
  }

  done(said, version) {
    for (const each of said) each.row.remove();
    for (const form of [this.form, this.other]) form.elements.version.value = version;
    const count = (verdict) => said.filter((each) => each.verdict === verdict).length;
    this.tell(
      this.form.dataset.done
        .replace("{yes}", count("confirm"))
        .replace("{no}", count("refuse")),
    );
    for (const group of this.form.querySelectorAll(".group-of")) {
      if (!group.querySelector("[data-id]")) group.remove();
    }
    if (!this.form.querySelector("[data-id]")) location.reload();
  }

  failed(said, body) {
    for (const each of said) each.row.hidden = false;
    this.tell((body && body.detail) || this.form.dataset.failed);
  }

  tell(text) {
    this.other.querySelector("[role=status]").textContent = text;
  }
}
