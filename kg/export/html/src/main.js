// Joins the parts: one state, drawn by all of them, changed only through `act`.

import { haystack, load } from "./data.js";
import { h, replace } from "./dom.js";
import { Facets } from "./facets.js";
import { figure } from "./figure.js";
import { Words, applyFilter, filterTags, indexDays, indexFacets, matcher } from "./filter.js";
import { Graph } from "./graph.js";
import { HoverCard } from "./hover.js";
import { listenToKeys } from "./keys.js";
import { themeOf } from "./palette.js";
import { Panel } from "./panel.js";
import { makeScene, modeOf } from "./scene.js";
import { Search } from "./search.js";
import { Share } from "./share.js";
import { fromHash, initial, toHash } from "./state.js";
import { COLUMNS, Table } from "./table.js";
import { bdi, clean, digits, isoDay, plural, shorten } from "./text.js";
import { Timeline } from "./timeline.js";

const $ = (id) => document.getElementById(id);
const data = load();
const facets = indexFacets(data);
const index = { data, facets, days: indexDays(data), words: new Words(data.claims) };
let state = fromHash(location.hash);
let filtered = null;
let scene = null;
let filterKey = null;
let sceneKey = null;
let pictureKey = null;
let pathStart = null;
let drawing = 0;

// Changes the state, the address and the page. `step`: a new entry in the browser's history.
function update(patch, step = false) {
  state = { ...state, ...patch };
  const hash = `#${toHash(state)}`;
  try {
    history[step ? "pushState" : "replaceState"](null, "", hash);
  } catch {
    // A frame without an address of its own keeps its state for as long as it is open.
  }
  render();
}

const act = {
  select: (kind, ...ids) => choose({ kind, ids }),
  focus: (id) => update({ focus: [id], path: [], select: { kind: "actor", ids: [id] }, view: onGraph(), camera: null }, true),
  expand: (id) => {
    const focus = state.focus.includes(id) ? state.focus.filter((other) => other !== id) : [...state.focus, id];
    update({ focus, path: [], select: { kind: "actor", ids: [id] }, camera: null }, true);
  },
  overview: () => update({ focus: [], path: [], select: null, camera: null }, true),
  pathFrom: (id) => {
    pathStart = id;
    announce(`Choose the other end: click an actor, or search for one. Escape stops.`);
    $("search").focus();
    document.body.classList.add("picking");
  },
  togglePin: (id) => {
    const { [id]: pinned, ...others } = state.pin;
    update({ pin: pinned ? others : { ...state.pin, [id]: graph.positionOf(id) ?? [0, 0] } });
  },
  toggleHide: (id) => {
    const hide = state.hide.includes(id) ? state.hide.filter((other) => other !== id) : [...state.hide, id];
    update({ hide, select: state.hide.includes(id) ? state.select : null, focus: state.focus.filter((other) => other !== id) }, true);
  },
  facet: (key, id) => {
    const old = state.facets[key] ?? [];
    const ids = old.includes(id) ? old.filter((other) => other !== id) : [...old, id];
    update({ facets: { ...state.facets, [key]: ids }, select: null }, true);
  },
  view: (view) => update({ view }, true),
  text: (q) => update({ q, view: "table" }, true),
  words: (q) => update({ q }),
  time: (from, to, step = false) => update({ from, to, select: step ? null : state.select }, step),
  sort: (key, way) => update({ sort: [key, way] }),
  note: (key, text) => {
    const { [key]: _, ...others } = state.notes;
    update({ notes: text ? { ...others, [key]: text } : others });
  },
  countText: (q) => filtered.claims.filter(matcher(q)).length,
  clear: () => update({ facets: {}, q: "", from: null, to: null, hide: [] }, true),
};

// Choosing an actor while a path is being asked for gives its other end.
function choose(select) {
  if (pathStart && select?.kind === "actor") {
    const path = [pathStart, select.ids[0]];
    stopPicking();
    if (path[0] !== path[1]) return update({ path, focus: [], select: null, view: onGraph(), camera: null }, true);
  }
  update({ select }, select !== null);
}

function stopPicking() {
  pathStart = null;
  document.body.classList.remove("picking");
}

