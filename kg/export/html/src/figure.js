// The picture as SVG, with title, legend, dates and sources, made from the drawn positions; and as PNG, made from the SVG.

import { QUADS } from "./data.js";
import { svg } from "./dom.js";
import { LEADING, face, textSize } from "./labels.js";
import { DASHES, arrowSize, paint, stops } from "./look.js";
import { palette } from "./palette.js";
import { wrap } from "./text.js";

const MARGIN = 90;
const HEAD = 100;
const FOOT = 96;

// `captions`: {title, filters, counts, sources, drawn}
export function figure(graph, captions, theme) {
  const colours = palette(theme);
  const unit = graph.unit;
  const scale = 1 / unit;
  const drawn = graph.cy.elements();
  const box = drawn.length ? drawn.boundingBox({ includeLabels: false, includeOverlays: false, includeUnderlays: false }) : { x1: 0, y1: 0, w: 600, h: 400 };
  const width = Math.max(760, Math.round(box.w * scale + 2 * MARGIN));
  const height = Math.round(box.h * scale + 2 * 50 + HEAD + FOOT);
  const shift = [(width - box.w * scale) / 2, HEAD + 50];
  const at = ({ x, y }) => [(x - box.x1) * scale + shift[0], (y - box.y1) * scale + shift[1]].map((v) => Math.round(v * 10) / 10);
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": face, role: "img" },
    svg("title", {}, captions.title), svg("rect", { width, height, fill: colours.paper }));
  const faded = (element) => (element.hasClass("dim") ? 0.15 : element.data("aside") ? 0.3 : null);
  root.append(svg("g", { fill: "none" }, [...graph.cy.edges()].map((edge) => svg("g", { opacity: faded(edge) }, line(edge, at, colours, root)))));
  root.append(svg("g", {}, [...graph.cy.nodes()].map((node) => svg("g", { opacity: faded(node) }, actor(node, at, colours, graph.shrink)))));
  root.append(svg("g", {}, [...graph.cy.edges(".marked")].map((edge) => count(edge, at, colours))));
  root.append(svg("g", {}, [...graph.cy.nodes()].map((node) => label(node, at, colours, graph.shrink))));
  root.append(head(captions, colours, width), foot(captions, colours, width, height));
  return root;
}

function line(edge, at, colours, root) {
  const [start, end] = [at(edge.sourceEndpoint()), at(edge.targetEndpoint())];
  const bends = (edge.controlPoints() ?? []).map(at);
  const width = edge.data("width");
  let stroke = colours[edge.data("last")];
  if (edge.data("mixed")) {
    const id = `mix-${edge.id()}`;
    const [x1, y1, x2, y2] = [...start, ...end];
    root.append(svg("linearGradient", { id, gradientUnits: "userSpaceOnUse", x1, y1, x2, y2 },
      stops(edge, colours).map(([colour, offset]) => svg("stop", { offset: `${offset.toFixed(1)}%`, "stop-color": colour }))));
    stroke = `url(#${id})`;
  }
  const dash = DASHES[edge.data("status")]?.join(" ");
  const parts = [svg("path", { d: route(start, bends, end), stroke, "stroke-width": width, "stroke-dasharray": dash, opacity: 0.9 })];
  if (edge.data("towardsB")) parts.push(arrow(end, bends.at(-1) ?? start, colours[edge.data("last")], edge, colours));
  if (edge.data("towardsA")) parts.push(arrow(start, bends[0] ?? end, colours[edge.data("first")], edge, colours));
  return parts;
}

function route(start, bends, end) {
  if (!bends.length) return `M${start}L${end}`;
  return bends.length === 1 ? `M${start}Q${bends[0]} ${end}` : `M${start}C${bends[0]} ${bends.at(-1)} ${end}`;
}

function arrow([x, y], [fromX, fromY], colour, edge, colours) {
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [ux, uy] = [(x - fromX) / length, (y - fromY) / length];
  const size = arrowSize(edge.data("width"));
  const point = (along, across) => `${(x - ux * along - uy * across).toFixed(1)},${(y - uy * along + ux * across).toFixed(1)}`;
  if (edge.data("status") === "negated") {
    return svg("path", { d: `M${point(0, size / 2)}L${point(0, -size / 2)}`, stroke: colour, "stroke-width": 3 });
  }
  return svg("polygon", { points: [point(0, 0), point(size, size / 2), point(size, -size / 2)].join(" "), stroke: colour,
    fill: edge.data("quoted") ? colours.paper : colour });
}

