// When: a bar for each day, week, month, quarter or year of the calendar, stacked by kind of act. A click chooses what a bar
// stands for, a brush a stretch of time.

import { QUADS } from "./data.js";
import { h, replace, svg } from "./dom.js";
import { firstOfMonth, isoDay, ordinalOf, partsOf, periodName, plural } from "./text.js";

const WIDTH = 1000;
const HEIGHT = 64;
const MOST_BARS = 110;
// Months of a bar; days and weeks are counted otherwise.
const MONTHS = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };

export class Timeline {
  constructor(element, data, act) {
    Object.assign(this, { element, data, act });
    const days = data.claims.flatMap((claim) => claim.days ?? []);
    if (!days.length) return void replace(element, h("p", { class: "small" }, "No claim has a date."));
    const [least, most] = usual(Float64Array.from(days).sort());
    this.hasEarlier = days.some((day) => day < least);
    [this.step, this.edges] = calendar(least, most);
    [this.first, this.last] = [this.edges[0], this.edges.at(-1) - 1];
    this.build();
  }

  build() {
    this.bars = svg("g");
    this.window = svg("rect", { class: "window", y: 0, height: HEIGHT });
    this.under = svg("rect", { class: "under", y: 0, height: HEIGHT });
    this.plot = svg("svg", { class: "plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, this.window, this.under, this.bars);
    this.from = this.handle("From", "from");
    this.to = this.handle("To", "to");
    this.tip = h("span", { class: "tip", hidden: true });
    this.track = h("div", { class: "track" }, this.plot, this.from, this.to, this.tip);
    this.track.addEventListener("pointerdown", (event) => this.brush(event));
    this.track.addEventListener("pointermove", (event) => this.point(this.barAt(event)));
    this.track.addEventListener("pointerleave", () => this.point(null));
    this.start = this.dateInput("From", "from");
    this.end = this.dateInput("To", "to");
    this.clear = h("button", { type: "button", onclick: () => this.act.time(null, null) }, "All dates");
    this.summary = h("span", { class: "small" });
    replace(this.element, this.track, h("div", { class: "ticks", "aria-hidden": "true" }, this.ticks()),
      h("div", { class: "dates" }, this.start.label, this.end.label, this.clear, this.summary));
  }

  // Names under as many bars as there is room for, at equal distances.
  ticks() {
    const bars = this.edges.length - 1;
    const every = Math.ceil(bars / 7);
    return Array.from({ length: Math.ceil(bars / every) }, (_, i) => {
      const bar = i * every;
      const tick = h("span", {}, bar === 0 && this.hasEarlier ? "≤ " : "", isoDay(this.edges[bar]).slice(0, { month: 7, quarter: 7 }[this.step] ?? (this.step in MONTHS ? 4 : 10)));
      tick.style.left = `${(100 * this.share(this.edges[bar])).toFixed(2)}%`;
      return tick;
    });
  }

  handle(label, side) {
    const element = h("div", { class: "handle", role: "slider", tabindex: 0, "aria-label": `${label} date` });
    element.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -1e6, End: 1e6 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.nudge(side, by);
    });
    return element;
  }

  // Moves an end of the window by bars.
  nudge(side, by) {
    const { edges } = this;
    const [from, to] = [this.state.from ?? this.first, this.state.to ?? this.last].map((day) => this.barOf(day));
    if (side === "from") this.choose(edges[clamp(from + by, 0, to)], this.state.to ?? this.last);
    else this.choose(this.state.from ?? this.first, edges[clamp(to + by, from, edges.length - 2) + 1] - 1);
  }

  dateInput(label, side) {
    const input = h("input", { type: "date" });
    input.addEventListener("change", () => {
      const day = ordinalOf(input.value);
      this.act.time(side === "from" ? day : this.state.from, side === "to" ? day : this.state.to);
    });
    return { input, label: h("label", {}, `${label} `, input) };
  }

  brush(event) {
    if (event.button) return;
    event.preventDefault();
    const handle = event.target.closest(".handle");
    const start = event.clientX;
    const anchor = handle ? (handle === this.from ? this.state.to ?? this.last : this.state.from ?? this.first) : this.dayAt(event);
    let isDrag = Boolean(handle);
    const move = (moved) => {
      isDrag ||= Math.abs(moved.clientX - start) > 3;
      if (isDrag) this.choose(Math.min(anchor, this.dayAt(moved)), Math.max(anchor, this.dayAt(moved)));
    };
    const stop = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", stop);
      if (!isDrag) this.toggle(this.barOf(anchor));
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
  }

  // A click on a bar chooses it; on the chosen bar, all dates again.
  toggle(bar) {
    const from = bar === 0 && this.hasEarlier ? null : this.edges[bar];
    const to = this.edges[bar + 1] - 1;
    if (this.state.from === from && this.state.to === to) this.act.time(null, null, true);
    else this.act.time(from, to, true);
  }

  dayAt({ clientX }) {
    const box = this.plot.getBoundingClientRect();
    return Math.round(this.first + clamp((clientX - box.left) / box.width, 0, 1) * (this.last - this.first));
  }

