// While an address is looked at, say so; a second press does nothing. Without this file the form works the same.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    form.querySelector(".busy").textContent = form.dataset.busy;
  });
}
// Back from a later page: the form can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-busy]")) { delete form.dataset.sent; form.querySelector(".busy").textContent = ""; }
});
