// What an article says, made fit to be shown: controls visible, directions isolated, stacks of marks cut.

import { h } from "./dom.js";

const NAMES = {
  "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
  "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
};
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const MARKS = /(\p{M}{4})\p{M}+/gu;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function clean(text) {
  return String(text ?? "")
    .replace(CONTROLS, (char) => (NAMES[char] ? `‹${NAMES[char]}›` : "\ufffd"))
    .replace(LONE, "\ufffd")
    .replace(MARKS, "$1");
}

// A name or the like from an article, isolated so that its direction stays its own, and cut where nobody reads on.
export function bdi(text, attributes = {}) {
  return h("bdi", attributes, shorten(text, 300));
}

export function fold(text) {
  return String(text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export function shorten(text, limit) {
  const chars = [...clean(text)];
  return chars.length > limit ? chars.slice(0, limit - 1).join("").trimEnd() + "…" : chars.join("");
}

// At most three lines for a label in the picture, as equal in length as the words allow.
export function wrap(text, width = 17) {
  const words = shorten(text, 3 * width).split(/\s+/);
  const length = words.join(" ").length;
  const lines = [""];
  const target = length / Math.min(3, Math.ceil(length / width));
  for (const word of words) {
    const last = lines[lines.length - 1];
    const isFull = last && last.length + word.length / 2 > target && lines.length < 3;
    if (isFull) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

const NUMBERS = new Intl.NumberFormat("en");

export function digits(number) {
  return NUMBERS.format(number);
}

export function plural(count, one, many = `${one}s`) {
  return `${digits(count)} ${count === 1 ? one : many}`;
}

export function safeUrl(text) {
  if (!/^https?:\/\//i.test(text ?? "")) return null;
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}

export function link(url, text) {
  const href = safeUrl(url);
  const label = bdi(text);
  return href ? h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, label) : label;
}

// Python counts days from 1 January of year 1; JavaScript counts milliseconds from 1970.
const EPOCH = 719163;
const DAY = 86_400_000;
const MONTH_NAMES = "January February March April May June July August September October November December".split(" ");

export function isoDay(ordinal) {
  return new Date((ordinal - EPOCH) * DAY).toISOString().slice(0, 10);
}

export function ordinalOf(iso) {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : Math.floor(time / DAY) + EPOCH;
}

// The first day of a month; months are counted from the year 0.
export function firstOfMonth(month) {
  return Date.UTC(2000, month - 24_000, 1) / DAY + EPOCH;
}

// Year, month and day of the month.
export function partsOf(ordinal) {
  return isoDay(ordinal).split("-").map(Number);
}

// A stretch of days by the name that people give it: "2023", "September 2023", or its first and last day.
export function periodName(first, last) {
  const [[year, month, day], [nextYear, nextMonth, nextDay]] = [partsOf(first), partsOf(last + 1)];
  if (first === last) return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
  if (day === 1 && nextDay === 1) {
    if (month === 1 && nextMonth === 1 && nextYear === year + 1) return String(year);
    if ((nextYear - year) * 12 + nextMonth - month === 1) return `${MONTH_NAMES[month - 1]} ${year}`;
  }
  return `${isoDay(first)} to ${isoDay(last)}`;
}

export function confidence(value) {
  return `${Math.round(value * 100)} %`;
}
