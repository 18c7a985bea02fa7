// The table twin: the same claims as rows. Sorted by any column, paged, copied, and saved for a spreadsheet.

import { sentence } from "./data.js";
import { h, replace } from "./dom.js";
import { bdi, confidence, plural } from "./text.js";

const PAGE = 100;
const COLUMNS = [
  { key: "subject", label: "Subject", of: (c) => c.statement.subject.label },
  { key: "relation", label: "Relation", of: (c) => c.statement.relation.label },
  { key: "object", label: "Object", of: (c) => c.statement.object.label },
  { key: "status", label: "Status", of: (c) => c.status },
  { key: "speaker", label: "Who says so", of: (c) => c.speaker ?? "" },
  { key: "date", label: "Date", of: (c) => c.date ?? "" },
  { key: "publisher", label: "Publisher", of: (c) => c.document.publisher ?? "" },
  { key: "confidence", label: "Confidence", of: (c) => c.confidence, show: (c) => confidence(c.confidence) },
  { key: "sentence", label: "Sentence", of: sentence },
];
const EXTRA = [
  ["title", (c) => c.document.title ?? ""], ["url", (c) => c.document.url ?? ""], ["plover", (c) => c.statement.relation.plover ?? ""],
  ["rule", (c) => c.rule], ["statement", (c) => c.statement.id],
];

export class Table {
  constructor(element, act) {
    Object.assign(this, { element, act, page: 0 });
  }

  draw(state, filtered) {
    const chosen = String(state.select?.ids);
    if (!this.load(state, filtered) && chosen === this.chosen) return;
    this.chosen = chosen;
    this.render();
  }

  // Sorts the claims anew where they or the order have changed; tells whether.
  load(state, filtered) {
    this.state = state;
    const sort = String(state.sort);
    if (filtered.claims === this.claims && sort === this.sort) return false;
    Object.assign(this, { claims: filtered.claims, sort, page: 0, rows: sorted(filtered.claims, state.sort), chosen: null });
    return true;
  }

  render() {
    const first = this.page * PAGE;
    const rows = this.rows.slice(first, first + PAGE);
    replace(this.element,
      h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Table of claims" },
        h("table", {}, h("caption", {}, `${plural(this.rows.length, "claim")}${this.rows.length > PAGE ? `, rows ${first + 1} to ${first + rows.length}` : ""}`),
          h("thead", {}, h("tr", {}, COLUMNS.map((column) => this.heading(column)))),
          h("tbody", {}, rows.map((claim) => this.row(claim))))),
      this.pager(first, rows.length));
  }

  heading({ key, label }) {
    const [by, way] = this.state.sort ?? [];
    const next = by === key && way === "up" ? "down" : "up";
    const sortState = by === key ? (way === "up" ? "ascending" : "descending") : "none";
    return h("th", { scope: "col", "aria-sort": sortState, class: `col-${key}` },
      h("button", { type: "button", onclick: () => this.act.sort(key, next) }, label, h("span", { "aria-hidden": "true" }, by === key ? (way === "up" ? " ▲" : " ▼") : "")));
  }

  row(claim) {
    const id = claim.statement.id;
    const open = () => this.act.select("statement", id);
    return h("tr", { class: this.state.select?.ids[0] === id ? "selected" : null, onclick: open }, COLUMNS.map((column, index) => {
      const text = bdi(column.show ? column.show(claim) : column.of(claim));
      if (index === 0) {
        return h("th", { scope: "row", "data-label": column.label }, h("button", { type: "button", onclick: (event) => (event.stopPropagation(), open()) }, text));
      }
      return h("td", { "data-label": column.label, class: `col-${column.key}` }, text);
    }));
  }

  pager(first, count) {
    if (this.rows.length <= PAGE) return null;
    const turn = (by) => () => {
      this.page += by;
      this.render();
      this.element.querySelector(".table-scroll").focus();
    };
    return h("nav", { class: "pager", "aria-label": "Pages of the table" },
      h("button", { type: "button", disabled: first === 0, onclick: turn(-1) }, "Previous"),
      h("button", { type: "button", disabled: first + count >= this.rows.length, onclick: turn(1) }, "Next"));
  }

  asCsv() {
    return this.lines((cell) => `"${String(cell).replaceAll('"', '""')}"`, ",", "\r\n");
  }

  asTsv() {
    return this.lines((cell) => String(cell).replace(/[\t\r\n]+/g, " "), "\t", "\n");
  }

  lines(quote, separator, end) {
    const columns = [...COLUMNS.map(({ key, of }) => [key, of]), ...EXTRA];
    const rows = this.rows.map((claim) => columns.map(([, of]) => spreadsheetSafe(of(claim))));
    return [columns.map(([key]) => key), ...rows].map((row) => row.map(quote).join(separator) + end).join("");
  }
}

// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
export function spreadsheetSafe(value) {
  return typeof value === "string" && /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
}

function sorted(claims, sort) {
  const column = COLUMNS.find(({ key }) => key === sort?.[0]);
  if (!column) return claims;
  const way = sort[1] === "down" ? -1 : 1;
  const keyed = claims.map((claim) => [column.of(claim), claim]);
  const collator = new Intl.Collator("en", { numeric: true });
  const compare = column.key === "confidence" ? (a, b) => a - b : collator.compare;
  return keyed.sort((a, b) => way * compare(a[0], b[0]) || a[1].index - b[1].index).map(([, claim]) => claim);
}
