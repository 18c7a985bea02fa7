// Which labels are shown, and on which side: the strongest actors first, none on top of another. As maps do it.

import { wrap } from "./text.js";

export const FONT = 12.5;
export const LEADING = 1.2;
const MARK = { size: 11, bold: 500 };
// This share of the actors, the strongest, have a label even on top of lesser ones.
const FIRST = 0.12;
const SIDES = ["below", "above", "right", "left"];
export const face = 'system-ui, "Segoe UI", "Noto Sans", Roboto, Helvetica, sans-serif';
const measure = document.createElement("canvas").getContext("2d");

// Strong actors have large names; `weight` is the share of the strongest, from 0 to 1.
export function fontOf(weight) {
  return { size: Math.round(2 * (11.5 + 4.5 * weight)) / 2, bold: weight > 0.5 ? 650 : 500 };
}

export function textSize(lines, { size, bold } = { size: FONT, bold: 500 }) {
  measure.font = `${bold} ${size}px ${face}`;
  return [Math.max(...lines.map((line) => measure.measureText(line).width)) + 4, lines.length * size * LEADING];
}

// `nodes`: {id, x, y, radius, label, font, keep}; `marks` on lines: {id, middle, from, to, text, keep}; most important first.
// Gives each node a side, and each shown mark a shift.
export function placeLabels(nodes, marks, [width, height]) {
  const discs = nodes.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  const words = [];
  const hits = (box, others) => others.some((other) => touch(box, other));
  const isInside = (box) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
  const isFree = (box) => isInside(box) && !hits(box, words) && !hits(box, discs);
  const sides = new Map();
  nodes.forEach((node, rank) => {
    const size = textSize(wrap(node.label), node.font);
    const options = SIDES.map((side) => [side, boxAt(side, node, size)]);
    let best = options.find(([, box]) => isFree(box));
    if (!best && rank < FIRST * nodes.length) best = leastBad(options.filter(([, box]) => isInside(box) && !hits(box, words)), discs);
    if (!best && node.keep) best = options[0];
    if (best) words.push(best[1]);
    sides.set(node.id, best ? best[0] : null);
  });
  const shown = new Map();
  for (const mark of marks) {
    const shift = beside(mark, isFree, words);
    if (shift) shown.set(mark.id, shift);
  }
  return { sides, shown };
}

function leastBad(options, discs) {
  const harm = ([, box]) => discs.filter((disc) => touch(box, disc)).length;
  return options.sort((a, b) => harm(a) - harm(b))[0];
}

function beside({ text, middle, from, to, keep }, isFree, taken) {
  const [wide, high] = textSize([text], MARK);
  for (const share of [0, 0.12, -0.12, 0.22, -0.22]) {
    const shift = [share * (to[0] - from[0]), share * (to[1] - from[1])];
    const [x, y] = [middle[0] + shift[0], middle[1] + shift[1]];
    const box = [x - wide / 2 - 4, y - high / 2, x + wide / 2 + 4, y + high / 2];
    if (!isFree(box)) continue;
    taken.push(box);
    return shift;
  }
  return keep ? [0, 0] : null;
}

function boxAt(side, { x, y, radius }, [width, height]) {
  if (side === "below") return [x - width / 2, y + radius + 1, x + width / 2, y + radius + height + 3];
  if (side === "above") return [x - width / 2, y - radius - height - 3, x + width / 2, y - radius - 1];
  if (side === "right") return [x + radius + 2, y - height / 2, x + radius + width + 4, y + height / 2];
  return [x - radius - width - 4, y - height / 2, x - radius - 2, y + height / 2];
}

function touch(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
