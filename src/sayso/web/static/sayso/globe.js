// MapLibre over the bundled outlines: no tiles, no glyphs, nothing from outside.
import * as maplibre from "../vendor/maplibre-gl/maplibre-gl.js";

const FAMILIES = ["attack", "strike", "clash", "unrest", "state_action", "threat", "accident"];
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const familyColour = () => ["match", ["get", "family"], ...FAMILIES.flatMap((f) => [f, css(f)]), css("soft")];

/** A circle on the ground as a polygon: `metres` around [lon, lat], 64 points on a sphere. */
export function circle([lon, lat], metres) {
  const rad = Math.PI / 180, d = metres / 6371008.8, la = lat * rad, lo = lon * rad;
  const ring = Array.from({ length: 65 }, (_, i) => {
    const b = (i / 64) * 2 * Math.PI;
    const y = Math.asin(Math.sin(la) * Math.cos(d) + Math.cos(la) * Math.sin(d) * Math.cos(b));
    const x = lo + Math.atan2(Math.sin(b) * Math.sin(d) * Math.cos(la), Math.cos(d) - Math.sin(la) * Math.sin(y));
    return [x / rad, y / rad];
  });
  return { type: "Polygon", coordinates: [ring] };
}

const doubts = (pins) => ({
  type: "FeatureCollection",
  features: pins.features.filter((f) => f.properties.radius > 0).map((f) => ({ ...f, geometry: circle(f.geometry.coordinates, f.properties.radius) })),
});

