// Paper says where it came from, and when it was printed; a drawer that is open is printed alone.

const two = (number) => String(number).padStart(2, "0");

function markOpen() {
  const drawer = document.querySelector("main .drawer:target");
  document.body.classList.toggle("opened", Boolean(drawer));
  for (const part of document.querySelectorAll("main > *")) part.classList.toggle("open", part.contains(drawer));
}

export function watchPaper() {
  window.addEventListener("beforeprint", markOpen);
  const line = document.querySelector(".printed");
  if (!line) return;
  const stamp = () => {
    const now = new Date();
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    line.textContent = `${decodeURI(location.href)} · ${line.dataset.printed.replace("{date}", day)}`;
  };
  window.addEventListener("beforeprint", stamp);
  stamp();
}
