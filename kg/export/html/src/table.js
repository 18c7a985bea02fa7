// The table twin: the same claims as rows. Sorted by any column, copied, and saved for a spreadsheet. Only the rows in view are
// made, so that all can be scrolled through.

import { groupBy, sentence } from "./data.js";
import { h, replace } from "./dom.js";
import { lineSample } from "./evidence.js";
import { dot } from "./show.js";
import { bdi, confidence, fold, plural } from "./text.js";

// Heights of a row, in rem, as in the style sheet; `OVER` rows are made above and below those in view.
const [HEIGHT, NARROW_HEIGHT] = [3.2, 7.4];
const OVER = 6;
const PRINTED = 2000;
// More different texts than these are ordered by their letters alone.
const MOST_COLLATED = 3000;
export const COLUMNS = [
  { key: "subject", label: "Subject", of: (c) => c.statement.subject.label },
  { key: "relation", label: "Relation", of: (c) => c.statement.relation.label, sign: (c) => dot(c.statement.relation.quad) },
  { key: "object", label: "Object", of: (c) => c.statement.object.label },
  { key: "status", label: "Status", of: (c) => c.status, sign: (c) => lineSample(c.status) },
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
  constructor(element, all, act) {
    Object.assign(this, { element, all, act, rows: [], orders: new Map(), from: 0 });
    this.caption = h("caption", {});
    this.head = h("tr", {});
    this.body = h("tbody", {});
    this.table = h("table", {}, this.caption, h("thead", {}, this.head), this.body);
    this.scroller = h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Table of claims" }, this.table);
    this.scroller.addEventListener("scroll", () => this.fill());
    this.body.addEventListener("keydown", (event) => this.walk(event));
    new ResizeObserver(() => this.fill(true)).observe(this.scroller);
    replace(element, this.scroller);
  }

  draw(state, filtered) {
    const chosen = String(state.select?.ids);
    if (!this.load(state, filtered) && chosen === this.chosen) return;
    this.chosen = chosen;
    this.caption.textContent = plural(this.rows.length, "claim");
    this.table.setAttribute("aria-rowcount", this.rows.length + 1);
    replace(this.head, COLUMNS.map((column) => this.heading(column)));
    this.fill(true);
  }

  // Sorts the claims anew where they or the order have changed; tells whether.
  load(state, filtered) {
    this.state = state;
    const sort = String(state.sort);
    if (filtered.claims === this.claims && sort === this.sort) return false;
    Object.assign(this, { claims: filtered.claims, sort, rows: this.sorted(filtered.claims, state.sort), chosen: null });
    this.scroller.scrollTop = 0;
    return true;
  }

  sorted(claims, sort) {
    const groups = this.order(sort?.[0]);
    if (!groups) return claims;
    const isIn = new Uint8Array(this.all.length);
    for (const claim of claims) isIn[claim.index] = 1;
    const rows = [];
    for (const group of sort[1] === "down" ? [...groups].reverse() : groups) for (const claim of group) if (isIn[claim.index]) rows.push(claim);
    return rows;
  }

  // All claims in the order of a column, those with the same value together; made once.
  order(key) {
    const column = COLUMNS.find((other) => other.key === key);
    if (column && !this.orders.has(key)) this.orders.set(key, ordered(this.all, column));
    return this.orders.get(key);
  }

  // Makes the rows that are in view, and some around them; the others are empty room.
  fill(anew = false) {
    if (this.unrolled || !this.scroller.clientHeight) return;
    const height = this.rowHeight();
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - OVER);
    const from = first - (first % OVER);
    const to = Math.min(this.rows.length, from + Math.ceil(this.scroller.clientHeight / height) + 3 * OVER);
    if (!anew && from === this.from) return;
    this.from = from;
    const focused = Number(document.activeElement?.closest?.("tbody tr")?.getAttribute("aria-rowindex"));
    replace(this.body, room(from * height), this.rows.slice(from, to).map((claim, index) => this.row(claim, from + index)), room((this.rows.length - to) * height));
    if (focused) this.focus(focused - 2);
  }

  rowHeight() {
    const isNarrow = matchMedia("(max-width: 719px)").matches;
    return (isNarrow ? NARROW_HEIGHT : HEIGHT) * parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  focus(index) {
    this.body.querySelector(`[aria-rowindex="${index + 2}"] button`)?.focus({ preventScroll: true });
  }

  // Up and down go from row to row, as far as there are any.
  walk(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const index = Number(event.target.closest("tr")?.getAttribute("aria-rowindex")) - 2 + by;
    if (!by || !(index >= 0 && index < this.rows.length)) return;
    event.preventDefault();
    const height = this.rowHeight();
    const room = this.scroller.clientHeight - 3 * height;
    const top = Math.min(index * height, Math.max(this.scroller.scrollTop, index * height - room));
    if (top !== this.scroller.scrollTop) this.scroller.scrollTop = top;
    this.fill();
    this.focus(index);
  }

  // For paper, the rows are all there, up to a limit.
  unroll() {
    this.unrolled = true;
    replace(this.body, this.rows.slice(0, PRINTED).map((claim, index) => this.row(claim, index)));
  }

  roll() {
    this.unrolled = false;
    this.fill(true);
  }

  heading({ key, label }) {
    const [by, way] = this.state.sort ?? [];
    const next = by === key && way === "up" ? "down" : "up";
    const sortState = by === key ? (way === "up" ? "ascending" : "descending") : "none";
    return h("th", { scope: "col", "aria-sort": sortState, class: `col-${key}` },
      h("button", { type: "button", onclick: () => this.act.sort(key, next) }, label, h("span", { "aria-hidden": "true" }, by === key ? (way === "up" ? " ▲" : " ▼") : "")));
  }

  row(claim, index) {
    const id = claim.statement.id;
    const open = () => this.act.select("statement", id);
    const isChosen = this.state.select?.kind === "statement" && this.state.select.ids[0] === id;
    return h("tr", { class: isChosen ? "selected" : null, "aria-rowindex": index + 2, onclick: open }, COLUMNS.map((column, at) => {
      const text = bdi(column.show ? column.show(claim) : column.of(claim));
      if (at === 0) {
        return h("th", { scope: "row", class: "col-subject" }, h("button", { type: "button", onclick: (event) => (event.stopPropagation(), open()) }, text));
      }
      return h("td", { "data-label": column.label, class: `col-${column.key}` }, h("div", {}, column.sign?.(claim), text));
    }));
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

function room(height) {
  const cell = h("td", { colspan: COLUMNS.length });
  cell.style.height = `${height}px`;
  return height > 0 ? h("tr", { class: "room", "aria-hidden": "true" }, cell) : null;
}

// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
export function spreadsheetSafe(value) {
  return typeof value === "string" && /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
}

// Each value is compared once, however many claims have it.
function ordered(claims, { key, of }) {
  const groups = groupBy(claims, of);
  const values = [...groups.keys()];
  if (key === "confidence") values.sort((a, b) => a - b);
  else if (values.length <= MOST_COLLATED) values.sort(new Intl.Collator("en", { numeric: true }).compare);
  else byLetters(values);
  return values.map((value) => groups.get(value));
}

function byLetters(values) {
  const folded = new Map(values.map((value) => [value, fold(value)]));
  values.sort((a, b) => (folded.get(a) < folded.get(b) ? -1 : folded.get(a) > folded.get(b) ? 1 : 0));
}
