// Paper says where it came from, and when it was printed.

const two = (number) => String(number).padStart(2, "0");

export function watchPaper() {
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
