// One claim as a card: the marked sentence, its source, who says so, its status, and why it was read so.

import { h } from "./dom.js";
import { bdi, clean, confidence, link, plural } from "./text.js";

const SUBJECT = 1, CUE = 2, OBJECT = 4, SCOPE = 8;
const ROLES = [[SUBJECT, "subject"], [CUE, "cue"], [OBJECT, "object"], [SCOPE, "scope"]];
const ORIGINS = {
  text: "the date stands in the text", relative: "reckoned from the day of publication", publication: "the day of publication",
};

export function evidence(claim, data) {
  return h("article", { class: `claim is-${claim.status}` },
    h("div", { class: "tags" }, statusTag(claim), speakerTag(claim), h("span", { class: "tag" }, `confidence ${confidence(claim.confidence)}`)),
    passage(claim),
    source(claim),
    claim.qualifiers.length ? h("p", { class: "small" }, claim.qualifiers.map(([key, value], i) => [i ? " · " : "", bdi(key), ": ", bdi(value)])) : null,
    why(claim, data));
}

export function statusTag(claim) {
  const cue = claim.parts.filter(([roles]) => roles & SCOPE).map(([, text]) => text.trim()).filter(Boolean);
  return h("span", { class: "tag status" }, lineSample(claim.status), claim.status,
    cue.length ? h("span", {}, "by “", bdi(cue.join(" … ")), "”") : null);
}

export function lineSample(status) {
  return h("i", { class: `sample ${status}`, "aria-hidden": "true" });
}

function speakerTag(claim) {
  if (!claim.speaker) return h("span", { class: "tag" }, "told by the article");
  return h("span", { class: "tag quoted" }, h("span", {}, "❝ says ", bdi(claim.speaker)));
}

function passage(claim) {
  if (!claim.parts.length) {
    return h("blockquote", {}, h("p", {}, bdi(claim.mentions[0], { class: "subject" }), " … ", bdi(claim.statement.relation.label, { class: "cue" }),
      " … ", bdi(claim.mentions[1], { class: "object" })), h("p", { class: "small" }, "The article's text is not in this file."));
  }
  const marked = claim.parts.map(([roles, text]) => {
    const names = ROLES.filter(([bit]) => roles & bit).map(([, name]) => name);
    return names.length ? h("mark", { class: names.join(" "), title: names.join(", ") }, clean(text)) : clean(text);
  });
  return h("blockquote", {}, h("bdi", { class: "around" }, clean(claim.before)), h("bdi", { class: "sentence" }, marked),
    h("bdi", { class: "around" }, clean(claim.after)));
}

function source(claim) {
  const { title, publisher, url, name, date } = claim.document;
  return h("p", { class: "source" }, link(url, title || name), h("br"),
    publisher ? [bdi(publisher), " · "] : null, date ? ["published ", bdi(date)] : "no date of publication");
}

function why(claim, data) {
  const { relation, subject, object } = claim.statement;
  const rows = [
    ["Rule", bdi(claim.rule)],
    ["Relation", [bdi(relation.label), relation.definition ? [": ", bdi(relation.definition)] : null]],
    ["Code", relation.plover ? `PLOVER ${relation.plover}${relation.mode ? `/${relation.mode}` : ""}, score ${relation.score}` : "standing relation, no event"],
    ["Subject", meaning(claim.mentions[0], subject, claim.why[0])],
    ["Object", meaning(claim.mentions[1], object, claim.why[1])],
    ["When", claim.date ? [bdi(claim.until ? `${claim.date} to ${claim.until}` : claim.date), ` (${ORIGINS[claim.origin] ?? "given"})`] : "no date"],
    ["Where", [bdi(claim.document.name), `, characters ${claim.at[0]} to ${claim.at[1]}`]],
  ];
  return h("details", { class: "why" }, h("summary", {}, "Why"),
    h("dl", {}, rows.map(([key, value]) => [h("dt", {}, key), h("dd", {}, value)])));
}

function meaning(mention, actor, [score, ...reasons]) {
  return ["“", bdi(mention), "” means ", bdi(actor.label), ` (${confidence(score)}`, reasons.length ? [": ", bdi(reasons.join("; "))] : null, ")"];
}

export function corroboration(claims) {
  const articles = new Set(claims.map((claim) => claim.doc)).size;
  const publishers = new Set(claims.map((claim) => claim.document.publisher ?? claim.document.name)).size;
  return `${plural(claims.length, "claim")} · ${plural(articles, "article")} · ${plural(publishers, "publisher")}`;
}
