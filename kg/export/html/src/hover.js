// A card beside the mouse: who this actor is, what this line says.

import { h, replace } from "./dom.js";
import { balance, says } from "./show.js";
import { bdi, plural } from "./text.js";

const FEW = 5;

export class HoverCard {
  constructor(element, stage) {
    Object.assign(this, { element, stage });
  }

  // `about`: {actor} or {line}, or nothing; `claims`: those that pass the filters, by statement.
  show(about, at, claims) {
    this.element.hidden = !about;
    if (!about) return;
    replace(this.element, about.actor ? ofActor(about.actor, claims) : ofLine(about.line, claims));
    this.place(at);
  }

  place([x, y]) {
    const [width, height] = [this.element.offsetWidth, this.element.offsetHeight];
    const left = x + 18 + width > this.stage.clientWidth ? x - 18 - width : x + 18;
    const top = Math.min(y + 12, this.stage.clientHeight - height - 8);
    this.element.style.transform = `translate(${Math.max(8, Math.round(left))}px, ${Math.max(8, Math.round(top))}px)`;
  }
}

function ofActor(actor, claims) {
  const statements = actor.statements.filter((statement) => claims.has(statement));
  const others = new Set(statements.map(({ subject, object }) => (subject === actor ? object : subject)));
  return [h("p", { class: "kicker" }, bdi(actor.kind.label)), h("p", { class: "name" }, bdi(actor.label)),
    h("p", { class: "small" }, `${plural(statements.length, "relation")} with ${plural(others.size, "actor")}`), balance(statements)];
}

function ofLine({ statements }, claims) {
  const count = (statement) => claims.get(statement)?.length ?? 0;
  const sorted = [...statements].sort((a, b) => count(b) - count(a));
  return [sorted.slice(0, FEW).map((statement) => h("p", {}, says(statement), h("span", { class: "count" }, ` ${notes(claims.get(statement) ?? [])}`))),
    sorted.length > FEW ? h("p", { class: "small" }, `and ${sorted.length - FEW} more`) : null];
}

function notes(claims) {
  const statuses = [...new Set(claims.map((claim) => claim.status))].filter((status) => status !== "asserted");
  return [claims.length > 1 ? `×${claims.length}` : "", ...statuses].filter(Boolean).join(" ");
}
