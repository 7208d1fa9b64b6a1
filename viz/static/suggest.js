// A search field with suggestions from the server: a list below it, walked by arrow keys.

import { at } from "./root.js";

const WAIT = 90;

export function kept() {
  const asked = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name === "dataset" || name === "lang") asked.append(name, value);
  }
  return asked;
}

async function read(text, type) {
  const asked = kept();
  asked.set("q", text);
  if (type) asked.set("type", type);
  const answer = await fetch(at(`/search/hits?${asked}`), { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(String(answer.status));
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  return Array.from(found.body.childNodes);
}

export class Suggest {
  // `pick(option)` is called for what is chosen; `idle()` gives what an empty field shows.
  constructor(field, list, { type, pick, idle, told }) {
    Object.assign(this, { field, list, type, pick, idle, told, wanted: 0, active: -1 });
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", () => this.ask());
    field.addEventListener("keydown", (event) => this.press(event));
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.clicked(event));
  }

  options() {
    return Array.from(this.list.querySelectorAll("[role=option]"));
  }

  ask() {
    const text = this.field.value.trim();
    const mine = ++this.wanted;
    if (!text) {
      this.show(this.idle ? this.idle() : []);
      return;
    }
    setTimeout(async () => {
      if (mine !== this.wanted) return;
      let found = null;
      let why = "";
      try {
        found = await read(text, this.type);
      } catch (error) {
        found = [];
        why = error.message;
      }
      if (mine !== this.wanted) return;
      this.show(found);
      if (this.told) this.told(this.options().length, why);
    }, WAIT);
  }

  show(nodes) {
    this.list.replaceChildren(...nodes);
    this.options().forEach((option, index) => { option.id = `${this.list.id}-${index}`; });
    const some = this.options().length > 0;
    this.list.hidden = nodes.length === 0;
    this.field.setAttribute("aria-expanded", String(some));
    this.mark(-1);
  }

  close() {
    this.wanted += 1;
    this.show([]);
  }

  mark(index) {
    const options = this.options();
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    this.active = index;
    if (index < 0) {
      this.field.removeAttribute("aria-activedescendant");
    } else {
      this.field.setAttribute("aria-activedescendant", options[index].id);
      options[index].scrollIntoView({ block: "nearest" });
    }
  }

  press(event) {
    const count = this.options().length;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && count) {
      event.preventDefault();
      this.mark((this.active + 1) % count);
    } else if (event.key === "ArrowUp" && count) {
      event.preventDefault();
      this.mark((this.active - 1 + count) % count);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.pick(this.options()[this.active]);
    }
  }

  clicked(event) {
    const option = event.target.closest("[role=option]");
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.pick(option);
  }
}

// Fields of forms that name a record: a choice fills the field, and sends the form if asked to.
export function watchSuggest() {
  document.querySelectorAll("input[data-suggest]").forEach((field, index) => {
    const list = document.createElement("div");
    list.id = `suggest-${index}`;
    list.className = "suggested";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.labels[0] ? field.labels[0].textContent.trim() : field.name);
    field.after(list);
    const suggest = new Suggest(field, list, {
      type: field.dataset.suggest,
      pick: (option) => {
        const exact = option.dataset.key.startsWith("segment:") ? option.dataset.name : option.dataset.key;
        field.value = field.dataset.suggest ? option.dataset.name : exact;
        suggest.close();
        if ("send" in field.dataset) field.form.requestSubmit();
      },
    });
    field.addEventListener("blur", () => suggest.close());
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || list.hidden) return;
      event.stopPropagation();
      suggest.close();
    });
  });
}