  barAt(event) {
    return this.barOf(this.dayAt(event));
  }

  // The bar that holds a day; the first and the last hold all before and after.
  barOf(day) {
    let [low, high] = [0, this.edges.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.edges[middle] <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  point(bar) {
    this.tip.hidden = bar == null || !this.counts;
    this.under.setAttribute("width", 0);
    if (this.tip.hidden) return;
    const [x, next] = [this.edges[bar], this.edges[bar + 1]].map((day) => this.share(day));
    this.under.setAttribute("x", x * WIDTH);
    this.under.setAttribute("width", (next - x) * WIDTH);
    const total = this.counts[bar].reduce((sum, n) => sum + n, 0);
    this.tip.textContent = `${bar === 0 && this.hasEarlier ? "up to " : ""}${periodName(this.edges[bar], this.edges[bar + 1] - 1)}: ${plural(total, "claim")}`;
    this.tip.style.left = `${((100 * (x + next)) / 2).toFixed(2)}%`;
    this.tip.classList.toggle("late", x > 0.7);
  }

  choose(from, to) {
    this.act.time(from <= this.first ? null : from, to >= this.last ? null : to);
  }

  share(day) {
    return clamp((day - this.first) / (this.edges.at(-1) - this.first), 0, 1);
  }

  draw(state, filtered) {
    if (!this.bars) return;
    this.state = state;
    const [from, to] = [state.from ?? this.first, state.to ?? this.last];
    this.window.setAttribute("x", this.share(from) * WIDTH);
    this.window.setAttribute("width", Math.max(2, (this.share(to + 1) - this.share(from)) * WIDTH));
    this.place(this.from, from, this.share(from));
    this.place(this.to, to, this.share(to + 1));
    this.start.input.value = state.from == null ? "" : isoDay(state.from);
    this.end.input.value = state.to == null ? "" : isoDay(state.to);
    this.clear.disabled = state.from == null && state.to == null;
    if (filtered.inTime === this.drawn) return;
    this.drawn = filtered.inTime;
    this.stack(filtered.inTime);
  }

  place(handle, day, share) {
    handle.style.left = `${share * 100}%`;
    for (const [key, value] of [["valuemin", this.first], ["valuemax", this.last], ["valuenow", clamp(day, this.first, this.last)], ["valuetext", isoDay(day)]]) {
      handle.setAttribute(`aria-${key}`, value);
    }
  }

  // The bar of a claim is reckoned once.
  stack(claims) {
    const keys = Object.values(QUADS).map(({ key }) => key);
    const order = Object.fromEntries(Object.keys(QUADS).map((quad, index) => [quad, index]));
    this.counts = Array.from({ length: this.edges.length - 1 }, () => new Array(keys.length).fill(0));
    let undated = 0;
    for (const claim of claims) {
      if (!claim.days) undated++;
      else this.counts[(claim.bar ??= this.barOf(claim.days[0]))][order[claim.statement.relation.quad]]++;
    }
    const tallest = Math.max(1, ...this.counts.map((bar) => bar.reduce((sum, n) => sum + n, 0)));
    replace(this.bars, this.counts.flatMap((bar, index) => {
      const [x, next] = [this.edges[index], this.edges[index + 1]].map((day) => this.share(day) * WIDTH);
      const gap = Math.min(2, (next - x) * 0.12);
      let top = HEIGHT;
      return bar.map((n, quad) => {
        if (!n) return null;
        const height = (n / tallest) * (HEIGHT - 4);
        top -= height;
        return svg("rect", { class: `bar ${keys[quad]}`, x: x + gap / 2, y: top, width: next - x - gap, height });
      });
    }));
    this.summary.textContent = `a bar a ${this.step}; click or drag${undated ? ` · ${plural(undated, "claim")} without a date` : ""}`;
  }
}

// Name of the step and first days of the bars, with the first day after the last bar.
function calendar(least, most) {
  const days = most - least + 1;
  if (days <= MOST_BARS) return ["day", range(least, most + 1, 1)];
  // Ordinal 1 is a Monday.
  const monday = least - ((least - 1) % 7);
  if (days / 7 <= MOST_BARS * 0.5) return ["week", range(monday, most + 7, 7)];
  const months = days / 30.4;
  const step = Object.keys(MONTHS).find((name) => months / MONTHS[name] <= MOST_BARS) ?? "century";
  const [start, end] = [least, most].map((day) => Math.floor(monthOf(day) / MONTHS[step]));
  return [step, range(start, end + 1, 1).map((index) => firstOfMonth(index * MONTHS[step]))];
}

function range(start, last, step) {
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
}

function monthOf(day) {
  const [year, month] = partsOf(day);
  return year * 12 + month - 1;
}

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

// First and last day; a few claims of long before or after share the first or the last bar.
function usual(days) {
  const [least, most] = [days[0], days[days.length - 1]];
  const [low, high] = [days[Math.floor(days.length * 0.03)], days[Math.ceil(days.length * 0.97) - 1]];
  const far = 0.35 * (most - least);
  return [low - least > far ? low : least, most - high > far ? high : most];
}
