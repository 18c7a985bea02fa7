// The picture: draws a scene with Cytoscape, keeps labels apart at every zoom, tells what was clicked.

import cytoscape from "cytoscape";
import { QUADS } from "./data.js";
import { placeLabels } from "./labels.js";
import { lineWidth, look, nodeSize } from "./look.js";
import { palette, themeOf } from "./palette.js";
import { positions } from "./place.js";
import { lineOfStatement } from "./scene.js";
import { clean, plural, wrap } from "./text.js";

export class Graph {
  constructor(container, data, on) {
    Object.assign(this, { container, data, on, unit: 1, scale: 1, shrink: 1, drawn: "", theme: "", timer: 0 });
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
    cy.on("mouseover", "node", ({ target }) => this.hover(target));
    cy.on("mouseover", "edge", ({ target }) => this.hover(target));
    cy.on("mouseout", "node, edge", () => this.hover(null));
    cy.on("pan zoom resize", () => this.settle());
    cy.on("dragpan scrollzoom pinchzoom", () => this.moved());
  }

  // Draws the scene, and looks at all of it when other things are drawn than before.
  draw(scene, state, claims) {
    this.scene = scene;
    this.state = state;
    this.restyle(themeOf(state));
    const places = positions(scene, state, this.data);
    const opened = this.openedLine(scene, state);
    const lines = scene.lines.flatMap((line) =>
      line === opened ? line.statements.map((s) => lineOfStatement(s, claims.get(s))) : [line],
    );
    const key = `${scene.mode} ${scene.actors.map(({ index }) => index)} ${lines.map((line) => line.key)}`;
    const cast = `${scene.mode} ${state.focus} ${state.path} ${[...scene.actors].map(({ index }) => index).sort()}`;
    this.cy.batch(() => {
      if (key !== this.drawn) this.populate(scene, lines);
      this.mark(places, state);
    });
    if (state.camera && !this.cast) this.look(state.camera);
    else if (cast !== this.cast) this.frame();
    Object.assign(this, { drawn: key, cast });
    this.relabel();
  }

  openedLine(scene, { select }) {
    if (!select || select.kind === "actor") return undefined;
    const statement = select.kind === "statement" && this.data.statementById.get(select.ids[0]);
    const ends = statement ? [statement.subject.id, statement.object.id] : select.ids;
    return scene.lines.find(({ a, b }) => ends.includes(a.id) && ends.includes(b.id) && (ends[0] !== ends[1] || a === b));
  }

  populate(scene, lines) {
    this.cy.elements().remove();
    this.cy.add(scene.actors.map((actor) => this.node(actor, scene)));
    this.cy.add(lines.map((line) => this.edge(line, scene)));
  }

  node(actor, scene) {
    const strength = scene.strength.get(actor) ?? 0;
    return { group: "nodes", data: {
      id: `a${actor.index}`, key: actor.id, name: actor.label, text: wrap(actor.label).join("\n"), shape: actor.kind.shape,
      size: nodeSize(strength), strength, side: null,
    } };
  }

  edge(line, scene) {
    const single = line.statements.length === 1;
    const relation = single ? line.statements[0].relation : null;
    const name = single ? clean(relation.label) : plural(line.statements.length, "relation");
    const detailed = line.key.startsWith("s") || scene.lines.length <= 40;
    const aside = scene.mode === "focus" && ![line.a, line.b].some((actor) => this.state.focus.includes(actor.id));
    const signs = (line.quoted ? " ❝" : "") + (line.contested ? " ±" : "");
    return { group: "edges", data: {
      id: `e${line.key}`, source: `a${line.a.index}`, target: `a${line.b.index}`, count: line.statements.length,
      aside, text: aside ? "" : (detailed ? name : single ? "" : String(line.statements.length)) + signs, name: name + signs, status: line.status, quoted: line.quoted,
      towardsA: line.towardsA, towardsB: line.towardsB, width: lineWidth(line.claims.length), shares: line.shares,
      mixed: line.shares.length > 1, first: QUADS[line.shares[0][0]].key, last: QUADS[line.shares[line.shares.length - 1][0]].key,
      statement: line.key.startsWith("s") ? line.statements[0].id : null,
      select: line.key.startsWith("s") || single
        ? { kind: "statement", ids: [line.statements[0].id] } : { kind: "pair", ids: [line.a.id, line.b.id] },
    } };
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
    if (this.scene.mode === "overview" || !chosen.isNode()) this.cy.elements().difference(near).addClass("dim");
    near.nodes().addClass("near");
    if (select.kind !== "pair") chosen.addClass("selected");
  }

  chosen(select) {
    if (!select) return this.cy.collection();
    if (select.kind === "actor") return this.cy.nodes().filter((node) => node.data("key") === select.ids[0]);
    if (select.kind === "statement") return this.cy.edges().filter((edge) => edge.data("statement") === select.ids[0]);
    return this.cy.edges().filter((edge) => edge.data("statement") && select.ids.includes(edge.source().data("key"))
      && select.ids.includes(edge.target().data("key")));
  }

  hover(target) {
    this.container.classList.toggle("pointing", Boolean(target));
    this.on.hover(target && (target.isNode() ? target.data("name") : this.lineName(target)));
  }

  lineName(edge) {
    return `${edge.source().data("name")} – ${edge.target().data("name")}: ${edge.data("name")}`;
  }

  restyle(theme) {
    if (theme === this.theme) return;
    this.theme = theme;
    this.cy.style(look(palette(theme), () => this.unit, () => this.shrink));
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
    this.scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 14.4;
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
      id: node.id(), x, y, radius: (node.data("size") * this.shrink) / 2 + 1, label: node.data("name"), keep: node.hasClass("selected"),
    };
  }

  labelledLine(edge) {
    const [from, to] = [edge.source(), edge.target()].map((node) => this.onScreen(node.position()));
    return {
      id: edge.id(), middle: this.middle(edge, from, to), from, to, text: edge.data("text"), keep: edge.hasClass("selected"),
      follows: edge.data("statement") !== null,
    };
  }

  // Lines between two actors are straight, unless they are one of several or lead back.
  middle(edge, from, to) {
    if (edge.data("statement") || edge.isLoop()) return this.onScreen(edge.midpoint());
    return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
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

  // Moves and zooms so that all actors are in view.
  frame() {
    const nodes = this.cy.nodes();
    if (!nodes.length) return;
    const xs = nodes.map((node) => node.position("x"));
    const ys = nodes.map((node) => node.position("y"));
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const [width, height] = [this.cy.width(), this.cy.height()];
    const room = [Math.max(width - 130, width * 0.6), Math.max(height - 90, height * 0.6)];
    const zoom = Math.min(room[0] / Math.max(box[2] - box[0], 1), room[1] / Math.max(box[3] - box[1], 1), 1.6 * this.scale);
    this.cy.viewport({ zoom, pan: {
      x: width / 2 - (zoom * (box[0] + box[2])) / 2, y: height / 2 - 8 - (zoom * (box[1] + box[3])) / 2,
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
