// The filters: for each facet its values, each with the number of claims that it would leave.

import { h, replace } from "./dom.js";
import { lineSample } from "./evidence.js";
import { ordered } from "./filter.js";
import { dot } from "./show.js";
import { bdi } from "./text.js";

const FEW = 8;
const OPEN = ["status", "relation"];

export class Facets {
  constructor(element, facets, act) {
    Object.assign(this, { element, facets, act, all: new Set() });
    this.words = h("input", { id: "words", type: "search", autocomplete: "off", placeholder: "Words in names and sentences", "aria-label": "Words", oninput: () => act.words(this.words.value) });
    this.boxes = facets.map((facet) => this.box(facet));
    replace(element, h("div", { class: "words" }, this.words), this.boxes.map(({ details }) => details));
  }

  box(facet) {
    const list = h("div", { class: "values", role: "group", "aria-label": facet.label });
    const chosen = h("span", { class: "count" });
    const details = h("details", { class: "facet", open: OPEN.includes(facet.key) }, h("summary", {}, facet.label, chosen), list);
    const box = { facet, list, chosen, details };
    details.addEventListener("toggle", () => this.filtered && this.drawBox(box));
    return box;
  }

  draw(state, filtered) {
    this.state = state;
    this.filtered = filtered;
    if (document.activeElement !== this.words) this.words.value = state.q;
    for (const box of this.boxes) this.drawBox(box);
  }

  // A closed box only says how many of its values are chosen.
  drawBox({ facet, list, chosen, details }) {
    const counts = this.filtered.counts[this.facets.indexOf(facet)];
    const ticked = new Set(this.state.facets[facet.key] ?? []);
    chosen.textContent = ticked.size ? `${ticked.size} chosen` : "";
    if (!details.open) return;
    const values = ordered(facet, counts);
    const shown = values.filter((value, index) => this.all.has(facet.key) || facet.order || index < FEW || ticked.has(value.id));
    const focused = document.activeElement?.dataset?.value;
    const inside = list.contains(document.activeElement);
    replace(list, shown.filter((value) => counts[value.code] || ticked.has(value.id)).map((value) => this.option(facet, value, counts[value.code], ticked)),
      values.length > shown.length ? h("button", { type: "button", class: "more", onclick: () => this.showAll(facet) }, `${values.length - shown.length} more`) : null);
    if (inside) [...list.querySelectorAll("input")].find((input) => input.dataset.value === focused)?.focus();
  }

  option(facet, value, count, ticked) {
    const input = h("input", { type: "checkbox", "data-value": value.id, onchange: () => this.act.facet(facet.key, value.id) });
    input.checked = ticked.has(value.id);
    return h("label", { class: "option" }, input, value.quad ? dot(value.quad) : null, facet.key === "status" ? lineSample(value.id) : null,
      bdi(value.label), h("span", { class: "count" }, count));
  }

  showAll(facet) {
    this.all.add(facet.key);
    this.draw(this.state, this.filtered);
  }
}
