// Where actors stand. The overview has its positions from Python; smaller views are arranged here, always the same way.

import { QUADS } from "./data.js";

const WIDE = 150;
const HIGH = 74;

// `upright`: the picture is higher than wide, so what is wide gets turned.
export function positions(scene, state, data, upright) {
  const placed = new Map();
  const turn = ([x, y]) => (upright ? [y, x] : [x, y]);
  if (scene.mode === "path") columns(scene, placed);
  else if (scene.mode === "focus") rings(scene, state, data, placed);
  else if (scene.mode === "pair") scene.actors.forEach((actor, index) => placed.set(actor, [index * (upright ? 300 : 560), 0]));
  else for (const actor of scene.actors) if (actor.at) placed.set(actor, [...actor.at]);
  if (scene.mode !== "pair") for (const [actor, at] of placed) placed.set(actor, turn(at));
  if (scene.mode === "pair") return placed;
  for (const actor of scene.actors) if (state.pin[actor.id]) placed.set(actor, [...state.pin[actor.id]]);
  scatter(scene, placed);
  return placed;
}

function columns(scene, placed) {
  const tallest = Math.max(1, ...scene.layers.map((layer) => layer.length));
  scene.layers.forEach((layer, depth) => {
    const sorted = [...layer].sort((a, b) => (scene.strength.get(b) ?? 0) - (scene.strength.get(a) ?? 0));
    sorted.forEach((actor, row) => {
      const stagger = layer.length > 6 ? (row % 2 ? 46 : -46) : 0;
      const gap = Math.max(HIGH, Math.min(140, 420 / tallest));
      placed.set(actor, [depth * 300 + stagger, (row - (layer.length - 1) / 2) * gap]);
    });
  });
}

// The first actor in the middle, those around it on rings, each ring with room for its labels.
function rings(scene, state, data, placed) {
  const centre = data.actorById.get(state.focus[0]);
  if (!centre) return;
  placed.set(centre, [0, 0]);
  const around = neighbours(scene, centre).filter((actor) => !placed.has(actor));
  let ring = 0;
  while (around.length) {
    const radius = 190 + ring * 125;
    const members = around.splice(0, Math.max(8, Math.floor((2 * Math.PI * radius) / 118)));
    members.forEach((actor, index) => {
      const angle = ((index + (ring % 2) / 2) / members.length) * 2 * Math.PI - Math.PI / 2;
      placed.set(actor, [Math.cos(angle) * radius * 1.45, Math.sin(angle) * radius]);
    });
    ring++;
  }
}

// Cooperation on one side, conflict on the other, the strongest first.
function neighbours(scene, centre) {
  const order = Object.keys(QUADS);
  const found = [];
  for (const line of scene.lines) {
    if (line.a !== centre && line.b !== centre) continue;
    const [quad] = [...line.shares].sort((x, y) => y[1] - x[1])[0];
    found.push([line.a === centre ? line.b : line.a, order.indexOf(quad)]);
  }
  return found.sort((x, y) => x[1] - y[1] || x[0].index - y[0].index).map(([actor]) => actor);
}

// Actors without a place go as near to their neighbours as there is room.
function scatter(scene, placed) {
  const homeless = scene.actors.filter((actor) => !placed.has(actor));
  if (!homeless.length) return;
  const near = new Map(homeless.map((actor) => [actor, []]));
  for (const { a, b } of scene.lines) {
    near.get(a)?.push(b);
    near.get(b)?.push(a);
  }
  const taken = new Cells([...placed.values()]);
  for (const actor of homeless) {
    const known = near.get(actor).map((other) => placed.get(other)).filter(Boolean);
    const spot = freeSpot(mean(known), taken);
    taken.add(spot);
    placed.set(actor, spot);
  }
}

// Points by the cell of a grid that they are in: whether one is near is asked of nine cells only.
class Cells {
  constructor(points) {
    this.cells = new Map();
    for (const point of points) this.add(point);
  }

  add(point) {
    const [column, row] = cellOf(point);
    const key = `${column} ${row}`;
    if (!this.cells.has(key)) this.cells.set(key, []);
    this.cells.get(key).push(point);
  }

  isFree([x, y]) {
    const [column, row] = cellOf([x, y]);
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++) {
        for (const [ox, oy] of this.cells.get(`${i} ${j}`) ?? []) if (Math.abs(ox - x) <= WIDE && Math.abs(oy - y) <= HIGH) return false;
      }
    }
    return true;
  }
}

function cellOf([x, y]) {
  return [Math.floor(x / WIDE), Math.floor(y / HIGH)];
}

function mean(points) {
  if (!points.length) return [0, 0];
  return [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
}

function freeSpot([x, y], taken) {
  for (let step = 0; ; step++) {
    const radius = 22 * Math.sqrt(step);
    const angle = step * 2.399963;
    const spot = [x + radius * Math.cos(angle) * 1.4, y + radius * Math.sin(angle)];
    if (taken.isFree(spot)) return spot;
  }
}
