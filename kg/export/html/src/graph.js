// The picture: draws a scene with Cytoscape, keeps labels apart at every zoom, tells what was clicked.

import cytoscape from "cytoscape";
import { QUADS } from "./data.js";
import { fontOf, placeLabels } from "./labels.js";
import { lineWidth, look, nodeSize } from "./look.js";
import { palette, themeOf } from "./palette.js";
import { positions } from "./place.js";
import { clean, plural, wrap } from "./text.js";

// In pixels: from one line to the next between two actors.
const FAN = 48;

export class Graph {
  constructor(container, data, on) {
    Object.assign(this, { container, data, on, unit: 1, scale: 1, shrink: 1, fan: FAN, top: 0, drawn: "", theme: "", timer: 0 });
    this.cy = cytoscape({
      container, elements: [], style: [], layout: { name: "preset" }, minZoom: 0.02, maxZoom: 6,
      boxSelectionEnabled: false, autounselectify: true, pixelRatio: "auto",
    });
    this.listen();
  }

  listen() {
    const { cy, on } = this;
    cy.on("tap", (event) => event.target === cy && on.select(null));
    cy.on("tap", "node", ({ target }) => on.select({ kind: "actor", ids: [target.data("key")] }));
    cy.on("tap", "edge", ({ target }) => on.select(target.data("select")));
    cy.on("dbltap", "node", ({ target }) => on.expand(target.data("key")));
    cy.on("dragfree", "node", ({ target }) => on.pin(target.data("key"), [target.position("x"), target.position("y")]));
    cy.on("mouseover", "node, edge", ({ target, renderedPosition }) => this.hover(target, renderedPosition));
    cy.on("mouseout", "node, edge", () => this.hover(null));
    cy.on("pan zoom", () => this.hover(null));
    this.container.addEventListener("pointerleave", () => this.hover(null));
    cy.on("pan zoom resize", () => this.settle());
    cy.on("dragpan scrollzoom pinchzoom", () => this.moved());
  }

  // Draws the scene, and looks at all of it when other things are drawn than before.
  draw(scene, state) {
    this.scene = scene;
    this.state = state;
    this.restyle(themeOf(state));
    const places = positions(scene, state, this.data, this.isUpright());
    this.lines = new Map(scene.lines.map((line) => [`e${line.key}`, line]));
    const summary = scene.lines.map((line) => `${line.key}:${line.claims.length}${line.status}${line.quoted}`);
    const key = `${scene.mode} ${state.focus} ${scene.actors.map(({ index }) => index)} ${summary}`;
    const cast = `${scene.mode} ${state.focus} ${state.path} ${[...scene.actors].map(({ index }) => index).sort()}`;
    this.cy.batch(() => {
      if (key !== this.drawn) this.populate(scene);
      this.mark(places, state);
    });
    if (state.camera && !this.cast) this.look(state.camera);
    else if (cast !== this.cast) this.frame();
    Object.assign(this, { drawn: key, cast });
    this.relabel();
  }

  populate(scene) {
    const most = Math.max(8, ...scene.actors.map((actor) => scene.strength.get(actor) ?? 0));
    this.cy.elements().remove();
    this.cy.add(scene.actors.map((actor) => this.node(actor, scene, most)));
    this.cy.add(scene.lines.map((line) => this.edge(line, scene)));
  }

  node(actor, scene, most) {
    const strength = scene.strength.get(actor) ?? 0;
    const share = Math.sqrt(strength / most);
    const { size, bold } = fontOf(share);
    return { group: "nodes", data: {
      id: `a${actor.index}`, key: actor.id, index: actor.index, name: actor.label, text: wrap(actor.label).join("\n"),
      shape: actor.kind.shape, size: nodeSize(share), font: size, bold, strength, side: null,
    } };
  }

