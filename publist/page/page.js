/* publist: search, filters and copying on the publications page. What readers type is never markup. */
(() => {
"use strict";
const root = document.documentElement;
const main = document.querySelector("main");
const tools = document.querySelector(".publist-tools");
const counter = document.querySelector(".publist-count");
const nothing = document.querySelector(".publist-nothing");
const clearers = [...document.querySelectorAll(".publist-clear")];
const packed = document.getElementById("publist-packed");

// Light or dark: the system's until somebody switches; remembered where the browser keeps such things.
const KEY = "publist-theme";
const stored = value => {
  try { return value ? localStorage.setItem(KEY, value) : localStorage.getItem(KEY); } catch { return null; }
};
const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const known = stored();
if (known === "dark" || known === "light") root.dataset.theme = known;
const toggle = document.querySelector(".publist-switch");
toggle.setAttribute("aria-pressed", dark());
toggle.addEventListener("click", () => {
  root.dataset.theme = dark() ? "light" : "dark";
  toggle.setAttribute("aria-pressed", dark());
  stored(root.dataset.theme);
});
toggle.hidden = false;

// A long list is packed but for its citations (zlib, base64): what is known of it, and for each entry what would
// stand in this document: the item of the list, with an empty citation, and its metadata.
async function unpacked() {
  const bytes = Uint8Array.from(atob(packed.textContent), sign => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

function begin(index, whole) {
const facets = Object.keys(index.names);
const controls = [...tools.querySelectorAll("[name]")];

// Letters that Unicode does not take apart.
const LETTERS = {ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i"};
const fold = text => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
  .replace(/[ßæœøłđðþı]/g, letter => LETTERS[letter]);

const names = facets.map(name => index.names[name].map(fold));
const searched = facets.map(name => name !== "year" && name !== "type");
const entries = [...document.querySelectorAll(".publist-entry")].map((element, place) => {
  const [values, selected] = index.entries[place] || [facets.map(() => []), 0];
  const own = values.flatMap((places, f) => searched[f] ? places.map(at => names[f][at]) : []);
  const text = [fold((element.querySelector(".publist-citation") || element).textContent), ...own].join("\n");
  return {element, values, selected, text};
});

// Headings and lists in the order of the page; a heading goes with what stands below it.
const parts = [...document.querySelectorAll(".publist-heading, .publist-list")].map(element => ({
  element,
  level: element.matches(".publist-list") ? 0 : Number(element.tagName[1]),
  own: entries.filter(entry => element.contains(entry.element)),
}));

let state = {};

function show(element, visible) {
  if (element.hidden === visible) element.hidden = !visible;
}

function matcher() {
  const words = fold(state.q || "").split(/\s+/).filter(Boolean);
  const wanted = facets.map((name, f) => {
    if (!state[name]) return null;
    const value = fold(state[name]);
    return new Set(names[f].flatMap((each, place) => each === value ? [place] : []));
  });
  return entry => (!state.selected || entry.selected)
    && wanted.every((set, f) => !set || entry.values[f].some(place => set.has(place)))
    && words.every(word => entry.text.includes(word));
}

function apply() {
  const matches = matcher();
  let count = 0;
  for (const entry of entries) {
    entry.visible = Boolean(matches(entry));
    if (entry.visible) count++;
    show(entry.element, entry.visible);
  }
  // From the end: what a heading has below it is known when it is met.
  const below = Array(7).fill(false);
  for (const part of parts.slice().reverse()) {
    if (!part.level) {
      const visible = part.own.some(entry => entry.visible);
      show(part.element, visible);
      if (visible) below.fill(true);
    } else {
      show(part.element, below[part.level]);
      below.fill(false, part.level);
    }
  }
  const filtered = Object.keys(state).length > 0;
  counter.textContent = counter.dataset.pattern.replace("{n}", count).replace("{all}", entries.length);
  show(nothing, count === 0 && entries.length > 0);
  for (const element of clearers) if (!nothing.contains(element)) show(element, filtered);
}

// The state stands in the address: #q=WORDS&year=2021&selected=1
const NAMES = ["q", ...facets, "selected"];
let timer = 0;

function keep() {
  clearTimeout(timer);
  const text = new URLSearchParams(state).toString();
  history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
}

function target() {
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { return null; }
  return name ? document.getElementById(name) : null;
}

function read() {
  state = {};
  const entry = target();
  if (!entry) {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1)))
      if (NAMES.includes(name) && value) state[name] = value;
  }
  fill();
  apply();
  if (entry) entry.scrollIntoView();
}

function fill() {
  for (const control of controls) {
    const value = state[control.name] || "";
    if (control.type === "checkbox") {
      control.checked = value !== "";
    } else if (control.tagName === "SELECT") {
      const found = [...control.options].find(option => fold(option.value) === fold(value));
      if (found) found.selected = true;
      else control.add(new Option(value, value, false, true)); // a linked value that the menu does not offer
    } else if (control.value !== value) {
      control.value = value;
    }
  }
}

function changed(control) {
  const value = control.type === "checkbox" ? (control.checked ? "1" : "") : control.value;
  if (value.trim()) state[control.name] = value;
  else delete state[control.name];
  apply();
}

for (const control of controls) {
  control.addEventListener("input", () => {
    changed(control);
    clearTimeout(timer);
    timer = setTimeout(keep, 150); // browsers refuse an address that changes with every key
  });
}
function clear() {
  state = {};
  fill();
  apply();
  keep();
}
for (const element of clearers) {
  element.addEventListener("click", () => {
    clear();
    controls[0].focus();
  });
}
addEventListener("hashchange", read);
// A bar of the chart that is asked for already shows everything again.
for (const link of document.querySelectorAll(".publist-chart a, .publist-kinds a")) {
  link.addEventListener("click", event => {
    if (link.getAttribute("href") !== location.hash) return;
    event.preventDefault();
    clear();
  });
}

// Copying: by the clipboard where the browser allows it, else by a selection.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

function button(words, text) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "publist-copy";
  element.textContent = words;
  element.addEventListener("click", async () => {
    if (!await copy(text())) return;
    element.textContent = main.dataset.copied;
    setTimeout(() => { element.textContent = words; }, 2000);
  });
  return element;
}

// The lines of a citation as one text with full stops between them.
function cited(citation) {
  const blocks = citation.querySelectorAll(".publist-block");
  return [...(blocks.length ? blocks : [citation])].map(block => block.textContent.trim().replace(/\s+/g, " "))
    .map((line, place, all) => place + 1 < all.length && !/[.?!]$/.test(line) ? line + "." : line).join(" ");
}

function finish(entry) {
  const foot = entry.querySelector(".publist-foot");
  if (!foot) return;
  const pre = foot.querySelector("pre");
  if (pre) {
    pre.tabIndex = 0; // it scrolls
    pre.before(button(main.dataset.copy, () => pre.textContent));
  }
  const link = foot.querySelector(".publist-permalink");
  const citation = entry.querySelector(".publist-citation");
  link.before(button(main.dataset.cite, () => cited(citation)));
}

// The bare entry as it is in a short list; its citation stays.
function dress(entry, item) {
  const citation = entry.querySelector(".publist-citation");
  entry.className = item.className;
  entry.replaceChildren(...item.childNodes);
  entry.querySelector(".publist-citation").replaceWith(citation);
}

// A few entries at a time, so that a long page answers meanwhile.
function complete(place) {
  const until = Math.min(place + 100, entries.length);
  if (whole) {
    const parsed = new DOMParser().parseFromString(whole.slice(place, until).join(""), "text/html");
    [...parsed.querySelectorAll(".publist-entry")].forEach((item, i) => dress(entries[place + i].element, item));
  }
  for (const entry of entries.slice(place, until)) finish(entry.element);
  if (until < entries.length) setTimeout(complete, 0, until);
}

tools.hidden = false;
complete(0);
read();
}

if (packed) {
  unpacked().then(([known, pairs]) => {
    const metadata = document.createElement("script");
    metadata.type = "application/ld+json";
    const articles = pairs.map(pair => pair[1]).filter(Boolean);
    metadata.textContent = JSON.stringify({"@context": "https://schema.org", "@graph": articles});
    document.head.append(metadata);
    begin(known, pairs.map(pair => pair[0]));
  });
} else {
  begin(JSON.parse(document.getElementById("publist-index").textContent));
}
})();