function onGraph() {
  return state.view === "table" && !isNarrow() ? "table" : "graph";
}

// How many actors are drawn at first: on a small screen half as many.
function few() {
  return isNarrow() ? data.first / 2 : data.first;
}

function shown() {
  return state.show ?? few();
}

function stepsTo(total) {
  const steps = [few(), 2 * few(), 4 * few(), data.drawn];
  return steps.filter((step, index) => index === 0 || steps[index - 1] < total);
}

function isNarrow() {
  return matchMedia("(max-width: 719px)").matches;
}

function announce(text) {
  $("status").textContent = "";
  requestAnimationFrame(() => ($("status").textContent = clean(text)));
}

const graph = new Graph($("graph"), data, {
  select: (select) => choose(select),
  expand: act.expand,
  pin: (id, point) => update({ pin: { ...state.pin, [id]: point } }),
  camera: (camera) => update({ camera }),
  hover: (about, at) => card.show(about, at, filtered.statements),
});
const card = new HoverCard($("hover"), $("stage"));
const panel = new Panel($("panel"), data, act);
const table = new Table($("table"), data.claims, act);
const timeline = new Timeline($("timeline"), data, act);
const facetBoxes = new Facets($("facets"), facets, act);
const searchAct = { ...act, focus: (id) => (pathStart ? choose({ kind: "actor", ids: [id] }) : act.focus(id)) };
const search = new Search($("search"), $("found"), data, searchAct);
const share = new Share({ graph, table: loadedTable, captions, announce });

function render() {
  document.documentElement.dataset.theme = themeOf(state);
  document.body.dataset.view = state.view;
  document.body.toggleAttribute("data-selected", Boolean(state.select));
  refilter();
  drawPictureSoon();
  panel.draw(state, filtered, currentScene, filterTags(facets, state));
  if (state.view === "table") table.draw(state, filtered);
  timeline.draw(state, filtered);
  facetBoxes.draw(state, filtered);
  drawBars();
}

// The picture of a large graph is drawn after all else, so that filters and search answer at once.
function drawPictureSoon() {
  clearTimeout(drawing);
  if (state.view === "table") return;
  if (data.claims.length > 1000 && "ready" in document.body.dataset) drawing = setTimeout(drawPicture, 30);
  else drawPicture();
}

function drawPicture() {
  const { actors } = currentScene();
  const key = JSON.stringify([sceneKey, state.select, state.pin, state.camera, state.theme, themeOf(state)]);
  if (key === pictureKey) return;
  pictureKey = key;
  drawLeftOut(scene);
  $("empty").hidden = actors.length > 0;
  graph.top = $("left-out").offsetHeight;
  graph.draw(scene, state);
}

function drawLeftOut({ actors, left, total, mode }) {
  const isLess = left.actors > 0 || left.statements > 0;
  $("left-out").hidden = !isLess && !state.show;
  const steps = mode === "overview" ? stepsTo(total) : [];
  const more = left.actors ? steps.find((step) => step > shown()) : null;
  const fewer = steps.findLast((step) => step < shown() && step < actors.length);
  replace($("left-out"), h("span", { title: "Search, filters and the table reach all of them." }, isLess
    ? `The ${actors.length} strongest of ${plural(total, "actor")} are drawn; ${plural(left.actors, "actor")} and ${plural(left.statements, "relation")} are left out.`
    : `All ${plural(actors.length, "actor")} are drawn.`),
    more ? h("button", { type: "button", onclick: () => update({ show: more, camera: null }, true) }, "Draw more") : null,
    fewer ? h("button", { type: "button", onclick: () => update({ show: fewer === few() ? null : fewer, camera: null }, true) }, "Draw fewer") : null);
}

function currentScene() {
  const between = state.select?.kind === "pair" ? state.select.ids.slice(0, 2) : null;
  const key = JSON.stringify([filterKey, state.focus, state.path, state.hide, shown(), between]);
  if (key !== sceneKey) scene = makeScene(data, filtered, state, few());
  sceneKey = key;
  return scene;
}

function refilter() {
  const key = JSON.stringify([state.facets, state.q, state.from, state.to]);
  if (key !== filterKey) filtered = applyFilter(index, state);
  filterKey = key;
}

