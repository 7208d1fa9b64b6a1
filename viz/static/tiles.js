// Tiles filter by themselves (radio buttons and CSS). This script lets a second click show all
// again, opens "more" where a card behind it belongs to the picked tile, and keeps the tile in the
// address: `?show=missing`. What opens pushes others down and leaves them their size.

function hold(board) {
  if (board.matches(".held")) return;
  const opened = [...board.querySelectorAll("details.rest[open]")];
  for (const rest of opened) rest.open = false;
  const heights = [...board.querySelectorAll(".group > .cards")].map((cards) => [
    cards,
    cards.getBoundingClientRect().height,
  ]);
  for (const [cards, height] of heights) cards.style.setProperty("--held", `${height}px`);
  board.classList.add("held");
  for (const rest of opened) rest.open = true;
}

function reveal(board, code) {
  if (code === "all") return;
  hold(board);
  for (const rest of board.querySelectorAll("details.rest")) {
    if (rest.querySelector(`.has-${code}, .is-${code}`)) rest.open = true;
  }
}

function remember(code) {
  const asked = new URLSearchParams(location.search);
  if (code === "all") asked.delete("show");
  else asked.set("show", code);
  const text = asked.toString();
  history.replaceState(null, "", location.pathname + (text ? `?${text}` : "") + location.hash);
}

export function watchTiles() {
  const board = document.querySelector(".board");
  const all = document.getElementById("f-all");
  if (!board || !all) return;
  for (const tile of document.querySelectorAll(".tile")) {
    tile.addEventListener("click", (event) => {
      const radio = document.getElementById(tile.htmlFor);
      if (!radio.checked) return;
      event.preventDefault();
      all.checked = true;
      remember("all");
    });
  }
  function show() {
    const picked = document.getElementById(`f-${new URLSearchParams(location.search).get("show")}`);
    (picked && picked.matches(".pick") ? picked : all).checked = true;
    reveal(board, (picked || all).value);
  }
  board.parentElement.addEventListener("change", (event) => {
    if (!event.target.matches(".pick")) return;
    reveal(board, event.target.value);
    remember(event.target.value);
  });
  board.addEventListener("click", (event) => {
    if (event.target.closest("summary")) hold(board);
  });
  window.addEventListener("resize", () => {
    if (!board.matches(".held")) return;
    board.classList.remove("held");
    hold(board);
  });
  show();
  window.addEventListener("pageshow", show);
}
