// The right-hand panel: an actor, all relations between two actors, one statement, or where to begin.

import { begin, results } from "./begin.js";
import { groupBy, isContested, sentence } from "./data.js";
import { h, replace } from "./dom.js";
import { corroboration, evidence } from "./evidence.js";
import { badge, balance, dot, says, strongest } from "./show.js";
import { bdi, link, plural } from "./text.js";

const FEW = 8;
const GROUPS = 60;

export class Panel {
  constructor(element, data, act) {
    Object.assign(this, { element, data, act, shown: null, most: GROUPS });
  }

  // `tags`: what is filtered by.
  draw(state, filtered, scene, tags) {
    Object.assign(this, { state, scene, tags, claims: filtered.statements });
    const key = JSON.stringify([state.select, state.focus, state.path, state.hide, Object.keys(state.pin), state.facets, state.q, state.from, state.to]);
    if (key === this.shown) return;
    const moved = !this.shown || JSON.stringify(state.select) !== JSON.stringify(JSON.parse(this.shown)[0]);
    this.shown = key;
    if (moved) this.most = GROUPS;
    replace(this.element, this.content(state.select));
    if (moved) this.element.scrollTop = 0;
    this.element.querySelector(".group.chosen")?.scrollIntoView({ block: "nearest" });
  }

  content(select) {
    if (this.state.path.length === 2 && !select) return this.paths();
    if (!select) return this.tags.length ? results(this, this.tags) : begin(this);
    const [first, second, third] = select.ids;
    if (select.kind === "statement") {
      const statement = this.data.statementById.get(first);
      return statement ? this.statement(statement) : this.gone();
    }
    const actor = this.data.actorById.get(first);
    if (!actor) return this.gone();
    if (select.kind === "actor") return this.actor(actor);
    const other = this.data.actorById.get(second);
    return other ? this.pair(actor, other, third) : this.gone();
  }

  gone() {
    return [h("h2", {}, "Not in this graph"), h("p", {}, "The link names something that this file doesn't hold.")];
  }

  actor(actor) {
    const statements = this.told(actor.statements);
    const shares = groupBy(statements, (s) => (s.subject === actor ? s.object : s.subject));
    const groups = strongest(statements, this.claims, (s) => (s.subject === actor ? s.object : s.subject));
    const shown = groups.slice(0, this.most);
    return [
      h("p", { class: "kicker" }, actor.kind.label),
      h("h2", {}, bdi(actor.label)),
      actor.aliases.length ? h("p", { class: "small" }, "Also: ", names(actor.aliases.slice(0, FEW)),
        actor.aliases.length > FEW ? ` and ${actor.aliases.length - FEW} more` : null) : null,
      h("p", { class: "small" }, identity(actor), actsFor(actor, this.data)),
      this.actions(actor),
      balance(statements),
      h("h3", {}, plural(statements.length, "relation"), ` with ${plural(groups.length, "actor")}`),
      statements.length ? null : h("p", { class: "small" }, "None passes the filters."),
      shown.map(([other]) => this.group(other, shares.get(other))),
      groups.length > shown.length ? h("button", { type: "button", class: "more", onclick: () => this.more() }, `${groups.length - shown.length} more actors`) : null,
      this.note(`actor:${actor.id}`),
    ];
  }

  // What is folded is made when it is opened.
  group(other, statements) {
    const list = h("ul", { class: "rows" });
    const fill = () => list.childElementCount || replace(list, statements.map((statement) => this.row(statement)));
    const details = h("details", { class: "group", open: statements.length <= 3, ontoggle: fill },
      h("summary", {}, bdi(other.label), h("span", { class: "count" }, statements.length)), list);
    if (details.open) fill();
    return details;
  }

  more() {
    this.most += GROUPS;
    replace(this.element, this.content(this.state.select));
  }

  actions(actor) {
    const { focus, path, hide, pin } = this.state;
    const isFocus = focus.includes(actor.id);
    return h("div", { class: "actions" },
      this.button(isFocus && focus.length === 1 ? "Back to all" : "Only its relations", () => (isFocus && focus.length === 1 ? this.act.overview() : this.act.focus(actor.id))),
      focus.length && !(isFocus && focus.length === 1) ? this.button(isFocus ? "Collapse" : "Expand", () => this.act.expand(actor.id)) : null,
      this.button("Path to …", () => this.act.pathFrom(actor.id)),
      this.button(actor.id in pin ? "Unpin" : "Pin", () => this.act.togglePin(actor.id)),
      this.button(hide.includes(actor.id) ? "Show" : "Hide", () => this.act.toggleHide(actor.id)));
  }

  pair(a, b, chosen) {
    const statements = this.told(a.statements.filter((s) => s.subject === b || s.object === b));
    const sorted = [...statements].sort((x, y) => isContested(y) - isContested(x) || this.claims.get(y).length - this.claims.get(x).length);
    return [
      h("p", { class: "kicker" }, "between"),
      h("h2", {}, this.button(bdi(a.label), () => this.act.select("actor", a.id)), " and ", this.button(bdi(b.label), () => this.act.select("actor", b.id))),
      balance(statements),
      h("h3", {}, plural(statements.length, "relation")),
      sorted.map((statement) => h("details", { class: chosen === statement.id ? "group chosen" : "group", open: sorted.length <= 2 || chosen === statement.id },
        h("summary", {}, says(statement), badge(statement), h("span", { class: "count" }, this.claims.get(statement).length)),
        this.body(statement))),
      this.note(`pair:${a.id},${b.id}`),
    ];
  }