function drawBars() {
  for (const button of document.querySelectorAll("[data-view-button]")) {
    button.setAttribute("aria-pressed", button.dataset.viewButton === state.view);
  }
  const tags = [...filterTags(facets, state), ...state.hide.map((id) => ({
    text: `hidden: ${data.actorById.get(id)?.label ?? id}`, without: { hide: state.hide.filter((other) => other !== id) },
  }))];
  replace($("filter-bar"),
    tags.map(({ text, without }) => h("button", { type: "button", class: "tag", "aria-label": `Take off ${shorten(text, 80)}`, onclick: () => update(without, true) },
      bdi(text), h("span", { "aria-hidden": "true" }, "×"))),
    tags.length > 1 ? h("button", { type: "button", onclick: act.clear }, "Clear filters") : null);
  $("counts").textContent = counts();
  $("home").hidden = modeOf(state) === "overview";
  $("peek").hidden = !state.select;
}

function counts() {
  const claims = filtered.claims.length;
  const of = claims === data.claims.length ? "" : ` of ${digits(data.claims.length)}`;
  const articles = new Set(filtered.claims.map((claim) => claim.doc)).size;
  return `${digits(claims)}${of} claims · ${plural(filtered.statements.size, "relation")} · ${plural(articles, "article")}`;
}

function loadedTable() {
  table.load(state, filtered);
  return table;
}

// What is taken out of the page shows the state of now, even where the picture isn't on the screen.
function captions() {
  drawPicture();
  const days = filtered.claims.flatMap((claim) => claim.days ?? []);
  const range = days.length ? minmax(days).map(isoDay).join(" to ") : "undated";
  const publishers = new Set(filtered.claims.map((claim) => claim.document.publisher ?? claim.document.name)).size;
  return {
    title: clean(data.title), filters: filterTags(facets, state).map(({ text }) => clean(text)),
    counts: `${plural(scene.actors.length, "actor")} drawn · ${counts()}`,
    sources: `${plural(publishers, "publisher")} · claims from ${range}`,
    drawn: `Drawn on ${new Date().toISOString().slice(0, 10)} by actorgraph`,
  };
}

function minmax(numbers) {
  return numbers.reduce(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [Infinity, -Infinity]);
}

const commands = {
  home: act.overview, png: () => share.png(themeOf(state)), svg: () => share.svg(themeOf(state)), csv: () => share.csv(),
  copy: () => share.copyTable(), link: () => share.copyLink(), notes: () => share.notes(state.notes), print: () => print(),
  theme: () => update({ theme: themeOf(state) === "dark" ? "light" : "dark" }), help: () => $("help").showModal(),
  "zoom-in": () => graph.zoomBy(1.3), "zoom-out": () => graph.zoomBy(1 / 1.3), fit: () => (update({ camera: null }), graph.fit()),
  peek: () => update({ view: "details" }),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-command], [data-view-button]");
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target) || button) menu.open = false;
  if (!button) return;
  if (button.dataset.command) commands[button.dataset.command]();
  else update({ view: button.dataset.viewButton }, true);
});
$("search-form").addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", () => {
  state = fromHash(location.hash);
  render();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
new ResizeObserver(() => {
  graph.resize();
  if (!state.camera) graph.fit();
}).observe($("graph"));
addEventListener("beforeprint", () => {
  table.unroll();
  document.documentElement.dataset.theme = "light";
  const words = captions();
  replace($("print"), figure(graph, words, "light"));
});
addEventListener("afterprint", () => {
  render();
  table.roll();
});
listenToKeys({ graph, act, commands, select: choose, current: () => state, stopPicking, announce, data });

render();
document.body.dataset.ready = "";
prepareSearch(0);

// Makes the texts to search in, a few at a time, and then the orders of the table, before anybody asks.
function prepareSearch(from) {
  data.claims.slice(from, from + 500).forEach(haystack);
  if (from < data.claims.length) setTimeout(() => prepareSearch(from + 500), 5);
  else prepareOrders(COLUMNS.map(({ key }) => key));
}

function prepareOrders([key, ...others]) {
  table.order(key);
  if (others.length) setTimeout(() => prepareOrders(others), 5);
}
