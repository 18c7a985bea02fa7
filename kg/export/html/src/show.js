// Small pieces that several parts of the page show: who does what to whom in a line, a dot of colour, a bar of shares.

import { QUADS, isContested } from "./data.js";
import { h } from "./dom.js";
import { bdi } from "./text.js";

// Keys of the items with their numbers of claims, the most first.
export function strongest(items, claims, keyOf, statementOf = (item) => item) {
  const counts = new Map();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + claims.get(statementOf(item)).length);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0].label < b[0].label ? -1 : 1));
}

export function dot(quad) {
  return h("i", { class: `dot ${QUADS[quad].key}`, "aria-hidden": "true" });
}

export function says(statement) {
  return h("span", { class: "says" }, dot(statement.relation.quad), bdi(statement.subject.label), " ", bdi(statement.relation.label, { class: "verb" }), " ", bdi(statement.object.label));
}

export function badge(statement) {
  if (isContested(statement)) return h("span", { class: "tag contested" }, h("b", {}, "±"), "contested");
  const statuses = [...new Set(statement.claims.map((claim) => claim.status))].filter((status) => status !== "asserted");
  return statuses.length ? h("span", { class: "tag" }, statuses.join(", ")) : null;
}

export function balance(statements) {
  const counts = Object.fromEntries(Object.keys(QUADS).map((quad) => [quad, 0]));
  for (const { relation } of statements) counts[relation.quad]++;
  const shares = Object.entries(counts).filter(([, n]) => n);
  if (!shares.length) return null;
  const text = shares.map(([quad, n]) => `${n} ${quad === "static" ? "standing" : quad}`).join(", ");
  return h("div", { class: "balance", role: "img", "aria-label": text, title: text }, shares.map(([quad, n]) => {
    const part = h("span", { class: QUADS[quad].key });
    part.style.flexGrow = n;
    return part;
  }));
}
