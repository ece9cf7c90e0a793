/* publist: search, filters and copying on the publications page. Data is text of this document, never markup. */
(() => {
"use strict";
const root = document.documentElement;
const main = document.querySelector("main");
const tools = document.querySelector(".publist-tools");
const counter = document.querySelector(".publist-count");
const nothing = document.querySelector(".publist-nothing");
const clearers = [...document.querySelectorAll(".publist-clear")];
const index = JSON.parse(document.getElementById("publist-index").textContent);
const facets = Object.keys(index.names);
const controls = [...tools.querySelectorAll("[name]")];

// Letters that Unicode does not take apart.
const LETTERS = {ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i"};
const fold = text => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
  .replace(/[ßæœøłđðþı]/g, letter => LETTERS[letter]);

const names = facets.map(name => index.names[name].map(fold));
const entries = [...document.querySelectorAll(".publist-entry")].map((element, place) => {
  const [text, values, selected] = index.entries[place] || ["", facets.map(() => []), 0];
  return {element, values, selected, text: fold(text + " " + element.querySelector(".publist-citation").textContent)};
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
  for (const button of clearers) if (!nothing.contains(button)) show(button, filtered);
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
for (const button of clearers) {
  button.addEventListener("click", () => {
    state = {};
    fill();
    apply();
    keep();
    controls[0].focus();
  });
}
addEventListener("hashchange", read);

// Copying: by the clipboard where the browser allows it, else by a selection.
async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

for (const pre of document.querySelectorAll(".publist-bibtex pre")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "publist-copy";
  button.textContent = main.dataset.copy;
  button.addEventListener("click", async () => {
    if (!await copy(pre)) return;
    button.textContent = main.dataset.copied;
    setTimeout(() => { button.textContent = main.dataset.copy; }, 2000);
  });
  pre.before(button);
}

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

toggle.hidden = tools.hidden = false;
read();
})();
