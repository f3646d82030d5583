// The interactive map. The drawn map (SVG) stays where WebGL is missing or this file does not run.
import { drawMap } from "./globe.js";

const box = document.querySelector("[data-map]");
const pins = () => JSON.parse(document.getElementById("pins").textContent);
const lineOf = (id) => document.querySelector(`[data-incident="${CSS.escape(id)}"]`);

function heat(id, on) {
  const line = id && lineOf(id);
  if (line) line.classList.toggle("is-hot", on);
}

/** List to map: pointing at a line or reaching it by keyboard marks its pin. */
function listen(map) {
  const idOf = (event) => event.target.closest?.("[data-incident]")?.dataset.incident;
  document.addEventListener("mouseover", (event) => map.mark(idOf(event) ?? null));
  document.addEventListener("focusin", (event) => { const id = idOf(event); if (id) { map.mark(id); map.reveal(id); } });
  document.addEventListener("htmx:afterSettle", () => map.show(pins()));
}

async function start() {
  const map = await drawMap(box, pins(), {
    over: (id, before) => { heat(before, false); heat(id, true); },
    pick: (id, url) => {
      const link = lineOf(id)?.querySelector("h2 a");
      if (link) { link.focus({ preventScroll: true }); link.scrollIntoView({ block: "center", behavior: "instant" }); }
      else if (url) location.assign(url);
    },
  });
  listen(map);
}

if (box) start().catch((error) => {
  box.dataset.state = "drawn";
  console.info(`The map stays drawn: ${error.message}`);
});
