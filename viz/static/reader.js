// `?line=283` shows the line that `#L283` would; an anchor in the address comes first.

export function showLine() {
  const asked = document.querySelector(".line.asked");
  if (asked && !location.hash) asked.scrollIntoView({ block: "center" });
}
