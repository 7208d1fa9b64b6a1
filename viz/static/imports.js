// Files dropped on the form, and a report that shows itself once it is there.

const POLL = 1500;

export function watchImports() {
  const form = document.querySelector("form[data-upload]");
  if (form) watchUpload(form);
  const running = document.querySelector("[data-running]");
  if (running) setTimeout(() => look(running), POLL);
}

function watchUpload(form) {
  const field = form.querySelector("[type=file]");
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    check(form, field);
  });
  field.addEventListener("change", () => check(form, field));
}

function check(form, field) {
  const files = Array.from(field.files);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const tooLarge = bytes > Number(form.dataset.upload) * 1024 * 1024;
  field.setCustomValidity(tooLarge ? form.dataset.tooLarge : "");
  form.querySelector("[data-chosen]").textContent = tooLarge
    ? form.dataset.tooLarge
    : files.map((file) => file.name).join(" · ");
}

async function look(running) {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-running]");
    if (!now) {
      location.reload();
      return;
    }
    running.textContent = now.textContent;
  } catch (error) {
    // The server is away for a moment; the next look tells.
  }
  setTimeout(() => look(running), POLL);
}