  statement(statement) {
    const { subject, object } = statement;
    return [
      h("p", { class: "kicker" }, dot(statement.relation.quad), statement.relation.quad === "static" ? "standing relation" : statement.relation.quad),
      h("h2", {}, this.button(bdi(subject.label), () => this.act.select("actor", subject.id)), " ", bdi(statement.relation.label), " ",
        this.button(bdi(object.label), () => this.act.select("actor", object.id))),
      h("p", { class: "small" }, corroboration(statement.claims), " ", badge(statement)),
      this.body(statement),
      subject === object ? null : h("div", { class: "actions" },
        this.button("All between the two", () => this.act.select("pair", subject.id, object.id))),
      this.note(`statement:${statement.id}`),
    ];
  }

  // A contested statement is shown whole, side by side: a filter must not hide the other side.
  body(statement) {
    if (!isContested(statement)) return (this.claims.get(statement) ?? statement.claims).map((claim) => evidence(claim, this.data));
    const sides = [["Says that it is so", "asserted"], ["Denies it", "negated"]];
    const others = statement.claims.filter((claim) => !["asserted", "negated"].includes(claim.status));
    return [
      h("div", { class: "sides" }, sides.map(([title, status]) => {
        const claims = statement.claims.filter((claim) => claim.status === status);
        return h("section", { class: `side is-${status}` }, h("h4", {}, title), h("p", { class: "small" }, corroboration(claims)),
          claims.map((claim) => evidence(claim, this.data)));
      })),
      others.map((claim) => evidence(claim, this.data)),
    ];
  }

  paths() {
    const [from, to] = this.state.path.map((id) => this.data.actorById.get(id));
    if (!from || !to) return this.gone();
    const { paths } = this.scene();
    const steps = paths.length ? paths[0].length - 1 : 0;
    return [
      h("p", { class: "kicker" }, "paths"),
      h("h2", {}, bdi(from.label), " to ", bdi(to.label)),
      paths.length ? h("p", { class: "small" }, `The shortest paths take ${plural(steps, "step")}. Direction is not counted.`)
        : h("p", {}, "No path, with these filters."),
      h("ol", { class: "rows" }, paths.map((path) => h("li", { class: "path" }, path.map((actor, i) => [
        i ? this.button("–", () => this.act.select("pair", path[i - 1].id, actor.id), null, `Relations between ${path[i - 1].label} and ${actor.label}`) : null,
        this.button(bdi(actor.label), () => this.act.select("actor", actor.id)),
      ])))),
      h("div", { class: "actions" }, this.button("Back to all", () => this.act.overview())),
    ];
  }

  // `told`: whether to add who says so, and when.
  row(statement, told = false) {
    const claims = this.claims.get(statement) ?? statement.claims;
    return h("li", {}, h("button", { type: "button", class: "row", title: sentence(claims[0]).slice(0, 300), onclick: () => this.act.select("statement", statement.id) },
      says(statement), badge(statement), claims.length > 1 ? h("span", { class: "count" }, claims.length) : null,
      told ? h("span", { class: "told small" }, whoAndWhen(claims)) : null));
  }

  told(statements) {
    return statements.filter((statement) => this.claims.has(statement));
  }

  button(content, onclick, count, label) {
    return h("button", { type: "button", onclick, "aria-label": label }, content, count == null ? null : h("span", { class: "count" }, count));
  }

  note(key) {
    const id = `note-${key.replace(/\W/g, "-")}`;
    const area = h("textarea", { id, rows: 2, maxlength: 2000, placeholder: "Kept in the link; “Share” copies or downloads it.", oninput: () => this.act.note(key, area.value) });
    area.value = this.state.notes[key] ?? "";
    return h("div", { class: "note" }, h("label", { for: id }, "Note"), area);
  }
}

function whoAndWhen(claims) {
  const speakers = [...new Set(claims.map((claim) => claim.speaker).filter(Boolean))];
  const dates = claims.map((claim) => claim.date).filter(Boolean).sort();
  const when = [...new Set([dates[0], dates.at(-1)])].filter(Boolean).join(" to ");
  return [when, when && speakers.length ? " · " : "", speakers.length ? ["❝ ", names(speakers.slice(0, 3))] : null];
}

function identity(actor) {
  const id = /^Q\d+$/.test(actor.same ?? "") ? `https://www.wikidata.org/wiki/${actor.same}` : actor.same;
  return actor.same ? ["Same as ", link(id, actor.same)] : null;
}

function actsFor(actor, data) {
  if (!actor.for.length) return null;
  const labels = actor.for.map((other) => (typeof other === "number" ? data.actors[other].label : other));
  return [actor.same ? " · " : "", "acts for ", names(labels)];
}

function names(texts) {
  return texts.map((text, i) => [i ? ", " : "", bdi(text)]);
}