function layers() {
  const text = { "text-font": ["Inter"], "text-size": 11, "text-max-width": 7 };
  const cityFilter = ["<=", ["get", "rank"], ["step", ["zoom"], 1, 3, 2, 3.7, 3, 4.4, 4]];
  return [
    { id: "water", type: "background", paint: { "background-color": css("water") } },
    { id: "land", type: "fill", source: "world", filter: ["==", "kind", "land"], paint: { "fill-color": css("land"), "fill-antialias": false } },
    { id: "coast", type: "line", source: "world", filter: ["==", "kind", "coast"], paint: { "line-color": css("coast"), "line-width": 0.8 } },
    { id: "border", type: "line", source: "world", filter: ["==", "kind", "border"], paint: { "line-color": css("border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.4] } },
    { id: "name", type: "symbol", source: "world", filter: ["all", ["==", ["get", "kind"], "name"], ["<=", ["get", "rank"], ["step", ["zoom"], 1, 1.5, 2, 3, 3, 4, 4, 5, 5]]],
      layout: { ...text, "text-field": ["get", "name"], "text-letter-spacing": 0.06 }, paint: { "text-color": css("label"), "text-halo-color": css("land"), "text-halo-width": 1.2 } },
    { id: "city-dot", type: "circle", source: "cities", minzoom: 2.6, filter: cityFilter, paint: { "circle-radius": 1.8, "circle-color": css("label") } },
    { id: "city", type: "symbol", source: "cities", minzoom: 2.6, filter: cityFilter, layout: { ...text, "text-field": ["get", "name"], "text-anchor": "left", "text-offset": [0.5, 0], "symbol-sort-key": ["get", "rank"] },
      paint: { "text-color": css("soft"), "text-halo-color": css("land"), "text-halo-width": 1.2 } },
    { id: "doubt", type: "fill", source: "doubt", paint: { "fill-color": familyColour(), "fill-opacity": 0.16 } },
    { id: "doubt-edge", type: "line", source: "doubt", paint: { "line-color": familyColour(), "line-width": 1, "line-opacity": 0.7 } },
    { id: "group", type: "circle", source: "pins", filter: ["has", "point_count"], paint: { "circle-color": css("ink"), "circle-radius": ["step", ["get", "point_count"], 12, 10, 15, 100, 19], "circle-stroke-width": 2, "circle-stroke-color": css("card") } },
    { id: "group-count", type: "symbol", source: "pins", filter: ["has", "point_count"], layout: { ...text, "text-field": ["get", "point_count_abbreviated"], "text-size": 12, "text-allow-overlap": true }, paint: { "text-color": css("card") } },
    { id: "hot", type: "circle", source: "pins", filter: ["==", ["get", "id"], ""], paint: { "circle-color": "transparent", "circle-radius": 13, "circle-stroke-width": 3, "circle-stroke-color": css("focus") } },
    { id: "pin", type: "circle", source: "pins", filter: ["!", ["has", "point_count"]], paint: { "circle-color": familyColour(), "circle-radius": 7, "circle-stroke-width": 2, "circle-stroke-color": css("card") } },
    { id: "pin-name", type: "symbol", source: "pins", minzoom: 2.2, filter: ["!", ["has", "point_count"]], layout: { ...text, "text-field": ["get", "place"], "text-size": 12.5, "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.9 }, paint: { "text-color": css("ink"), "text-halo-color": css("land"), "text-halo-width": 1.6 } },
  ];
}

function style({ world, cities }, pins) {
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: world },
      cities: { type: "geojson", data: cities },
      doubt: { type: "geojson", data: doubts(pins) },
      pins: { type: "geojson", data: pins, cluster: true, clusterRadius: 26, clusterMaxZoom: 7 },
    },
    layers: layers(),
  };
}

function fit(map, pins, closest) {
  if (!pins.features.length) return;
  const bounds = new maplibre.LngLatBounds();
  for (const f of pins.features) {
    bounds.extend(f.geometry.coordinates);
    if (f.properties.radius) for (const p of circle(f.geometry.coordinates, f.properties.radius).coordinates[0]) bounds.extend(p);
  }
  map.fitBounds(bounds, { padding: 56, maxZoom: closest, animate: false });
}

function popupFor(feature) {
  const text = document.createElement("div");
  text.append(feature.properties.title, Object.assign(document.createElement("span"), { textContent: feature.properties.note }));
  return text;
}

/**
 * Draws the pins into `box` and resolves when the first picture stands; rejects where WebGL is missing.
 * `events.over(id, before)` and `events.pick(id, url)` tell what the pointer does.
 */
export async function drawMap(box, pins, events) {
  const probe = document.createElement("canvas").getContext("webgl2");
  if (!probe) throw new Error("this browser has no WebGL");
  probe.getExtension("WEBGL_lose_context")?.loseContext();
  maplibre.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
  const container = box.appendChild(document.createElement("div"));
  const base = { world: new URL(box.dataset.world, location.href).href, cities: new URL(box.dataset.cities, location.href).href };
  const map = new maplibre.Map({
    container, style: style(base, pins), center: [15, 22], zoom: 0.9, minZoom: 0.4, maxZoom: 11,
    attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0, renderWorldCopies: true,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  map.getCanvas().setAttribute("aria-label", `${box.getAttribute("aria-label")}. Arrow keys move it, plus and minus zoom.`);
  await new Promise((resolve, reject) => {
    map.once("load", resolve);
    map.once("error", (event) => { if (!map.loaded()) { container.remove(); reject(event.error); } });
  });
  let now = pins, hot = null;
  const closest = Number(box.dataset.closest);
  fit(map, now, closest);
  const popup = new maplibre.Popup({ closeButton: false, closeOnClick: false, offset: 12, focusAfterOpen: false });
  const api = {
    mark(id) {
      if (id === hot) return;
      const before = hot;
      hot = id;
      map.setFilter("hot", ["==", ["get", "id"], id ?? ""]);
      const feature = now.features.find((f) => f.properties.id === id);
      if (feature) popup.setLngLat(feature.geometry.coordinates).setDOMContent(popupFor(feature)).addTo(map);
      else popup.remove();
      events.over(id, before);
    },
    reveal(id) {
      const feature = now.features.find((f) => f.properties.id === id);
      if (feature && !map.getBounds().contains(feature.geometry.coordinates)) map.jumpTo({ center: feature.geometry.coordinates });
    },
    show(fresh) {
      now = fresh;
      map.getSource("pins")?.setData(now);
      map.getSource("doubt")?.setData(doubts(now));
      if (hot && !now.features.some((f) => f.properties.id === hot)) api.mark(null);
    },
  };
  map.on("mousemove", "pin", (event) => { map.getCanvas().style.cursor = "pointer"; api.mark(event.features[0].properties.id); });
  map.on("mouseleave", "pin", () => { map.getCanvas().style.cursor = ""; api.mark(null); });
  map.on("click", "pin", (event) => events.pick(event.features[0].properties.id, event.features[0].properties.url));
  map.on("click", "group", async (event) => {
    const group = event.features[0];
    const zoom = await map.getSource("pins").getClusterExpansionZoom(group.properties.cluster_id);
    map.jumpTo({ center: group.geometry.coordinates, zoom });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style(base, now)));
  await new Promise((resolve) => map.once("idle", resolve));
  box.dataset.state = "ready";
  return api;
}
