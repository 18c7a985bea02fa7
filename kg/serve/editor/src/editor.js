// The SPARQL editor: YASGUI with the prefixes, relations, classes, actors and examples of this service, asking it alone.

import Yasgui from "@zazuko/yasgui";

const settings = JSON.parse(document.getElementById("settings").textContent);
const endpoint = new URL("/sparql", location.href).href;
const { Yasqe } = Yasgui;

function register() {
  const prefixes = Object.entries(settings.prefixes).map(([name, iri]) => `${name}: <${iri}>`);
  Yasqe.forkAutocompleter("prefixes", { name: "prefixes", persistenceId: null, get: () => prefixes });
  offer("property", settings.relations, ["rel:"]);
  offer("class", settings.classes, ["kgo:"]);
  offer("actor", settings.actors, ["actor:"], "class");
  Yasqe.defaults.autocompleters = ["prefixes", "variables", "property", "class", "actor"];
}

// Completes IRIs, each shown with its label, where YASQE does and after each of the prefixes.
function offer(name, labels, prefixes, like = name) {
  const original = Yasqe.Autocompleters[like];
  const known = Object.keys(labels).sort();
  Yasqe.forkAutocompleter(like, {
    name,
    bulk: true,
    persistenceId: null,
    get: () => known,
    isValidCompletionPosition: (yasqe) =>
      prefixes.some((prefix) => yasqe.getCompleteToken().string.startsWith(prefix)) ||
      (like === name && original.isValidCompletionPosition(yasqe)),
    postprocessHints: (yasqe, hints) => hints.map((hint) => ({ ...hint, displayText: `${hint.text}   ${labels[expand(yasqe, hint.text)] ?? ""}` })),
  });
}

function expand(yasqe, term) {
  if (term.startsWith("<")) return term.slice(1, -1);
  const [prefix, local] = term.split(/:(.*)/s);
  return (yasqe.getPrefixesFromQuery()[prefix] ?? "") + local;
}

function open() {
  const yasgui = new Yasgui(document.getElementById("editor"), {
    requestConfig: { endpoint, acceptHeaderGraph: "text/turtle" },
    endpointCatalogueOptions: { getData: () => [] },
    copyEndpointOnNewTab: false,
    populateFromUrl: false,
    persistenceId: "actorgraph",
    yasqe: { ...Yasqe.defaults, value: settings.examples[0].query, prefixCcApi: "" },
    yasr: { ...Yasgui.Yasr.defaults, prefixes: settings.prefixes, maxPersistentResponseSize: 0 },
  });
  // Tabs that were kept may name another address, as may what a person does to them.
  yasgui.on("queryBefore", (_, tab) => tab.getEndpoint() !== endpoint && tab.setEndpoint(endpoint));
  Object.values(yasgui._tabs).forEach((tab) => tab.setEndpoint(endpoint));
  return yasgui;
}

// A link to a query holds the query and nothing else that counts; it is shown, and run by whoever reads it. YASQE fails on
// control characters.
function followLink(yasgui) {
  const query = new URLSearchParams(location.hash.slice(1)).get("query");
  if (!query) return;
  history.replaceState(null, "", location.pathname);
  yasgui.addTab(true, { name: "Link", yasqe: { value: query.replace(/(?![\n\t])\p{Cc}|[\u2028\u2029]/gu, " ") } });
}

function listExamples(yasgui) {
  const select = document.getElementById("examples");
  settings.examples.forEach(({ name, help }, index) => select.add(new Option(`${name}: ${help}`, index)));
  select.addEventListener("change", () => {
    const { name, query } = settings.examples[select.value];
    yasgui.addTab(true, { name, yasqe: { value: query } });
    select.value = "";
  });
}

// What the graph describes has its page here, whatever web site its address names.
function stayHere({ target }) {
  const link = target.closest?.("a.iri");
  if (link?.href.startsWith(settings.base)) link.href = `/id/${link.href.slice(settings.base.length)}`;
}

register();
const yasgui = open();
followLink(yasgui);
addEventListener("hashchange", () => followLink(yasgui));
listExamples(yasgui);
addEventListener("click", stayHere, true);
addEventListener("auxclick", stayHere, true);
document.body.dataset.ready = "";
