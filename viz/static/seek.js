// Ctrl-K or "/" opens the search over any page. What was opened from it is remembered here, in
// the browser alone.

import { kept, Suggest } from "./suggest.js";

const KEY = "liantu.recent";
const MOST = 8;

function recent() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(found) ? found.filter((each) => each && each.name && String(each.href).startsWith("/")) : [];
  } catch (error) {
    return [];
  }
}

function remember(option) {
  const mine = { name: option.dataset.name, key: option.dataset.key, href: option.getAttribute("href") };
  const all = [mine, ...recent().filter((each) => each.href !== mine.href)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch (error) {
    // a browser that keeps nothing still opens the page
  }
}

function listed(box) {
  const mine = kept().get("dataset");
  const here = recent().filter((each) => new URLSearchParams(each.href.split(/[?#]/)[1]).get("dataset") === mine);
  if (!here.length) return [];
  const head = document.createElement("p");
  head.className = "hits-type";
  head.textContent = box.dataset.recent;
  return [head, ...here.map((each) => {
    const option = document.createElement("a");
    option.setAttribute("role", "option");
    option.tabIndex = -1;
    option.href = each.href;
    option.dataset.name = each.name;
    option.dataset.key = each.key;
    option.textContent = each.name;
    return option;
  })];
}

function isTyping(target) {
  return target.matches("input, textarea, select, [contenteditable]");
}

export function watchSeek() {
  const box = document.getElementById("seek");
  if (!box || !box.showModal) return;
  const field = box.querySelector("input[type=search]");
  const told = box.querySelector("[role=status]");
  const suggest = new Suggest(field, box.querySelector("[role=listbox]"), {
    idle: () => listed(box),
    told: (count, why) => {
      told.textContent = why ? box.dataset.failed.replace("{why}", why) : box.dataset.found.replace("{n}", count);
    },
    pick: (option) => {
      remember(option);
      box.close();
      location.assign(option.href);
    },
  });

  function open() {
    if (box.open) return;
    field.value = "";
    told.textContent = "";
    box.showModal();
    suggest.ask();
    field.focus();
  }

  document.addEventListener("keydown", (event) => {
    const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!asked && !slash) return;
    event.preventDefault();
    open();
  });
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });
  const header = document.querySelector(".find [type=search]");
  if (header) header.placeholder = box.dataset.short;
}
