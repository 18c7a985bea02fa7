// Which labels are shown, and on which side: the strongest actors first, none on top of another. As maps do it.

import { wrap } from "./text.js";

export const FONT = 12.5;
const LEADING = 15;
const SIDES = ["below", "above", "right", "left"];
export const face = 'system-ui, "Segoe UI", "Noto Sans", Roboto, Helvetica, sans-serif';
const measure = document.createElement("canvas").getContext("2d");

export function textSize(lines, font = FONT) {
  measure.font = `500 ${font}px ${face}`;
  return [Math.max(...lines.map((line) => measure.measureText(line).width)) + 4, lines.length * LEADING];
}

// `nodes`: {id, x, y, radius, label, keep}; `marks`: {id, x, y, text, keep}; all in pixels of the screen, most important first.
export function placeLabels(nodes, marks) {
  const taken = nodes.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  const sides = new Map();
  for (const node of nodes) {
    const size = textSize(wrap(node.label));
    const options = SIDES.map((side) => [side, boxAt(side, node, size)]);
    const best = options.find(([, box]) => !taken.some((other) => touch(box, other))) ?? (node.keep && options[0]);
    if (best) taken.push(best[1]);
    sides.set(node.id, best ? best[0] : null);
  }
  const shown = new Set();
  for (const mark of marks) {
    const [width, height] = textSize([mark.text], 11);
    const box = [mark.x - width / 2 - 4, mark.y - height / 2, mark.x + width / 2 + 4, mark.y + height / 2];
    if (!mark.keep && taken.some((other) => touch(box, other))) continue;
    taken.push(box);
    shown.add(mark.id);
  }
  return { sides, shown };
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
