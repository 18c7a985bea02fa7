// How actors and lines are drawn by Cytoscape. Sizes are in pixels of the screen, whatever the zoom.

import { LEADING, face } from "./labels.js";
import { QUADS } from "./data.js";

export const DASHES = {
  asserted: null, planned: [9, 5], hypothetical: [2, 4], questioned: [9, 4, 2, 4], negated: [4, 4],
};
export const NODE_SHAPES = {
  state: "ellipse", organisation: "round-rectangle", person: "round-triangle", place: "hexagon", thing: "diamond",
};

// `share`: of the strength of the strongest.
export function nodeSize(share) {
  return 9 + 27 * share;
}

export function lineWidth(count) {
  return Math.min(6.5, 1.4 + Math.log2(count) * 1.1);
}

export function arrowSize(width) {
  return 6 + width;
}

// States, organisations and persons are discs of their own grey, places and other things are rings.
export function paint(shape, colours) {
  const hollow = shape === "place" || shape === "thing";
  return hollow ? { fill: colours.paper, stroke: colours.organisation } : { fill: colours[shape], stroke: colours.paper };
}

// `unit` is a pixel of the screen, `shrink` makes actors smaller where there is little room for many, `fan` is the room
// between two lines that join the same actors.
export function look(colours, { unit, shrink, fan }) {
  const px = (value) => () => value * unit();
  const pixels = (key) => (element) => element.data(key) * unit();
  const size = (node) => node.data("size") * unit() * shrink();
  return [
    { selector: "node", style: {
      shape: (node) => NODE_SHAPES[node.data("shape")], width: size, height: size,
      "background-color": (node) => paint(node.data("shape"), colours).fill, "border-width": px(1.75),
      "border-color": (node) => paint(node.data("shape"), colours).stroke,
      label: (node) => node.data("text"), "font-size": pixels("font"), "font-family": face, "font-weight": (node) => (node.data("bold") > 500 ? "bold" : "normal"),
      color: colours.ink, "text-wrap": "wrap", "text-max-width": px(400), "text-outline-color": colours.paper, "text-outline-width": px(2.75),
      "text-opacity": 0, "line-height": LEADING, "overlay-opacity": 0, "z-index": 3,
    } },
    { selector: "node[side = 'below']", style: { "text-opacity": 1, "text-valign": "bottom", "text-halign": "center", "text-margin-y": px(3) } },
    { selector: "node[side = 'above']", style: { "text-opacity": 1, "text-valign": "top", "text-halign": "center", "text-margin-y": px(-3) } },
    { selector: "node[side = 'right']", style: { "text-opacity": 1, "text-valign": "center", "text-halign": "right", "text-margin-x": px(4) } },
    { selector: "node[side = 'left']", style: { "text-opacity": 1, "text-valign": "center", "text-halign": "left", "text-margin-x": px(-4) } },
    { selector: "node.pinned", style: { "border-color": colours.accent, "border-style": "double", "border-width": px(4) } },
    { selector: "edge", style: {
      width: pixels("width"), "line-color": (e) => colours[e.data("last")], "curve-style": "bezier", "control-point-step-size": px(40),
      "arrow-scale": (edge) => arrowScale(edge, unit()), "source-arrow-color": (e) => colours[e.data("first")],
      "target-arrow-color": (e) => colours[e.data("last")], "target-arrow-shape": (e) => arrow(e, "towardsB"),
      "source-arrow-shape": (e) => arrow(e, "towardsA"), "target-arrow-fill": (e) => (e.data("quoted") ? "hollow" : "filled"),
      "source-arrow-fill": (e) => (e.data("quoted") ? "hollow" : "filled"), "line-opacity": 0.85, "overlay-opacity": 0,
      "source-distance-from-node": px(1.5), "target-distance-from-node": px(1.5), "loop-direction": "-45deg", "loop-sweep": "60deg",
    } },
    { selector: "edge[bend]", style: {
      "curve-style": "unbundled-bezier", "control-point-distances": (edge) => edge.data("bend") * lengthOf(edge), "control-point-weights": 0.5,
    } },
    { selector: "edge[?statement]", style: { "control-point-step-size": () => fan() * unit() } },
    { selector: "edge[?mixed]", style: {
      "line-fill": "linear-gradient", "line-gradient-stop-colors": (e) => stops(e, colours).map(([colour]) => colour).join(" "),
      "line-gradient-stop-positions": (e) => stops(e, colours).map(([, at]) => `${at}%`).join(" "),
    } },
    { selector: "edge[status != 'asserted']", style: {
      "line-style": "dashed", "line-dash-pattern": (edge) => (DASHES[edge.data("status")] ?? [1, 0]).map((part) => part * unit()),
    } },
    { selector: "edge.marked", style: {
      label: (edge) => edge.data("text"), "font-size": px(11), "font-family": face, color: colours.ink, "text-background-color": colours.paper,
      "text-background-opacity": 0.94, "text-background-padding": px(2), "text-background-shape": "round-rectangle",
      "text-margin-x": (edge) => edge.data("shift")[0] * unit(), "text-margin-y": (edge) => edge.data("shift")[1] * unit(),
    } },
    { selector: "edge[?aside]", style: { opacity: 0.25, width: px(1.2) } },
    { selector: ".dim", style: { opacity: 0.13, "text-opacity": 0 } },
    { selector: "edge.lesser", style: { opacity: 0.12, "text-opacity": 0.15, "text-background-opacity": 0 } },
    { selector: "node.lesser", style: { opacity: 0.35 } },
    { selector: "node.near", style: { "z-index": 5 } },
    { selector: "node.selected", style: { "background-color": colours.accent, "border-color": colours.paper, "border-width": px(2), "z-index": 9, "text-opacity": 1,
      "underlay-color": colours.accent, "underlay-opacity": 0.2, "underlay-padding": px(6), "underlay-shape": "ellipse" } },
    { selector: "edge.selected", style: { "underlay-color": colours.accent, "underlay-opacity": 0.25, "underlay-padding": px(4), "z-index": 9, "line-opacity": 1 } },
  ];
}

function lengthOf(edge) {
  const [a, b] = [edge.source().position(), edge.target().position()];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

// Cytoscape's arrows grow with the line and are never small; this undoes both.
function arrowScale(edge, unit) {
  const width = edge.data("width");
  return (arrowSize(width) * unit) / 0.3 / Math.max((width * unit * 13.37) ** 0.9, 29);
}

function arrow(edge, towards) {
  if (!edge.data(towards)) return "none";
  return edge.data("status") === "negated" ? "tee" : "triangle";
}

// Each kind of relation takes its share of the line.
export function stops(edge, colours) {
  const shares = edge.data("shares");
  const total = shares.reduce((sum, [, count]) => sum + count, 0);
  let at = 0;
  return shares.flatMap(([quad, count]) => {
    const from = at;
    at = Math.min(100, Math.round(10 * at + (1000 * count) / total) / 10);
    return [[colours[QUADS[quad].key], from], [colours[QUADS[quad].key], at]];
  });
}
