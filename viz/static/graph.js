// The graph page: choosing, filtering, walking by keyboard, saving. The address holds it all.

import { panel, aboutEdge, aboutNode } from "./graph-panel.js";
import { unpacked } from "./graph-data.js";
import { watchFind } from "./graph-find.js";
import { keep, settle } from "./graph-keep.js";
import { savePng, saveSvg } from "./graph-save.js";
import { View } from "./graph-view.js";
import { along, links, next, throughout } from "./graph-walk.js";

const box = document.getElementById("picture");
const form = document.querySelector(".graph-tools");
const data = unpacked(document.getElementById("graph-data").textContent);
const words = data.words;
const side = panel(words);
const heard = document.querySelector(".heard");
const linked = links(data.edges);
const keys = new Map(data.nodes.map((node) => [node.id, node.key]));
const ids = new Map(data.nodes.map((node) => [node.key, node.id]));
let view = null;
let chosen = null;

function kept() {
  const asked = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name === "dataset" || name === "lang") asked.append(name, value);
  }
  return asked.toString();
}

function remember(change) {
  const asked = new URLSearchParams(location.search);
  change(asked);
  const text = asked.toString();
  history.replaceState(null, "", location.pathname + (text ? `?${text}` : ""));
}

function go(change, opened) {
  const asked = new URLSearchParams(location.search);
  change(asked);
  if (opened) keep(view, `?${asked}`, opened);
  location.assign(`${location.pathname}?${asked}`);
}

function put(asked, name, value) {
  if (value) asked.set(name, value);
  else asked.delete(name);
}

function say(node) {
  const count = (map) => (map.get(node.id) || []).length;
  const text = words.said.replace("{name}", node.name).replace("{word}", node.word)
    .replace("{gap}", node.gap ? `、${node.gap}` : "")
    .replace("{before}", count(linked.before)).replace("{after}", count(linked.after));
  heard.textContent = text + (node.more ? words.more.replace("{n}", node.more) : "");
}

function choose(id) {
  const node = view.nodeOf.get(id);
  chosen = id;
  view.ink(id, throughout(id, linked));
  view.show(id);
  say(node);
  for (const button of side.about.querySelectorAll(".panel-acts button")) {
    const segment = node.type === "segment" || button.dataset.do === "center" || button.dataset.do === "open";
    button.hidden = !segment || (button.dataset.do === "open" && !node.more);
  }
  side.about.querySelector("[data-do=open]").textContent = words.open.replace("{n}", node.more);
  remember((asked) => asked.set("selected", node.key));
  side.read(aboutNode(node, kept()));
}

function chooseEdge(edge) {
  chosen = null;
  view.ink(null, { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) });
  for (const button of side.about.querySelectorAll(".panel-acts button")) button.hidden = true;
  side.read(aboutEdge(edge, keys, kept()));
}

function clear() {
  chosen = null;
  showPath();
  side.clear();
  heard.textContent = words.cleared;
  remember((asked) => asked.delete("selected"));
}

function showPath() {
  view.ink(null, data.path.length ? along(data.path, data.edges) : null);
}

function ticked(name) {
  return new Set(Array.from(form.querySelectorAll(`[name=${name}]:checked`), (box) => box.value));
}

function filter() {
  const [status, standing, basis] = ["status", "standing", "basis"].map(ticked);
  const nodes = new Set();
  for (const node of data.nodes) {
    const passes = (!status.size || node.status === null || status.has(node.status)) &&
      (!standing.size || standing.has(node.standing));
    if (!passes) nodes.add(node.id);
  }
  const edges = new Set(data.edges.filter((edge) => basis.size && !basis.has(edge.basis)).map((edge) => edge.id));
  view.hide(nodes, edges);
  const none = nodes.size === data.nodes.length;
  document.querySelector(".broken").hidden = !none;
  if (none) heard.textContent = words.hidden;
}

function filtered(event) {
  const name = event.target.name;
  if (!["status", "standing", "basis"].includes(name)) return;
  filter();
  remember((asked) => {
    asked.delete(name);
    for (const value of Array.from(ticked(name)).sort()) asked.append(name, value);
  });
}

