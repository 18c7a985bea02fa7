// Takes things out of the page: pictures, tables, notes, links.

import { figure, toPng, toText } from "./figure.js";
import { clean } from "./text.js";

export class Share {
  constructor({ graph, table, captions, announce }) {
    Object.assign(this, { graph, table, captions, announce });
  }

  async png(theme) {
    this.save(await toPng(this.figure(theme)), "graph.png");
  }

  svg(theme) {
    this.save(new Blob([toText(this.figure(theme))], { type: "image/svg+xml" }), "graph.svg");
  }

  // The captions come first: they bring the picture up to date.
  figure(theme) {
    const captions = this.captions();
    return figure(this.graph, captions, theme);
  }

  csv() {
    this.save(new Blob(["\ufeff", this.table().asCsv()], { type: "text/csv;charset=utf-8" }), "claims.csv");
  }

  notes(notes) {
    this.save(new Blob([JSON.stringify(notes, null, 2)], { type: "application/json" }), "notes.json");
  }

  copyTable() {
    return this.copy(this.table().asTsv(), "The table is copied.");
  }

  copyLink() {
    return this.copy(location.href, "The link is copied.");
  }

  async copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyBySelection(text);
    }
    this.announce(done);
  }

  save(blob, name) {
    const url = URL.createObjectURL(blob);
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = name;
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    this.announce(`Saved as ${clean(name)}.`);
  }
}

// Where the clipboard may not be written (a frame of a notebook), through a selection.
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
