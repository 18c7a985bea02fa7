// Shows what pyvis prepared; a click on an actor or a line shows the sentences behind it.

import { load } from "./data.js";
import { h, replace } from "./dom.js";
import { corroboration, evidence } from "./evidence.js";
import { bdi, plural } from "./text.js";

const data = load();
const panel = document.getElementById("panel");
const { nodes, edges, options } = data.network;
const network = new vis.Network(document.getElementById("network"), { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, options);
const lines = new Map(network.body.data.edges.get().map((edge) => [edge.id, edge.statements]));

network.on("click", (event) => {
  if (event.nodes.length) return showActor(data.actors[event.nodes[0]]);
  if (event.edges.length) showStatements(lines.get(event.edges[0]).map((index) => data.statements[index]));
});
replace(panel, h("p", {}, `${plural(data.actors.length, "actor")}, ${plural(data.statements.length, "relation")}, ${plural(data.documents.length, "article")}.`),
  h("p", { class: "small" }, "Click an actor or a line to see what the articles say."));
document.body.dataset.ready = "";

function showActor(actor) {
  replace(panel, h("h2", {}, bdi(actor.label)), h("p", { class: "small" }, actor.kind.label),
    actor.statements.map((statement) => h("button", { type: "button", onclick: () => showStatements([statement]) }, title(statement))));
}

function showStatements(statements) {
  replace(panel, statements.map((statement) => [
    h("h2", {}, title(statement)), h("p", { class: "small" }, corroboration(statement.claims)), statement.claims.map((claim) => evidence(claim, data)),
  ]));
}

function title({ subject, relation, object }) {
  return [bdi(subject.label), " ", bdi(relation.label), " ", bdi(object.label)];
}
