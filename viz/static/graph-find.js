// Finds records within what is drawn: rings around them while one types, Enter goes from one to
// the next.

export function watchFind(view, choose, told) {
  const field = document.getElementById("find-drawn");
  const count = document.querySelector(".found-drawn");
  let turn = -1;

  function matches() {
    const text = field.value.trim().toLowerCase();
    if (!text) return [];
    const found = view.data.nodes.filter((node) => view.isShown(node.id) && node.name.toLowerCase().includes(text));
    return found.sort((a, b) => a.name.length - b.name.length || a.x - b.x || a.y - b.y).map((node) => node.id);
  }

  function look() {
    const found = matches();
    turn = -1;
    view.mark(new Set(found));
    count.textContent = field.value.trim() ? told.replace("{n}", found.length) : "";
  }

  field.addEventListener("input", look);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      look();
    }
    const found = event.key === "Enter" ? matches() : [];
    if (!found.length) return;
    event.preventDefault();
    turn = (turn + (event.shiftKey ? found.length - 1 : 1)) % found.length;
    choose(found[turn]);
  });
}
