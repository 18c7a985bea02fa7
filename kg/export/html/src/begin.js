// The panel where nothing is chosen: questions to begin with, or in words what the filters leave.

import { isContested } from "./data.js";
import { h } from "./dom.js";
import { corroboration } from "./evidence.js";
import { balance, dot, strongest } from "./show.js";
import { bdi, digits, firstOfMonth, partsOf, periodName, plural } from "./text.js";

const ROWS = 60;

export function begin(panel) {
  const statements = [...panel.claims.keys()];
  const contested = statements.filter(isContested);
  const relations = strongest(statements, panel.claims, ({ relation }) => relation);
  const [acts, standing] = [false, true].map((is) => relations.filter(([relation]) => (relation.quad === "static") === is));
  return [
    h("h2", {}, "Where to begin"),
    h("p", { class: "small" }, "Click an actor or a line, search, or ask. Each line leads to the sentences that say so."),
    h("ul", { class: "rows" }, questions(panel, statements).map(([text, count, run]) => h("li", {}, h("button", { type: "button", class: "row ask", onclick: run }, h("span", {}, text), h("span", { class: "count" }, count))))),
    contested.length ? [h("h3", {}, `Contested (${contested.length})`), h("p", { class: "small" }, "Asserted by one, denied by another."),
      h("ul", { class: "rows" }, contested.slice(0, 12).map((statement) => panel.row(statement)))] : null,
    h("h3", {}, "Most told of"),
    h("ul", { class: "leaders" }, leaders(panel, statements)),
    h("h3", {}, "What they do"), relationChips(panel, acts.slice(0, 10)),
    standing.length ? [h("h3", {}, "How they stand to one another"), relationChips(panel, standing.slice(0, 6))] : null,
  ];
}

function questions({ data, claims, act }, statements) {
  const all = statements.flatMap((statement) => claims.get(statement));
  const asked = [["negated", "Who denies what?"], ["planned", "What is planned?"], ["questioned", "What is called in question?"]];
  const [month, told] = busiest(all);
  return [
    ...asked.map(([status, text]) => [text, all.filter((claim) => claim.status === status).length, () => act.facet("status", status)]),
    month == null ? [0, 0] : [`What changed in ${periodName(firstOfMonth(month), firstOfMonth(month + 1) - 1)}?`, told,
      () => act.time(firstOfMonth(month), firstOfMonth(month + 1) - 1, true)],
  ].filter(([, count]) => count).map(([text, count, run]) => [text, digits(count), run]);
}

// The month with most claims, and their number.
function busiest(claims) {
  const counts = new Map();
  for (const { days } of claims) {
    if (!days || days[1] - days[0] > 31) continue;
    const [year, month] = partsOf(days[0]);
    counts.set(year * 12 + month - 1, (counts.get(year * 12 + month - 1) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [null, 0];
}

function leaders({ claims, act }, statements) {
  const ends = statements.flatMap((s) => (s.subject === s.object ? [[s, s.subject]] : [[s, s.subject], [s, s.object]]));
  const told = strongest(ends, claims, ([, actor]) => actor, ([statement]) => statement).slice(0, 8);
  return told.map(([actor, count]) => {
    const bar = balance(actor.statements.filter((statement) => claims.has(statement)));
    if (bar) bar.style.width = `${Math.round((100 * count) / told[0][1])}%`;
    return h("li", {}, h("button", { type: "button", onclick: () => act.focus(actor.id) }, h("span", { class: "who" }, bdi(actor.label)), h("span", { class: "count" }, digits(count)), bar));
  });
}

function relationChips({ act }, relations) {
  return h("ul", { class: "chips" }, relations.map(([relation, count]) => h("li", {},
    h("button", { type: "button", onclick: () => act.facet("relation", relation.id) }, dot(relation.quad), bdi(relation.label), h("span", { class: "count" }, digits(count))))));
}

// What passes the filters; within a stretch of time, first what was not told before.
export function results(panel, tags) {
  const { state, claims } = panel;
  const told = [...claims.values()].flat();
  const isTimed = state.from != null || state.to != null;
  const sorted = ranked(panel.data, claims);
  return [
    h("p", { class: "kicker" }, "what passes"),
    h("h2", {}, heading(state, tags)),
    told.length ? h("p", { class: "small" }, plural(claims.size, "relation"), " · ", corroboration(told)) : h("p", {}, "No relation passes the filters."),
    balance(sorted),
    isTimed && state.from != null ? sections(panel, sorted) : rows(panel, sorted),
  ];
}

function heading({ from, to }, tags) {
  const others = tags.filter(({ without }) => !("from" in without)).map(({ value }) => value);
  const time = from != null && to != null ? periodName(from, to) : tags.find(({ without }) => "from" in without)?.text;
  return bdi([...others, time].filter(Boolean).join(" · "));
}

function sections(panel, sorted) {
  const wasTold = ({ claims }) => claims.some(({ days }) => days && days[1] < panel.state.from);
  const [old, fresh] = [true, false].map((is) => sorted.filter((statement) => wasTold(statement) === is));
  return [
    h("h3", {}, `New in this time (${fresh.length})`), fresh.length ? rows(panel, fresh) : h("p", { class: "small" }, "Nothing that was not told before."),
    old.length ? [h("h3", {}, `Told before as well (${old.length})`), rows(panel, old)] : null,
  ];
}

// Acts before states of affairs, for they are what happened; then the contested, then what most claims say. Numbers sort faster
// than anything else, so the three and the place in the file become one.
function ranked({ statements }, claims) {
  const keys = Float64Array.from(claims, ([statement, { length }]) =>
    (((statement.relation.quad === "static" ? 1 : 0) * 2 + (isContested(statement) ? 0 : 1)) * 1e6 + 1e6 - Math.min(length, 1e6)) * 2 ** 24 + statement.index);
  return Array.from(keys.sort(), (key) => statements[key % 2 ** 24]);
}

function rows(panel, statements) {
  const shown = statements.slice(0, ROWS);
  return [h("ul", { class: "rows" }, shown.map((statement) => panel.row(statement, true))),
    statements.length > ROWS ? h("button", { type: "button", class: "more", onclick: () => panel.act.view("table") }, `All ${digits(statements.length)} in the table`) : null];
}
