// Finds actors and relations by any of their names, forgiving typing errors, and sentences by their words.

import MiniSearch from "minisearch";
import { h, replace } from "./dom.js";
import { dot } from "./show.js";
import { bdi, fold, plural } from "./text.js";

export class Search {
  constructor(input, list, data, act) {
    Object.assign(this, { input, list, data, act, options: [], active: -1 });
    this.index = new MiniSearch({
      fields: ["label", "aliases"], processTerm: (term) => fold(term) || null,
      searchOptions: {
        boost: { label: 3, aliases: 2 }, prefix: true, fuzzy: (term) => (term.length > 3 ? 0.25 : false), combineWith: "AND",
        boostDocument: (id) => (id[0] === "a" ? 1 + Math.log1p(data.actors[id.slice(1)].statements.length) / 3 : 1),
      },
    });
    this.index.addAll([...data.actors.map((actor) => entry("a", actor.index, actor)), ...data.relations.map((relation, i) => entry("r", i, relation))]);
    input.addEventListener("input", () => this.suggest());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    input.addEventListener("focus", () => input.value && this.suggest());
  }

  find(query) {
    return this.index.search(query).slice(0, 60).map(({ id, terms }) => {
      const item = id[0] === "a" ? this.data.actors[id.slice(1)] : this.data.relations[id.slice(1)];
      return { kind: id[0], item, terms };
    });
  }

  suggest() {
    const query = this.input.value.trim();
    if (!query) return this.close();
    const found = this.find(query);
    const actors = found.filter(({ kind }) => kind === "a").slice(0, 7);
    const relations = found.filter(({ kind }) => kind === "r").slice(0, 4);
    const sentences = this.act.countText(query);
    this.options = [
      ...actors.map(({ item, terms }) => ({ content: [bdi(item.label), alias(item, terms), h("span", { class: "count" }, item.kind.label)], run: () => this.act.focus(item.id) })),
      ...relations.map(({ item }) => ({ content: [dot(item.quad), bdi(item.label), h("span", { class: "count" }, "relation")], run: () => this.act.facet("relation", item.id) })),
      ...(sentences ? [{ content: ["Sentences with “", bdi(query), "”", h("span", { class: "count" }, plural(sentences, "claim"))], run: () => this.act.text(query) }] : []),
    ];
    this.open();
  }

  open() {
    this.active = this.options.length ? 0 : -1;
    replace(this.list, this.options.length ? this.options.map((option, index) => h("li", {
      role: "option", id: `found-${index}`, "aria-selected": index === this.active, onpointerdown: (event) => (event.preventDefault(), this.pick(index)),
    }, option.content)) : h("li", { class: "none", role: "option", "aria-disabled": true, "aria-selected": false }, "Nothing found"));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.point();
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  point() {
    [...this.list.children].forEach((child, index) => child.setAttribute("aria-selected", index === this.active));
    if (this.active < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", `found-${this.active}`);
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
  }

  pick(index) {
    this.options[index].run();
    this.input.value = "";
    this.close();
  }

  key(event) {
    if (event.key === "Escape") return this.close();
    if (this.list.hidden || this.active < 0) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      this.active = (this.active + by + this.options.length) % this.options.length;
      this.point();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      this.pick(this.active);
    }
  }
}

function entry(kind, index, { label, aliases }) {
  return { id: `${kind}${index}`, label, aliases: (aliases ?? []).join(" ") };
}

function alias(actor, terms) {
  const label = fold(actor.label);
  const hit = actor.aliases.find((name) => terms.some((term) => fold(name).includes(term)) && !terms.some((term) => label.includes(term)));
  return hit ? h("span", { class: "small" }, " also ", bdi(hit)) : null;
}
