// Forms send themselves when a switch moves, and leave what is empty, or the default, out of the address.

function complete(form) {
  return Array.from(form.elements).every((field) => !field.required || field.value.trim());
}

// Going back shows the answer that the page has: its switches say so, whatever the browser kept.
function asAsked(form) {
  for (const field of form.querySelectorAll("[type=radio]")) field.checked = field.defaultChecked;
  for (const option of form.querySelectorAll("select option")) option.selected = option.defaultSelected;
}

export function watchForms() {
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-submit]").forEach(asAsked));
  for (const form of document.querySelectorAll("form[data-submit]")) {
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, [type=radio]") && complete(form)) form.requestSubmit();
    });
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of Array.from(event.formData)) {
        if (!value) event.formData.delete(name);
      }
      for (const radio of form.querySelectorAll("[data-default]:checked")) {
        event.formData.delete(radio.name);
      }
    });
  }
}
