// Tiles filter by themselves (radio buttons and CSS). This script lets a second click show
// all again, and opens "more" where a card behind it belongs to the picked tile.

function reveal(board, code) {
  for (const rest of board.querySelectorAll("details.rest")) {
    const chosen = code !== "all" && rest.querySelector(`.has-${code}, .is-${code}`) !== null;
    if (chosen) rest.open = true;
  }
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
    });
  }
  board.parentElement.addEventListener("change", (event) => {
    if (event.target.matches(".pick")) reveal(board, event.target.value);
  });
}