const DO = {
  fit: () => view.network.fit({ animation: false }),
  in: () => view.zoom(1.3),
  out: () => view.zoom(1 / 1.3),
  png: () => savePng(view, fileName()),
  svg: () => saveSvg(view, fileName()),
  clear,
  center: () => go((asked) => {
    ["chain", "whole", "open", "from", "to", "hops"].forEach((name) => asked.delete(name));
    asked.set("center", keys.get(chosen));
    asked.set("selected", keys.get(chosen));
  }),
  open: () => go((asked) => {
    if (!asked.get("center") && !asked.get("chain") && !asked.get("whole") && !asked.get("from")) {
      put(asked, "center", data.center && keys.get(data.center));
    }
    asked.append("open", keys.get(chosen));
    asked.set("selected", keys.get(chosen));
  }, keys.get(chosen)),
  from: () => end("from"),
  to: () => end("to"),
};

function fileName() {
  return document.querySelector("h1").textContent.trim().slice(0, 40).replace(/[\\/:*?"<>|\s]+/g, "_");
}

// Sets one end of a path; with both ends the path is asked for.
function end(name) {
  const other = form.elements[name === "from" ? "to" : "from"].value;
  form.elements[name].value = view.nodeOf.get(chosen).name;
  if (!other) {
    remember((asked) => asked.set(name, keys.get(chosen).replace(/^segment:/, "")));
    form.querySelector(".sift-more").open = true;
    return;
  }
  go((asked) => {
    ["center", "chain", "whole", "open", "selected"].forEach((each) => asked.delete(each));
    asked.set(name, keys.get(chosen).replace(/^segment:/, ""));
    if (!asked.get(name === "from" ? "to" : "from")) asked.set(name === "from" ? "to" : "from", other);
  });
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    if (!chosen) choose(data.center || data.nodes[0].id);
    else walk(event.key);
  } else if (event.key === "Enter" && chosen) {
    side.box.focus();
  } else if (event.key === "Escape" && chosen) {
    clear();
  } else if (event.key === "+" || event.key === "=") {
    DO.in();
  } else if (event.key === "-") {
    DO.out();
  }
}

function walk(key) {
  const id = next(chosen, key, linked, view.places, (each) => view.isShown(each));
  if (id) choose(id);
  else heard.textContent = words.deadEnd;
}

function clicked(params) {
  if (params.nodes.length) choose(params.nodes[0]);
  else if (view.edgeAt(params.pointer.canvas)) chooseEdge(view.edgeAt(params.pointer.canvas));
  else if (chosen || !side.about.hidden) clear();
}

function act(event) {
  const button = event.target.closest("[data-do]");
  if (button) DO[button.dataset.do]();
  const link = event.target.closest("[data-select], [data-node]");
  const id = link && (link.dataset.select || ids.get(link.dataset.node));
  if (!id || !view.isShown(id) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  choose(id);
}

function start() {
  const before = settle(data, location.search);
  view = new View(box, data, words);
  const asked = new URLSearchParams(location.search).get("selected");
  const selected = ids.get(asked);
  if (asked && !selected) document.getElementById("graph-count").append(` · ${words.lost.replace("{name}", asked)}`);
  if (before) view.network.moveTo(before);
  else view.place(selected || data.center);
  showPath();
  filter();
  if (selected) choose(selected);
  view.network.on("click", clicked);
  view.network.on("doubleClick", (params) => {
    if (params.nodes.length && view.nodeOf.get(params.nodes[0]).more) DO.open();
  });
  box.addEventListener("keydown", press);
  watchFind(view, choose, words.found);
  document.querySelector(".graph-stage").addEventListener("click", act);
  form.addEventListener("change", filtered);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => view.repaint());
  view.network.once("afterDrawing", () => {
    box.dataset.drawn = "true";
    performance.mark("drawn");
  });
  view.network.redraw();
  window.liantu = { view }; // for whoever looks from outside, such as tests
}

try {
  start();
} catch (error) {
  const note = document.querySelector(".broken");
  note.textContent = words.broken.replace("{why}", error.message);
  note.hidden = false;
}
