// Facets: which claims pass, and how many would pass for each value that could be ticked.

import { STATUSES, groupBy, haystack } from "./data.js";
import { fold, isoDay } from "./text.js";

const NONE = -1;
const MANY = -2;
// A day that no date reaches.
const NEVER = 2 ** 30;
const GRADES = [[0.9, "90 % and more"], [0.7, "70 to 90 %"], [0.5, "50 to 70 %"], [0, "below 50 %"]];
const PLOVER = (
  "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split(" ");

export const FACETS = [
  { key: "status", label: "Status", of: (c) => [c.status], order: STATUSES },
  { key: "relation", label: "Relation", of: (c) => [c.statement.relation.id], name: (c) => c.statement.relation.label,
    quad: (c) => c.statement.relation.quad },
  { key: "plover", label: "Kind of act (PLOVER)", of: (c) => [c.statement.relation.plover ?? "standing relation"],
    order: [...PLOVER, "standing relation"], quad: (c) => c.statement.relation.quad },
  { key: "type", label: "Type of actor", of: (c) => [c.statement.subject.type, c.statement.object.type],
    names: (data) => Object.fromEntries(Object.entries(data.types).map(([id, type]) => [id, type.label])) },
  { key: "speaker", label: "Who says so", of: (c) => [c.speaker ?? ""], name: (c) => c.speaker ?? "the article itself" },
  { key: "publisher", label: "Publisher", of: (c) => [c.document.publisher ?? ""], name: (c) => c.document.publisher ?? "not known" },
  { key: "confidence", label: "Confidence", of: (c) => [GRADES.find(([least]) => c.confidence >= least)[1]],
    order: GRADES.map(([, label]) => label) },
];

// Gives each facet its values, and each claim the numbers of its values: one, or two for the types of both ends.
export function indexFacets(data) {
  return FACETS.map((facet) => {
    const values = new Map();
    const names = facet.names?.(data) ?? {};
    const codes = [new Int32Array(data.claims.length), new Int32Array(data.claims.length)];
    for (const claim of data.claims) {
      const [first, second = first] = facet.of(claim).map((id) => codeOf(values, id, () => ({
        label: facet.name?.(claim) ?? names[id] ?? id, quad: facet.quad?.(claim),
      })));
      codes[0][claim.index] = first;
      codes[1][claim.index] = second;
    }
    return { ...facet, values: [...values.values()], byId: values, codes };
  });
}

function codeOf(values, id, describe) {
  if (!values.has(id)) values.set(id, { id, code: values.size, ...describe() });
  return values.get(id).code;
}

// The days of each claim in order; those of one without a date are in no stretch of time.
export function indexDays(data) {
  const days = { first: new Int32Array(data.claims.length), last: new Int32Array(data.claims.length) };
  for (const claim of data.claims) [days.first[claim.index], days.last[claim.index]] = claim.days ?? [NEVER, -NEVER];
  return days;
}

export function applyFilter({ data, facets, days, words }, state) {
  const chosen = facets.map((facet) => chosenCodes(facet, state.facets[facet.key]));
  const counts = facets.map((facet) => new Int32Array(facet.values.length));
  const isFound = words.find(state.q);
  const isTimed = state.from != null || state.to != null;
  const [from, to] = [state.from ?? -NEVER + 1, state.to ?? NEVER - 1];
  const kept = [];
  const inTime = [];
  for (const claim of data.claims) {
    if (isFound && !isFound[claim.index]) continue;
    const failed = failing(facets, chosen, claim.index);
    if (failed === MANY) continue;
    if (failed === NONE) inTime.push(claim);
    if (isTimed && (days.last[claim.index] < from || days.first[claim.index] > to)) continue;
    if (failed === NONE) kept.push(claim);
    count(facets, counts, claim.index, failed);
  }
  return { claims: kept, inTime, counts, statements: groupBy(kept, (claim) => claim.statement) };
}

// Whether all words of the text stand somewhere in what a claim can be found by.
export function matcher(text) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return words.length ? (claim) => words.every((word) => haystack(claim).includes(word)) : () => true;
}

// The claims with the words of a text; a longer text is looked for among those that a shorter one found.
export class Words {
  constructor(claims) {
    Object.assign(this, { claims, text: "", found: null });
  }

  find(text) {
    if (!fold(text).trim()) return null;
    if (text === this.text) return this.found;
    const before = this.found && text.startsWith(this.text) ? this.found : null;
    const matches = matcher(text);
    const found = new Uint8Array(this.claims.length);
    for (const claim of this.claims) if ((!before || before[claim.index]) && matches(claim)) found[claim.index] = 1;
    Object.assign(this, { text, found });
    return found;
  }
}

function chosenCodes(facet, ids) {
  if (!ids?.length) return null;
  const chosen = new Uint8Array(facet.values.length);
  for (const id of ids) if (facet.byId.has(id)) chosen[facet.byId.get(id).code] = 1;
  return chosen;
}

// The one facet that the claim fails, or NONE, or MANY.
function failing(facets, chosen, index) {
  let failed = NONE;
  for (let f = 0; f < facets.length; f++) {
    const [first, second] = facets[f].codes;
    if (!chosen[f] || chosen[f][first[index]] || chosen[f][second[index]]) continue;
    if (failed !== NONE) return MANY;
    failed = f;
  }
  return failed;
}

function count(facets, counts, index, failed) {
  const [from, to] = failed === NONE ? [0, facets.length] : [failed, failed + 1];
  for (let f = from; f < to; f++) {
    const [first, second] = facets[f].codes;
    counts[f][first[index]]++;
    if (second[index] !== first[index]) counts[f][second[index]]++;
  }
}

// Values in the order that a reader expects: a given order, else the most frequent first.
export function ordered(facet, counts) {
  const rank = facet.order ? (value) => facet.order.indexOf(value.id) : (value) => -counts[value.code];
  return [...facet.values].sort((a, b) => rank(a) - rank(b) || (a.label < b.label ? -1 : 1));
}

// What is filtered by, in words; `without` is the change of state that takes it off.
export function filterTags(facets, state) {
  const tags = facets.flatMap(({ key, label, byId }) => (state.facets[key] ?? []).map((id) => ({
    text: `${label}: ${byId.get(id)?.label ?? id}`, value: byId.get(id)?.label ?? id,
    without: { facets: { ...state.facets, [key]: state.facets[key].filter((other) => other !== id) } },
  })));
  if (state.q) tags.push({ text: `words: ${state.q}`, value: `“${state.q}”`, without: { q: "" } });
  if (state.from != null || state.to != null) {
    const [from, to] = [state.from, state.to].map((day) => (day == null ? "…" : isoDay(day)));
    tags.push({ text: `${from} to ${to}`, without: { from: null, to: null } });
  }
  return tags;
}
