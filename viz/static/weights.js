// A slider beside each weight; without scripts the numbers alone do.

export function watchWeights() {
  for (const form of document.querySelectorAll("form[data-weights]")) {
    for (const field of form.querySelectorAll("[type=number]")) addSlider(form, field);
  }
}

function addSlider(form, field) {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(Math.max(50, Math.ceil(Number(field.value) || 0)));
  slider.step = "0.5";
  slider.value = field.value || "0";
  slider.setAttribute("aria-label", field.closest("label").querySelector("span").textContent);
  slider.addEventListener("input", () => { field.value = slider.value; });
  slider.addEventListener("change", () => form.requestSubmit());
  field.addEventListener("input", () => { slider.value = field.value; });
  field.closest("label").append(slider);
}
