// Drawers open and close by their anchor, with or without this script. It moves the focus
// into an opened drawer and back to what opened it, closes on Escape, and keeps the scroll.
// Where a page holds only the drawer that its address names, it fetches the others.

import { at } from "./root.js";

let scrolled = 0;

function anchored() {
  const id = decodeURIComponent(location.hash.slice(1));
  return id ? document.getElementById(id) : null;
}

function focusable(element) {
  return element.matches("a, button, [tabindex]") ? element : element.querySelector("a");
}

function follow() {
  const place = anchored();
  if (!place) return;
  if (place.matches(".drawer")) {
    place.focus({ preventScroll: true });
  } else if (place.matches(".card, tr, .cite, .goal")) {
    const link = focusable(place);
    if (link) link.focus({ preventScroll: true });
    window.scrollTo(0, scrolled);
  }
}

function asked(named, id) {
  const query = new URLSearchParams(location.search);
  query.delete("page");
  query.set(named, id);
  return `?${query}`;
}

async function fetched(parts, id) {
  const answer = await fetch(at(parts.dataset.part.replace("{id}", encodeURIComponent(id))) + location.search);
  if (!answer.ok) throw new Error(String(answer.status));
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  return found.querySelector(".drawer");
}

// What the address leads to, if it is not here: the drawer of a row of this page is fetched, for
// anything else the page on which it stands is loaded.
async function bring() {
  const parts = document.querySelector("[data-prefix]");
  if (!parts || anchored()) return;
  const { prefix, named, part, row } = parts.dataset;
  const hash = location.hash;
  const target = decodeURIComponent(hash.slice(1));
  const id = target.slice(prefix.length);
  if (!id || !target.startsWith(prefix)) return;
  try {
    if (!part || !document.getElementById(row + id)) throw new Error("on another page");
    const drawer = await fetched(parts, id);
    if (!document.getElementById(drawer.id)) parts.append(drawer);
    // Only going there anew makes it the target.
    if (location.hash === hash) location.replace(hash);
    follow();
  } catch {
    if (new URLSearchParams(location.search).get(named) === id) return;
    location.replace(location.pathname + asked(named, id) + hash);
  }
}

function opens(event) {
  const link = event.target.closest("a[data-opens], [data-opens] .cite");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  location.hash = link.hash;
}

function close(event) {
  const drawer = anchored();
  if (event.key !== "Escape" || !drawer || !drawer.matches(".drawer")) return;
  scrolled = window.scrollY;
  location.hash = drawer.querySelector(".close").hash;
}

export function watchDrawers() {
  window.addEventListener("hashchange", follow);
  window.addEventListener("hashchange", bring);
  document.addEventListener("click", opens);
  document.addEventListener("keydown", close);
  document.addEventListener("click", (event) => {
    if (event.target.closest(".close")) scrolled = window.scrollY;
  });
  const only = document.querySelector("[data-part] > .drawer");
  if (only && !anchored()) location.replace(`#${only.id}`);
  const place = anchored();
  if (place && place.matches(".drawer")) follow();
  bring();
}
