// Builds the pages' scripts and styles into a folder: node build.mjs FOLDER. Same sources, same bytes.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const pages = ["explorer", "pyvis"];
const libraries = ["cytoscape", "minisearch"];

for (const page of pages) {
  const entry = page === "explorer" ? "main.js" : "pyvis.js";
  await build({
    entryPoints: [join(here, entry)], outfile: join(folder, `${page}.js`), absWorkingDir: here,
    bundle: true, minify: true, format: "iife", target: "es2022", charset: "ascii", legalComments: "eof",
  });
  await build({ entryPoints: [join(here, `${page}.css`)], outfile: join(folder, `${page}.css`), absWorkingDir: here, minify: true, target: "es2022" });
}

const licences = await Promise.all(libraries.map(licence));
await writeFile(join(folder, "LICENCES.txt"), licences.join("\n"));
await writeFile(join(folder, "manifest.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);

async function licence(name) {
  const root = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const file = (await readdir(root)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = (await readFile(join(root, file), "utf8")).replaceAll("\r\n", "\n").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

async function manifest() {
  const lock = JSON.parse(await readFile(join(here, "package-lock.json"), "utf8"));
  const bundled = Object.fromEntries(libraries.map((name) => {
    const { version, license, integrity } = lock.packages[`node_modules/${name}`];
    return [name, { version, license, integrity }];
  }));
  const names = [...pages.flatMap((page) => [`${page}.js`, `${page}.css`]), "LICENCES.txt"];
  const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await sha256(join(folder, name))])));
  return { bundled, files };
}

async function sha256(path) {
  return createHash("sha256").update(await readFile(path)).digest("hex");
}
