// Forms send themselves when a switch moves, and leave what is empty, or the default, out of the address.

function complete(form) {
  return Array.from(form.elements).every((field) => !field.required || field.value.trim());
}

export function watchForms() {
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
