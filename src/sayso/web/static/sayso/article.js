// The article page: what a highlight means, in words beside the text; layers that can be switched off.
const text = document.querySelector(".text");
const told = document.getElementById("told");
const silent = told.textContent;

function tell(mark) {
  for (const old of text.querySelectorAll(".is-told")) old.classList.remove("is-told");
  const notes = [];
  for (let el = mark; el && el !== text; el = el.parentElement?.closest("mark")) notes.push(el.title);
  told.textContent = notes.join("\n") || silent;
  told.classList.toggle("is-full", notes.length > 0);
}

text.addEventListener("mouseover", (event) => { const mark = event.target.closest("mark"); if (mark) tell(mark); });
text.addEventListener("focusin", (event) => { const mark = event.target.closest("mark"); if (mark) tell(mark); });

for (const box of document.querySelectorAll("[data-layer]")) {
  const show = () => document.body.classList.toggle(`hide-${box.dataset.layer}`, !box.checked);
  box.addEventListener("change", show);
  show();
}

// The slider shows its number while it moves and asks when it is let go; without script there is a button.
const least = document.getElementById("least");
least.form.querySelector("button").hidden = true;
least.addEventListener("input", () => { least.form.querySelector("output").value = Number(least.value).toFixed(2); });
least.addEventListener("change", () => least.form.requestSubmit());

// A link to a piece of evidence puts the focus there, so that the next Tab or j goes on from it.
function arrive() {
  const mark = location.hash.startsWith("#at-") && document.getElementById(location.hash.slice(1));
  if (mark) { mark.focus({ preventScroll: true }); mark.scrollIntoView({ block: "center", behavior: "instant" }); }
}
addEventListener("hashchange", arrive);
arrive();
