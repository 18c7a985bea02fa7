// When: a bar for each day, week, month or year, stacked by kind of act; a brush chooses a stretch of time.

import { QUADS } from "./data.js";
import { h, replace, svg } from "./dom.js";
import { isoDay, ordinalOf, plural } from "./text.js";

const WIDTH = 1000;
const HEIGHT = 64;
const STEPS = [["day", 1], ["week", 7], ["month", 30.4375], ["quarter", 91.3125], ["year", 365.25], ["decade", 3652.5]];

export class Timeline {
  constructor(element, data, act) {
    Object.assign(this, { element, data, act });
    const days = data.claims.flatMap((claim) => claim.days ?? []);
    if (!days.length) return void replace(element, h("p", { class: "small" }, "No claim has a date."));
    [this.first, this.last] = usual(Float64Array.from(days).sort());
    this.hasEarlier = days.some((day) => day < this.first);
    const span = this.last - this.first + 1;
    [this.stepName, this.step] = STEPS.find(([, length]) => span / length <= 110) ?? STEPS.at(-1);
    this.bins = Math.max(1, Math.ceil(span / this.step));
    this.build();
  }

  build() {
    this.bars = svg("g");
    this.window = svg("rect", { class: "window", y: 0, height: HEIGHT });
    this.plot = svg("svg", { class: "plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, this.window, this.bars);
    this.from = this.handle("From", "from");
    this.to = this.handle("To", "to");
    this.track = h("div", { class: "track" }, this.plot, this.from, this.to);
    this.track.addEventListener("pointerdown", (event) => this.brush(event));
    this.start = this.dateInput("From", "from");
    this.end = this.dateInput("To", "to");
    this.clear = h("button", { type: "button", onclick: () => this.act.time(null, null) }, "All dates");
    this.summary = h("span", { class: "small" });
    replace(this.element, h("div", { class: "ticks", "aria-hidden": "true" }, this.ticks()), this.track,
      h("div", { class: "dates" }, this.start.label, this.end.label, this.clear, this.summary));
  }

  ticks() {
    const count = 6;
    return Array.from({ length: count }, (_, i) => h("span", {}, i === 0 && this.hasEarlier ? "≤ " : "", isoDay(Math.round(this.first + (i / (count - 1)) * (this.last - this.first))).slice(0, this.step < 7 ? 10 : 7)));
  }

  handle(label, side) {
    const element = h("div", { class: "handle", role: "slider", tabindex: 0, "aria-label": `${label} date` });
    element.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -1e6, End: 1e6 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.nudge(side, by * Math.max(1, Math.round(this.step)));
    });
    return element;
  }

  nudge(side, by) {
    let [from, to] = [this.state.from ?? this.first, this.state.to ?? this.last];
    if (side === "from") from = clamp(from + by, this.first, to);
    else to = clamp(to + by, from, this.last);
    this.choose(from, to);
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
    const box = this.plot.getBoundingClientRect();
    const dayAt = ({ clientX }) => Math.round(this.first + clamp((clientX - box.left) / box.width, 0, 1) * (this.last - this.first));
    const handle = event.target.closest(".handle");
    const anchor = handle ? (handle === this.from ? this.state.to ?? this.last : this.state.from ?? this.first) : dayAt(event);
    const move = (moved) => this.choose(Math.min(anchor, dayAt(moved)), Math.max(anchor, dayAt(moved)));
    const stop = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", stop);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
  }

  choose(from, to) {
    this.act.time(from <= this.first ? null : from, to >= this.last ? null : to);
  }

  draw(state, filtered) {
    if (!this.bars) return;
    this.state = state;
    const [from, to] = [state.from ?? this.first, state.to ?? this.last];
    const share = (day) => clamp((day - this.first) / Math.max(1, this.last - this.first), 0, 1);
    this.window.setAttribute("x", share(from) * WIDTH);
    this.window.setAttribute("width", Math.max(2, (share(to) - share(from)) * WIDTH));
    this.place(this.from, from, share);
    this.place(this.to, to, share);
    this.start.input.value = state.from == null ? "" : isoDay(state.from);
    this.end.input.value = state.to == null ? "" : isoDay(state.to);
    this.clear.disabled = state.from == null && state.to == null;
    if (filtered.inTime === this.drawn) return;
    this.drawn = filtered.inTime;
    this.stack(filtered.inTime);
  }

  place(handle, day, share) {
    handle.style.left = `${share(day) * 100}%`;
    for (const [key, value] of [["valuemin", this.first], ["valuemax", this.last], ["valuenow", day], ["valuetext", isoDay(day)]]) {
      handle.setAttribute(`aria-${key}`, value);
    }
  }

  stack(claims) {
    const quads = Object.keys(QUADS);
    const counts = Array.from({ length: this.bins }, () => new Array(quads.length).fill(0));
    const dated = claims.filter((claim) => claim.days);
    for (const claim of dated) counts[clamp(Math.floor((claim.days[0] - this.first) / this.step), 0, this.bins - 1)][quads.indexOf(claim.statement.relation.quad)]++;
    const tallest = Math.max(1, ...counts.map((bin) => bin.reduce((sum, n) => sum + n, 0)));
    const width = WIDTH / this.bins;
    replace(this.bars, counts.flatMap((bin, index) => {
      let top = HEIGHT;
      return bin.map((n, quad) => {
        if (!n) return null;
        const height = (n / tallest) * (HEIGHT - 4);
        top -= height;
        return svg("rect", { class: `bar ${QUADS[quads[quad]].key}`, x: index * width + width * 0.08, y: top, width: width * 0.84, height });
      });
    }));
    const undated = claims.length - dated.length;
    this.summary.textContent = `a bar a ${this.stepName}${undated ? ` · ${plural(undated, "claim")} without a date` : ""}`;
  }
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
