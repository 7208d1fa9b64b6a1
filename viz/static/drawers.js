// Drawers open and close by their anchor, with or without this script. It moves the focus
// into an opened drawer and back to what opened it, closes on Escape, and keeps the scroll.

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

function close(event) {
  const drawer = anchored();
  if (event.key !== "Escape" || !drawer || !drawer.matches(".drawer")) return;
  scrolled = window.scrollY;
  location.hash = drawer.querySelector(".close").hash;
}

export function watchDrawers() {
  window.addEventListener("hashchange", follow);
  document.addEventListener("keydown", close);
  document.addEventListener("click", (event) => {
    if (event.target.closest(".close")) scrolled = window.scrollY;
  });
  const place = anchored();
  if (place && place.matches(".drawer")) follow();
}
