// The queue by keyboard: j and k move, y confirms, n refuses, x selects, u undoes. Each key presses
// a button of the page, so what it does is what the button does.

export function watchQueue() {
  const undo = document.querySelector("[data-undo]");
  const form = document.querySelector("form.queue");
  if (!undo) return;
  const rows = form ? [...form.querySelectorAll("[data-id]")] : [];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "u") undo.click();
    else if (!form || !act(form, rows, event.key)) return;
    event.preventDefault();
  });
  if (form) {
    form.addEventListener("submit", () => {
      form.elements.at.value = String(Math.max(0, place(rows)));
    });
    const start = new URLSearchParams(location.search).has("at");
    if (start && rows.length) focus(rows, Number(form.dataset.at));
  }
}

function typing(target) {
  return target.matches("select, textarea, input:not([type=checkbox])") || target.closest("dialog");
}

function place(rows) {
  return rows.findIndex((row) => row.contains(document.activeElement));
}

function focus(rows, wanted) {
  const row = rows[Math.min(Math.max(wanted, 0), rows.length - 1)];
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function act(form, rows, key) {
  const here = place(rows);
  if (key === "j" || key === "k") focus(rows, here < 0 ? 0 : here + (key === "j" ? 1 : -1));
  else if (key === "y") press(form, rows[here], "confirm");
  else if (key === "n") press(form, rows[here], "refuse");
  else if (key === "x" && here >= 0) rows[here].querySelector("[name=chosen]")?.click();
  else return false;
  return true;
}

// What is selected goes before the row that has the focus.
function press(form, row, verdict) {
  const some = form.querySelector("[name=chosen]:checked");
  const button = some
    ? form.querySelector(`[name=act][value=${verdict}]`)
    : row && row.querySelector(`[name=${verdict}]`);
  if (button) button.click();
}
