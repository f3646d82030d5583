// Keys that work on every page. Everything also works without this file.
const typing = (el) => el.matches("input, select, textarea, [contenteditable]");

/** Things that j and k step through: lines of a list, hits, statements, highlights. */
function stops() {
  const marks = [...document.querySelectorAll(".text mark[tabindex]")];
  if (marks.length) return marks;
  return [...document.querySelectorAll("[data-nav]")].map((el) => (el.matches("a") ? el : el.querySelector("h2 a"))).filter(Boolean);
}

function step(by) {
  const all = stops();
  if (!all.length) return false;
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center", behavior: "instant" });
  return true;
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => stops().includes(document.activeElement) && step(1),
  ArrowUp: () => stops().includes(document.activeElement) && step(-1),
  "/": () => { document.getElementById("find").select(); return true; },
  "?": () => { document.getElementById("shortcuts").showModal(); return true; },
  u: () => { const up = document.querySelector("[data-up]"); if (up) up.click(); return Boolean(up); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (keys[event.key]?.()) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-open]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById(button.dataset.open).showModal());
}

// On a small screen the filter starts closed; without script it is open and everything can be reached.
const filters = document.querySelector(".filters");
if (filters && matchMedia("(max-width: 46rem)").matches) filters.open = false;

// "Why?" opens its explanation in place; asked again, it closes. Without script the link leads to a page of its own.
const placeOf = (ask) => document.querySelector(ask.getAttribute("hx-target"));
document.addEventListener("click", (event) => {
  const ask = event.target.closest?.(".ask-why");
  if (!ask || event.ctrlKey || event.metaKey || !placeOf(ask)?.firstChild) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  placeOf(ask).replaceChildren();
  ask.setAttribute("aria-expanded", "false");
}, true);
document.addEventListener("htmx:afterSwap", (event) => {
  for (const ask of document.querySelectorAll(".ask-why")) if (placeOf(ask) === event.target) ask.setAttribute("aria-expanded", "true");
});