  edge(line, scene) {
    const single = line.statements.length === 1;
    const relation = single ? line.statements[0].relation : null;
    const name = single ? clean(relation.label) : plural(line.statements.length, "relation");
    const alone = line.key.startsWith("s");
    const detailed = alone || scene.lines.length <= 24;
    const aside = scene.mode === "focus" && ![line.a, line.b].some((actor) => this.state.focus.includes(actor.id));
    const signs = (alone && line.status !== "asserted" ? ` (${line.status})` : "") + (line.quoted ? " ❝" : "") + (line.contested ? " ±" : "");
    return { group: "edges", data: {
      id: `e${line.key}`, source: `a${line.a.index}`, target: `a${line.b.index}`, count: line.statements.length,
      aside, text: aside ? "" : (detailed ? name : single ? "" : String(line.statements.length)) + signs, name: name + signs, status: line.status, quoted: line.quoted,
      towardsA: line.towardsA, towardsB: line.towardsB, width: lineWidth(line.claims.length), shares: line.shares,
      mixed: line.shares.length > 1, first: QUADS[line.shares[0][0]].key, last: QUADS[line.shares[line.shares.length - 1][0]].key,
      bend: bendOf(line, scene.mode === "focus" ? 0.07 : 0.13), statement: alone ? line.statements[0].id : null, select: this.selected(line, alone, scene),
    } };
  }

  // A line alone between two actors leads to its statement, one of several first to all of them.
  selected(line, alone, scene) {
    const [{ id }] = line.statements;
    if (alone) return { kind: "pair", ids: [...scene.actors.map((actor) => actor.id), ...(scene.actors.length < 2 ? [line.a.id] : []), id] };
    return line.statements.length === 1 ? { kind: "statement", ids: [id] } : { kind: "pair", ids: [line.a.id, line.b.id] };
  }

  mark(places, state) {
    const { select } = state;
    for (const [actor, [x, y]] of places) {
      const node = this.cy.getElementById(`a${actor.index}`);
      node.position({ x, y });
      node.toggleClass("pinned", actor.id in state.pin);
    }
    this.cy.elements().removeClass("selected dim near");
    const chosen = this.chosen(select);
    if (!chosen.length) return;
    const near = chosen.union(chosen.isNode() ? chosen.closedNeighborhood() : chosen.connectedNodes());
    if (this.scene.mode === "overview" || this.scene.mode === "focus" && !chosen.isNode()) this.cy.elements().difference(near).addClass("dim");
    near.nodes().addClass("near");
    chosen.addClass("selected");
  }

  chosen(select) {
    if (!select) return this.cy.collection();
    if (select.kind === "actor") return this.cy.nodes().filter((node) => node.data("key") === select.ids[0]);
    const id = select.kind === "statement" ? select.ids[0] : select.ids[2];
    return this.cy.edges().filter((edge) => this.lines.get(edge.id()).statements.some((statement) => statement.id === id));
  }

  // What the mouse is over stands out, and a card beside it says what it is.
  hover(target, at) {
    if (!target && !this.hovered) return;
    this.hovered = target;
    this.container.classList.toggle("pointing", Boolean(target));
    this.cy.batch(() => {
      this.cy.elements(".lesser").removeClass("lesser");
      if (target) this.cy.elements().difference(target.union(target.isNode() ? target.closedNeighborhood() : target.connectedNodes())).addClass("lesser");
    });
    const about = target && (target.isNode() ? { actor: this.data.actors[target.data("index")] } : { line: this.lines.get(target.id()) });
    this.on.hover(about, at && [at.x, at.y]);
  }

  restyle(theme) {
    if (theme === this.theme) return;
    this.theme = theme;
    this.cy.style(look(palette(theme), { unit: () => this.unit, shrink: () => this.shrink, fan: () => this.fan }));
  }