function actor(node, at, colours, shrink) {
  const [x, y] = at(node.position());
  const r = (node.data("size") * shrink) / 2;
  const { fill, stroke } = node.hasClass("selected") ? { fill: colours.accent, stroke: colours.paper } : paint(node.data("shape"), colours);
  return shape(node.data("shape"), x, y, r, { fill, stroke, "stroke-width": 1.75 });
}

function shape(kind, x, y, r, ink) {
  if (kind === "state") return svg("circle", { cx: x, cy: y, r, ...ink });
  if (kind === "organisation") return svg("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: r / 3, ...ink });
  const corners = { person: [[0, -1], [1, 1], [-1, 1]], place: [[-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1], [-1, 0]],
    thing: [[0, -1], [1, 0], [0, 1], [-1, 0]] }[kind];
  return svg("polygon", { points: corners.map(([dx, dy]) => `${x + dx * r},${y + dy * r}`).join(" "), ...ink });
}

function label(node, at, colours, shrink) {
  const side = node.data("side");
  if (!side || node.hasClass("dim")) return null;
  const [x, y] = at(node.position());
  const r = (node.data("size") * shrink) / 2;
  const lines = wrap(node.data("name"));
  const font = { size: node.data("font"), bold: node.data("bold") };
  const [, tall] = textSize(lines, font);
  const top = font.size + { below: y + r + 2, above: y - r - tall - 2, right: y - tall / 2 - 1, left: y - tall / 2 - 1 }[side];
  const left = { below: x, above: x, right: x + r + 4, left: x - r - 4 }[side];
  return lines.map((text, row) => words(text, left, top + row * font.size * LEADING, {
    "text-anchor": { right: "start", left: "end" }[side] ?? "middle", "font-size": font.size, "font-weight": font.bold, fill: colours.ink,
    stroke: colours.paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke",
  }));
}

function count(edge, at, colours) {
  const [x, y] = at(edge.midpoint()).map((value, axis) => value + edge.data("shift")[axis]);
  return words(edge.data("text"), x, y + 4, {
    "text-anchor": "middle", "font-size": 11, fill: colours.ink, stroke: colours.paper, "stroke-width": 4, "paint-order": "stroke",
  });
}

// Text that keeps its direction to itself.
function words(text, x, y, attributes) {
  return svg("text", { x, y, "unicode-bidi": "isolate", ...attributes }, text);
}

function head({ title, filters, counts, sources }, colours, width) {
  const room = Math.floor((width - 48) / 7);
  return svg("g", {},
    words(cut(title, Math.floor(room * 0.65)), 24, 36, { "font-size": 20, "font-weight": 650, fill: colours.ink }),
    words(cut(filters.length ? filters.join(" · ") : "All relations", room), 24, 58, { "font-size": 12.5, fill: colours.soft }),
    words(cut(counts, room), 24, 75, { "font-size": 12.5, fill: colours.soft }),
    words(cut(sources, room), 24, 92, { "font-size": 12.5, fill: colours.soft }));
}

function cut(text, room) {
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

function foot({ drawn }, colours, width, height) {
  const top = height - FOOT + 22;
  const quads = Object.entries(QUADS).map(([quad, { key }], index) => [
    svg("rect", { x: 24 + index * 145, y: top, width: 22, height: 5, fill: colours[key] }),
    words(quad === "static" ? "standing relation" : quad, 52 + index * 145, top + 7, { "font-size": 11, fill: colours.ink }),
  ]);
  const styles = Object.entries(DASHES).map(([status, dash], index) => [
    svg("path", { d: `M${24 + index * 145} ${top + 24}h22`, stroke: colours.ink, "stroke-width": 2, "stroke-dasharray": dash?.join(" ") }),
    words(status, 52 + index * 145, top + 28, { "font-size": 11, fill: colours.ink }),
  ]);
  const notes = "❝ or hollow arrow: only a quoted source says so   ± contested: asserted by one, denied by another";
  return svg("g", {}, quads, styles, words(notes, 24, top + 48, { "font-size": 11, fill: colours.soft }),
    words(drawn, width - 24, top + 66, { "font-size": 11, fill: colours.soft, "text-anchor": "end" }));
}

export function toText(root) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

export async function toPng(root, scale = 2) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(toText(root))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
