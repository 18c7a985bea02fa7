// How actors and lines are drawn by Cytoscape. Sizes are in pixels of the screen, whatever the zoom.

import { FONT, face } from "./labels.js";
import { QUADS } from "./data.js";

export const DASHES = {
  asserted: null, planned: [9, 5], hypothetical: [2, 4], questioned: [9, 4, 2, 4], negated: [4, 4],
};
export const NODE_SHAPES = {
  state: "ellipse", organisation: "round-rectangle", person: "round-triangle", place: "hexagon", thing: "diamond",
};

export function nodeSize(strength) {
  return Math.min(34, 10 + 3.4 * Math.sqrt(strength));
}

export function lineWidth(count) {
  return Math.min(7, 1.3 + Math.log2(count) * 1.15);
}

// `unit` is a pixel of the screen, `shrink` makes actors smaller where there is little room for many.
export function look(colours, unit, shrink) {
  const px = (value) => () => value * unit();
  const size = (node) => node.data("size") * unit() * shrink();
  return [
    { selector: "node", style: {
      shape: (node) => NODE_SHAPES[node.data("shape")], width: size, height: size,
      "background-color": colours.node, "border-width": px(1.5), "border-color": colours.paper,
      label: (node) => node.data("text"), "font-size": px(FONT), "font-family": face, "font-weight": 500, color: colours.ink,
      "text-wrap": "wrap", "text-max-width": px(400), "text-outline-color": colours.paper, "text-outline-width": px(2.5),
      "text-opacity": 0, "line-height": 1.15, "overlay-opacity": 0,
    } },
    { selector: "node[side = 'below']", style: { "text-opacity": 1, "text-valign": "bottom", "text-halign": "center", "text-margin-y": px(2) } },
    { selector: "node[side = 'above']", style: { "text-opacity": 1, "text-valign": "top", "text-halign": "center", "text-margin-y": px(-2) } },
    { selector: "node[side = 'right']", style: { "text-opacity": 1, "text-valign": "center", "text-halign": "right", "text-margin-x": px(3) } },
    { selector: "node[side = 'left']", style: { "text-opacity": 1, "text-valign": "center", "text-halign": "left", "text-margin-x": px(-3) } },
    { selector: "node.pinned", style: { "border-color": colours.ink, "border-style": "double", "border-width": px(4) } },
    { selector: "edge", style: {
      width: (edge) => edge.data("width") * unit(), "line-color": (e) => colours[e.data("last")], "curve-style": "bezier",
      "control-point-step-size": px(36), "arrow-scale": 0.9, "source-arrow-color": (e) => colours[e.data("first")],
      "target-arrow-color": (e) => colours[e.data("last")], "target-arrow-shape": (e) => arrow(e, "towardsB"),
      "source-arrow-shape": (e) => arrow(e, "towardsA"), "target-arrow-fill": (e) => (e.data("quoted") ? "hollow" : "filled"),
      "source-arrow-fill": (e) => (e.data("quoted") ? "hollow" : "filled"), opacity: 0.9, "overlay-opacity": 0,
      "loop-direction": "-45deg", "loop-sweep": "60deg",
    } },
    { selector: "edge[?mixed]", style: {
      "line-fill": "linear-gradient", "line-gradient-stop-colors": (e) => stops(e, colours).map(([colour]) => colour).join(" "),
      "line-gradient-stop-positions": (e) => stops(e, colours).map(([, at]) => `${at}%`).join(" "),
    } },
    { selector: "edge[status != 'asserted']", style: {
      "line-style": "dashed", "line-dash-pattern": (edge) => (DASHES[edge.data("status")] ?? [1, 0]).map((part) => part * unit()),
    } },
    { selector: "edge.marked", style: {
      label: (edge) => edge.data("text"), "font-size": px(11), "font-family": face, color: colours.ink, "text-background-color": colours.paper,
      "text-background-opacity": 0.92, "text-background-padding": px(2), "text-background-shape": "round-rectangle",
      "text-margin-x": (edge) => edge.data("shift")[0] * unit(), "text-margin-y": (edge) => edge.data("shift")[1] * unit(),
    } },
    { selector: "edge[?aside]", style: { opacity: 0.28, width: px(1.2) } },
    { selector: "edge[?statement]", style: { "text-rotation": "autorotate" } },
    { selector: ".dim", style: { opacity: 0.13, "text-opacity": 0.13 } },
    { selector: "node.near", style: { "z-index": 5 } },
    { selector: "node.selected", style: { "background-color": colours.accent, "border-color": colours.ink, "border-width": px(2.5), "z-index": 9, "text-opacity": 1 } },
    { selector: "edge.selected", style: { "underlay-color": colours.accent, "underlay-opacity": 0.25, "underlay-padding": px(5), "z-index": 9 } },
  ];
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
