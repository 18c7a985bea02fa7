// The state of the page, and its form in the address: every view has a link.

import { FACETS } from "./filter.js";
import { isoDay, ordinalOf } from "./text.js";

const LISTS = ["focus", "path", "hide"];
const VIEWS = ["graph", "table", "filters", "details"];

export function initial() {
  return {
    view: "graph", select: null, focus: [], path: [], hide: [], pin: {}, notes: {}, facets: {},
    q: "", from: null, to: null, sort: null, theme: null, camera: null, show: null,
  };
}

export function toHash(state) {
  const pairs = [];
  const put = (key, values) => values.length && pairs.push(`${key}=${values.map(encode).join(",")}`);
  if (state.view !== "graph") put("view", [state.view]);
  if (state.select) put("select", [state.select.kind, ...state.select.ids]);
  for (const key of LISTS) put(key, state[key]);
  for (const { key } of FACETS) put(key, state.facets[key] ?? []);
  if (state.q) put("q", [state.q]);
  if (state.from != null) put("from", [isoDay(state.from)]);
  if (state.to != null) put("to", [isoDay(state.to)]);
  if (state.sort) put("sort", state.sort);
  if (state.show) put("show", [state.show]);
  if (state.theme) put("theme", [state.theme]);
  if (state.camera) put("camera", state.camera.map((value) => Number(value.toFixed(3))));
  put("pin", Object.entries(state.pin).flatMap(([id, [x, y]]) => [id, Math.round(x), Math.round(y)]));
  put("note", Object.entries(state.notes).flat());
  return pairs.join("&");
}

export function fromHash(hash) {
  const state = initial();
  const given = new Map(hash.replace(/^#/, "").split("&").filter(Boolean).map(readPair));
  const [kind, ...ids] = given.get("select") ?? [];
  if (["actor", "pair", "statement"].includes(kind)) state.select = { kind, ids };
  for (const key of LISTS) state[key] = given.get(key) ?? [];
  for (const { key } of FACETS) if (given.has(key)) state.facets[key] = given.get(key);
  if (VIEWS.includes(given.get("view")?.[0])) state.view = given.get("view")[0];
  if (["light", "dark"].includes(given.get("theme")?.[0])) state.theme = given.get("theme")[0];
  state.q = given.get("q")?.[0] ?? "";
  state.from = ordinalOf(given.get("from")?.[0]);
  state.to = ordinalOf(given.get("to")?.[0]);
  state.sort = given.get("sort")?.length === 2 ? given.get("sort") : null;
  state.camera = numbers(given.get("camera"), 3);
  state.show = /^[1-9]\d{0,4}$/.test(given.get("show")?.[0]) ? Number(given.get("show")[0]) : null;
  for (const [id, x, y] of chunks(given.get("pin"), 3)) {
    const point = numbers([x, y], 2);
    if (point) state.pin[id] = point;
  }
  for (const [key, text] of chunks(given.get("note"), 2)) state.notes[key] = text;
  return state;
}

function readPair(pair) {
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1).split(",").map(decode)];
}

function numbers(texts, count) {
  const values = (texts ?? []).map(Number);
  return values.length === count && values.every(Number.isFinite) ? values : null;
}

function chunks(list = [], size) {
  return Array.from({ length: Math.floor(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

// Halves of surrogate pairs, which an article may hold, have no form in an address.
function encode(value) {
  return encodeURIComponent(String(value).replace(/[\ud800-\udfff]/gu, "\ufffd"));
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
