// The keyboard: arrows walk from actor to actor in the picture, letters do what buttons do.

import { plural } from "./text.js";

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function listenToKeys({ graph, act, commands, select, current, stopPicking, announce, data }) {
  const plain = {
    "/": () => document.getElementById("search").focus(), "?": commands.help, "+": commands["zoom-in"], "-": commands["zoom-out"],
    0: commands.fit, Escape: escape,
  };
  const onActor = { f: act.focus, e: act.expand, p: act.togglePin, h: act.toggleHide, Enter: toPanel };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const typing = event.target.closest("input, textarea, select, [role=slider]");
    if (typing && event.key !== "Escape") return;
    const inGraph = event.target.id === "graph";
    if (inGraph && WAYS[event.key]) walk(event);
    else if (inGraph && onActor[event.key] && actorId()) run(event, () => onActor[event.key](actorId()));
    else if (plain[event.key] && !document.querySelector("dialog[open]")) run(event, plain[event.key]);
  });

  function run(event, command) {
    event.preventDefault();
    command();
  }

  function walk(event) {
    event.preventDefault();
    const [dx, dy] = WAYS[event.key];
    if (event.shiftKey) return graph.panBy(-60 * dx, -60 * dy);
    const id = graph.towards(dx, dy);
    if (!id) return;
    select({ kind: "actor", ids: [id] });
    const actor = data.actorById.get(id);
    announce(`${actor.label}, ${actor.kind.label}, ${plural(actor.statements.length, "relation")}`);
  }

  function actorId() {
    const { select: chosen } = current();
    return chosen?.kind === "actor" ? chosen.ids[0] : null;
  }

  function toPanel() {
    document.getElementById("panel").focus();
  }

  function escape() {
    stopPicking();
    if (current().select) select(null);
    else if (current().focus.length || current().path.length) act.overview();
  }
}