  // After the last movement: sizes back to pixels, labels to where there is room.
  settle() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.relabel(), 60);
  }

  moved() {
    clearTimeout(this.cameraTimer);
    this.cameraTimer = setTimeout(() => this.on.camera(this.camera()), 250);
  }

  relabel() {
    clearTimeout(this.timer);
    const { cy } = this;
    this.unit = this.scale / cy.zoom();
    this.shrink = Math.min(1, Math.max(0.4, Math.sqrt((cy.width() * cy.height()) / Math.max(cy.nodes().length, 1)) / this.scale / 95));
    const nodes = [...cy.nodes()].filter((node) => !node.hasClass("dim")).sort((a, b) => this.weight(b) - this.weight(a));
    const edges = [...cy.edges()].filter((edge) => edge.data("text") && !edge.hasClass("dim"));
    const { sides, shown } = placeLabels(
      nodes.map((node) => this.labelled(node)), edges.map((edge) => this.labelledLine(edge)),
      [cy.width() / this.scale, cy.height() / this.scale],
    );
    cy.batch(() => {
      for (const node of cy.nodes()) node.data("side", sides.get(node.id()) ?? null);
      for (const edge of cy.edges()) {
        edge.toggleClass("marked", shown.has(edge.id()));
        edge.data("shift", shown.get(edge.id()) ?? [0, 0]);
      }
    });
    cy.style().update();
  }

  weight(node) {
    return node.data("strength") + (node.hasClass("selected") ? 1e9 : node.hasClass("near") ? 1e6 : 0);
  }

  labelled(node) {
    const [x, y] = this.onScreen(node.position());
    return {
      id: node.id(), x, y, radius: (node.data("size") * this.shrink) / 2 + 1, label: node.data("name"),
      font: { size: node.data("font"), bold: node.data("bold") }, keep: node.hasClass("selected"),
    };
  }

  labelledLine(edge) {
    const [from, to] = [edge.source(), edge.target()].map((node) => this.onScreen(node.position()));
    return {
      id: edge.id(), middle: this.onScreen(edge.midpoint()), from, to, text: edge.data("text"), keep: edge.hasClass("selected"),
    };
  }

  // In pixels of ordinary size: a large screen has large ones.
  onScreen({ x, y }) {
    const pan = this.cy.pan();
    return [(x * this.cy.zoom() + pan.x) / this.scale, (y * this.cy.zoom() + pan.y) / this.scale];
  }

  fit() {
    this.frame();
    this.relabel();
  }

  isUpright() {
    return this.cy.height() > 1.15 * this.cy.width();
  }

  // Moves and zooms so that all actors are in view.
  frame() {
    const nodes = this.cy.nodes();
    this.scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 14.4;
    if (!nodes.length) return;
    const xs = nodes.map((node) => node.position("x"));
    const ys = nodes.map((node) => node.position("y"));
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const [width, height] = [this.cy.width(), this.cy.height()];
    const top = Math.max(0, this.top - 8 * this.scale);
    const room = [Math.max(width - 140 * this.scale, width * 0.7), Math.max(height - top - 90 * this.scale, height * 0.6)];
    const zoom = Math.min(room[0] / Math.max(box[2] - box[0], 1), room[1] / Math.max(box[3] - box[1], 1), 1.6 * this.scale);
    this.fan = Math.min(FAN, (2 * (height - 150)) / this.scale / Math.max(1, this.cy.edges().length));
    this.cy.viewport({ zoom, pan: {
      x: width / 2 - (zoom * (box[0] + box[2])) / 2, y: (height + top) / 2 - 8 - (zoom * (box[1] + box[3])) / 2,
    } });
  }

  camera() {
    const [zoom, pan] = [this.cy.zoom(), this.cy.pan()];
    return [(this.cy.width() / 2 - pan.x) / zoom, (this.cy.height() / 2 - pan.y) / zoom, zoom];
  }

  look([x, y, zoom]) {
    this.cy.viewport({ zoom, pan: { x: this.cy.width() / 2 - x * zoom, y: this.cy.height() / 2 - y * zoom } });
  }

  zoomBy(factor) {
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
    this.moved();
  }

  panBy(x, y) {
    this.cy.panBy({ x, y });
    this.moved();
  }

  // The nearest actor in a direction from the selected one, for the arrow keys.
  towards(dx, dy) {
    const from = this.cy.nodes(".selected");
    if (!from.length) return this.strongest();
    const here = from.position();
    const score = (node) => {
      const [x, y] = [node.position("x") - here.x, node.position("y") - here.y];
      const along = x * dx + y * dy;
      return along > 0 ? along + 2.5 * Math.abs(x * dy - y * dx) : Infinity;
    };
    const best = this.cy.nodes().difference(from).min(score);
    return best.ele && best.value < Infinity ? best.ele.data("key") : null;
  }

  strongest() {
    return this.cy.nodes().max((node) => node.data("strength")).ele?.data("key") ?? null;
  }

  positionOf(id) {
    const node = this.cy.nodes().filter((other) => other.data("key") === id);
    return node.length ? [node.position("x"), node.position("y")] : null;
  }

  resize() {
    this.cy.resize();
  }
}

// Lines bend to the left of who acts, all by the same share of their length.
function bendOf({ key, a, b, towardsA, towardsB }, share) {
  if (key.startsWith("s") || a === b) return undefined;
  return towardsA && !towardsB ? -share : share;
}
