// Decides what the picture shows: which actors, which lines between them, and what is left out.

import { QUADS, STATUSES, isContested } from "./data.js";

const MOST_LINES = 600;
const LINES_EACH = 4;
const MOST_RELATIONS = 60;
// So many actors more than asked for are drawn rather than left out.
const SLACK = 1.25;

// `few`: how many actors the whole graph shows at first.
export function makeScene(data, filtered, state, few) {
  const hidden = new Set(state.hide);
  const pool = [...filtered.statements.keys()].filter(
    ({ subject, object }) => !hidden.has(subject.id) && !hidden.has(object.id),
  );
  const strength = strengths(pool, filtered.statements);
  if (modeOf(state) === "pair") return between(data, pool, filtered.statements, strength, state.select.ids);
  const { statements, layers, paths } = choose(data, pool, state);
  const shown = new Set(statements.flatMap(({ subject, object }) => [subject, object]));
  for (const id of [...state.focus, ...state.path]) if (data.actorById.has(id)) shown.add(data.actorById.get(id));
  const wanted = new Set([...state.focus, ...state.path]);
  const ranked = [...shown].sort((a, b) => rank(b) - rank(a) || a.index - b.index);
  const most = state.focus.length || state.path.length ? data.drawn : Math.min(state.show ?? few, data.drawn);
  const actors = new Set(ranked.length <= Math.min(most * SLACK, data.drawn) ? ranked : ranked.slice(0, most));
  const inside = statements.filter(({ subject, object }) => actors.has(subject) && actors.has(object));
  const lines = makeLines(inside, filtered.statements, wanted).slice(0, Math.min(MOST_LINES, LINES_EACH * actors.size));
  const linked = new Set(lines.flatMap(({ a, b }) => [a, b]));
  for (const actor of actors) if (!linked.has(actor) && !wanted.has(actor.id)) actors.delete(actor);
  const drawn = lines.reduce((sum, line) => sum + line.statements.length, 0);
  const left = { actors: ranked.length - actors.size, statements: statements.length - drawn };
  return { actors: [...actors], lines, strength, layers, paths, left, total: ranked.length, mode: modeOf(state) };

  function rank(actor) {
    return (wanted.has(actor.id) ? 1e9 : 0) + (strength.get(actor) ?? 0);
  }
}

export function modeOf(state) {
  if (state.select?.kind === "pair") return "pair";
  if (state.path.length === 2) return "path";
  return state.focus.length ? "focus" : "overview";
}

// Two actors and each relation between them as a line of its own: one way above, the other below.
function between(data, pool, claims, strength, [first, second]) {
  const ends = [first, second].map((id) => data.actorById.get(id)).filter(Boolean);
  const own = pool.filter(({ subject, object }) => [first, second].includes(subject.id) && [first, second].includes(object.id)
    && (first === second || subject !== object));
  const order = Object.keys(QUADS);
  const rank = ({ subject, relation }) => (subject === ends[0] ? 0 : 100) + order.indexOf(relation.quad);
  own.sort((x, y) => rank(x) - rank(y) || (x.relation.label < y.relation.label ? -1 : 1));
  const lines = own.slice(0, MOST_RELATIONS).map((statement) => lineOfStatement(statement, claims.get(statement)));
  return { actors: [...new Set(ends)], lines, strength, left: { actors: 0, statements: own.length - lines.length }, total: ends.length, mode: "pair" };
}

function strengths(pool, claims) {
  const strength = new Map();
  for (const statement of pool) {
    for (const actor of [statement.subject, statement.object]) {
      strength.set(actor, (strength.get(actor) ?? 0) + claims.get(statement).length);
    }
  }
  return strength;
}

function choose(data, pool, state) {
  if (state.path.length === 2) return alongPaths(data, pool, state.path);
  if (!state.focus.length) return { statements: pool };
  const focus = new Set(state.focus);
  const near = new Set(focus);
  for (const { subject, object } of pool) {
    if (focus.has(subject.id)) near.add(object.id);
    if (focus.has(object.id)) near.add(subject.id);
  }
  return { statements: pool.filter(({ subject, object }) => near.has(subject.id) && near.has(object.id)) };
}

