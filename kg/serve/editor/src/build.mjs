// Builds the editor's script and style into a folder: node build.mjs FOLDER. Same sources, same bytes.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const root = join(here, "node_modules", "@zazuko/yasgui");
const lock = JSON.parse(await readFile(join(here, "package-lock.json"), "utf8"));

// YASGUI brings prefixes that strangers sent to a web site; the editor has those of its service instead.
const withoutForeignPrefixes = {
  name: "without-foreign-prefixes",
  setup({ onLoad }) {
    onLoad({ filter: /yasgui\.esm\.js$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      const contents = code.replace(/madsrdf = "[^]*?prefixes_default = \{[^}]*\}/, "prefixes_default = {}");
      if (contents.length > code.length - 10_000) throw new Error(`${path}: the list of prefixes is not where it was`);
      return { contents, loader: "js" };
    });
  },
};

await build({
  entryPoints: [join(here, "editor.js"), join(here, "editor.css")], outdir: folder, absWorkingDir: here, plugins: [withoutForeignPrefixes],
  bundle: true, minify: true, format: "iife", target: "es2022", charset: "ascii", legalComments: "eof", conditions: ["browser"],
});

const NOTE = "editor.js and editor.css hold YASGUI as published, with these packages in it. Versions are those that its dependencies resolve to.\n";
const bundled = await packages();
await writeFile(join(folder, "LICENCES.txt"), [NOTE, ...(await Promise.all(bundled.map(licence)))].join("\n"));
await writeFile(join(folder, "manifest.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);

// YASGUI is published as one file; its source map tells which packages are in it (styles have no map).
async function packages() {
  const { sources } = JSON.parse(await readFile(join(root, "build/yasgui.esm.js.map"), "utf8"));
  const named = sources.map((source) => source.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean);
  return ["@zazuko/yasgui", ...[...new Set([...named, "datatables.net-dt"])].filter((name) => lock.packages[`node_modules/${name}`]).sort()];
}

async function licence(name) {
  const place = join(here, "node_modules", name);
  const about = lock.packages[`node_modules/${name}`];
  const file = (await readdir(place)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  const text = file ? await readFile(join(place, file), "utf8") : await readFile(join(here, "MIT.txt"), "utf8");
  const { author } = JSON.parse(await readFile(join(place, "package.json"), "utf8"));
  const by = file ? "" : `Copyright ${(author?.name ?? author).replace(/ *<.*/, "")}\n\n`;
  return `${name} ${about.version} (${about.license ?? "MIT"})\n\n${by}${text.replaceAll("\r\n", "\n").trim()}\n`;
}

async function manifest() {
  const about = Object.fromEntries(bundled.map((name) => {
    const { version, license = "MIT", integrity } = lock.packages[`node_modules/${name}`];
    return [name, { version, license, integrity }];
  }));
  const names = ["editor.js", "editor.css", "LICENCES.txt"];
  const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await sha256(join(folder, name))])));
  return { bundled: about, files };
}

async function sha256(path) {
  return createHash("sha256").update(await readFile(path)).digest("hex");
}
