// Reads the data island and links its lists: statements know their claims, actors their statements.

import { fold } from "./text.js";

export const QUADS = {
  "verbal cooperation": { key: "vc", side: "cooperation" },
  "material cooperation": { key: "mc", side: "cooperation" },
  static: { key: "st", side: "standing" },
  "verbal conflict": { key: "vx", side: "conflict" },
  "material conflict": { key: "mx", side: "conflict" },
};
export const STATUSES = ["asserted", "planned", "hypothetical", "questioned", "negated"];
export const SHAPES = ["state", "organisation", "person", "place", "thing"];

export function load() {
  const data = JSON.parse(document.getElementById("data").textContent);
  data.actors.forEach((actor, index) => Object.assign(actor, { index, statements: [], kind: data.types[actor.type] }));
  data.statements = data.statements.map(([id, subject, relation, object], index) => ({
    index, id, subject: data.actors[subject], relation: data.relations[relation], object: data.actors[object], claims: [],
  }));
  for (const statement of data.statements) {
    statement.subject.statements.push(statement);
    if (statement.object !== statement.subject) statement.object.statements.push(statement);
  }
  data.claims.forEach((claim, index) => link(data, claim, index));
  data.actorById = new Map(data.actors.map((actor) => [actor.id, actor]));
  data.statementById = new Map(data.statements.map((statement) => [statement.id, statement]));
  return data;
}

function link(data, claim, index) {
  Object.assign(claim, {
    index,
    statement: data.statements[claim.of],
    document: data.documents[claim.doc],
    speaker: claim.by == null ? claim.speaker : data.actors[claim.by].label,
  });
  claim.statement.claims.push(claim);
}

export function sentence(claim) {
  if (claim.parts.length) return claim.parts.map(([, text]) => text).join("");
  return `${claim.mentions[0]} … ${claim.statement.relation.label} … ${claim.mentions[1]}`;
}

export function isContested(statement) {
  return (statement.contested ??= ["asserted", "negated"].every((status) => statement.claims.some((claim) => claim.status === status)));
}

// The items by what `of` says of each.
export function groupBy(items, of) {
  const groups = new Map();
  for (const item of items) {
    const key = of(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

// All words under which a claim can be found, made once.
export function haystack(claim) {
  if (claim.hay == null) {
    const { subject, relation, object } = claim.statement;
    const names = [subject, object].flatMap((actor) => [actor.label, ...actor.aliases]);
    claim.hay = fold(
      [...names, relation.label, sentence(claim), claim.document.title, claim.document.publisher, claim.speaker].join("\n"),
    );
  }
  return claim.hay;
}