// The shortest ways between two actors, whatever the direction of the relations; layers hold the steps.
function alongPaths(data, pool, [from, to]) {
  const start = data.actorById.get(from);
  const end = data.actorById.get(to);
  if (!start || !end) return { statements: [], layers: [], paths: [] };
  const near = new Map();
  for (const { subject, object } of pool) {
    join(subject, object);
    join(object, subject);
  }
  const depth = flood(start, near);
  if (!depth.has(end)) return { statements: [], layers: [[start], [end]], paths: [] };
  const back = flood(end, near);
  const total = depth.get(end);
  const on = (actor) => depth.get(actor) + back.get(actor) === total;
  const layers = Array.from({ length: total + 1 }, () => []);
  for (const actor of depth.keys()) if (on(actor)) layers[depth.get(actor)].push(actor);
  const step = (a, b) => on(a) && on(b) && Math.abs(depth.get(a) - depth.get(b)) === 1;
  const statements = pool.filter(({ subject, object }) => step(subject, object));
  return { statements, layers, paths: spell(start, end, near, depth, on) };

  function join(a, b) {
    if (!near.has(a)) near.set(a, new Set());
    near.get(a).add(b);
  }
}

function flood(start, near) {
  const depth = new Map([[start, 0]]);
  for (const actor of depth.keys()) {
    for (const other of near.get(actor) ?? []) if (!depth.has(other)) depth.set(other, depth.get(actor) + 1);
  }
  return depth;
}

function spell(start, end, near, depth, on, most = 20) {
  const found = [];
  const walk = (path) => {
    const last = path[path.length - 1];
    if (found.length >= most) return;
    if (last === end) found.push(path);
    else for (const next of near.get(last)) {
      if (on(next) && depth.get(next) === depth.get(last) + 1) walk([...path, next]);
    }
  };
  walk([start]);
  return found;
}

// One line for all relations between two actors: those of wanted actors first, then the strongest.
function makeLines(statements, claims, wanted) {
  const lines = new Map();
  for (const statement of statements) {
    const [a, b] = [statement.subject, statement.object].sort((x, y) => x.index - y.index);
    const key = `${a.index}-${b.index}`;
    if (!lines.has(key)) lines.set(key, { key, a, b, statements: [] });
    lines.get(key).statements.push(statement);
  }
  for (const line of lines.values()) summarise(line, claims);
  const own = ({ a, b }) => (wanted.has(a.id) || wanted.has(b.id) ? 1 : 0);
  return [...lines.values()].sort((x, y) => own(y) - own(x) || y.claims.length - x.claims.length || (x.key < y.key ? -1 : 1));
}

function summarise(line, claims) {
  line.claims = line.statements.flatMap((statement) => claims.get(statement));
  line.shares = Object.keys(QUADS)
    .map((quad) => [quad, line.statements.filter(({ relation }) => relation.quad === quad).length])
    .filter(([, count]) => count);
  line.status = statusOf(line.claims);
  line.quoted = line.claims.every((claim) => claim.speaker);
  line.contested = line.statements.some(isContested);
  line.towardsB = line.statements.some(({ subject, relation }) => subject === line.a && !relation.symmetric);
  line.towardsA = line.statements.some(({ subject, relation }) => subject === line.b && !relation.symmetric);
}

// The firmest status among the claims: one assertion makes a line solid.
export function statusOf(claims) {
  return STATUSES.find((status) => claims.some((claim) => claim.status === status));
}

export function lineOfStatement(statement, claims) {
  const flip = statement.subject.index > statement.object.index;
  const directed = !statement.relation.symmetric;
  return {
    key: `s${statement.index}`, a: flip ? statement.object : statement.subject, b: flip ? statement.subject : statement.object,
    statements: [statement], claims, shares: [[statement.relation.quad, 1]], status: statusOf(claims),
    quoted: claims.every((claim) => claim.speaker), contested: isContested(statement),
    towardsB: directed && !flip, towardsA: directed && flip,
  };
}
