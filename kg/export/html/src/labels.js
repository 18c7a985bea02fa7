// Which labels are shown, and on which side: the strongest actors first, none on top of another. As maps do it.

import { wrap } from "./text.js";

export const FONT = 12.5;
const LEADING = 15;
// So many of the strongest actors have a label even on top of lesser actors.
const FIRST = 8;
const SIDES = ["below", "above", "right", "left"];
export const face = 'system-ui, "Segoe UI", "Noto Sans", Roboto, Helvetica, sans-serif';
const measure = document.createElement("canvas").getContext("2d");

export function textSize(lines, font = FONT) {
  measure.font = `500 ${font}px ${face}`;
  return [Math.max(...lines.map((line) => measure.measureText(line).width)) + 4, lines.length * LEADING];
}

// `nodes`: {id, x, y, radius, label, keep}; `marks` on lines: {id, middle, from, to, text, follows, keep}, where a text that
// follows its line needs a line that is long enough; most important first. Gives each node a side, and each shown mark a shift.
export function placeLabels(nodes, marks, [width, height]) {
  const discs = nodes.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  const words = [];
  const hits = (box, others) => others.some((other) => touch(box, other));
  const isInside = (box) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
  const isFree = (box) => isInside(box) && !hits(box, words) && !hits(box, discs);
  const sides = new Map();
  nodes.forEach((node, rank) => {
    const size = textSize(wrap(node.label));
    const options = SIDES.map((side) => [side, boxAt(side, node, size)]);
    let best = options.find(([, box]) => isFree(box));
    if (!best && rank < FIRST) best = options.find(([, box]) => isInside(box) && !hits(box, words));
    if (!best && node.keep) best = options[0];
    if (best) words.push(best[1]);
    sides.set(node.id, best ? best[0] : null);
  });
  const shown = new Map();
  for (const mark of marks) {
    const shift = mark.follows ? along(mark) : beside(mark, isFree, words);
    if (shift) shown.set(mark.id, shift);
  }
  return { sides, shown };
}

function along({ text, from, to, keep }) {
  const isLong = Math.hypot(to[0] - from[0], to[1] - from[1]) > textSize([text], 11)[0] + 24;
  return keep || isLong ? [0, 0] : null;
}

function beside({ text, middle, from, to, keep }, isFree, taken) {
  const [wide, high] = textSize([text], 11);
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
