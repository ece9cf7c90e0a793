// Formats a bibliography with citeproc-js and prints the seconds it took, from the texts of the files on.
// usage: NODE_PATH=<node_modules with "citeproc"> node citeproc.js ITEMS.json STYLE.csl LOCALES_FOLDER
const fs = require("fs");
const CSL = require("citeproc");

const [, , itemsFile, styleFile, locales] = process.argv;
const source = fs.readFileSync(itemsFile, "utf8");
const style = fs.readFileSync(styleFile, "utf8");
const english = fs.readFileSync(`${locales}/locales-en-US.xml`, "utf8");

const start = process.hrtime.bigint();
const before = process.cpuUsage();
const items = new Map(JSON.parse(source).map((item) => [item.id, item]));
const system = { retrieveLocale: () => english, retrieveItem: (id) => items.get(id) };
const engine = new CSL.Engine(system, style, "en-US", true);
engine.updateItems([...items.keys()]);
const entries = engine.makeBibliography()[1];
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const used = process.cpuUsage(before);
const cpu = (used.user + used.system) / 1e6;
console.log(JSON.stringify({ seconds, cpu, entries: entries.length, version: CSL.PROCESSOR_VERSION }));
