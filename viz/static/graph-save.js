// The picture as a file: what the screen shows, no more, no less.

import { FADED, FONT } from "./graph-look.js";
import { Lines } from "./graph-lines.js";

const SPACE = "http://www.w3.org/2000/svg";

function give(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function savePng(view, name) {
  const shown = view.box.querySelector("canvas");
  const canvas = document.createElement("canvas");
  canvas.width = shown.width;
  canvas.height = shown.height;
  const pen = canvas.getContext("2d");
  pen.fillStyle = view.colours.ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(shown, 0, 0);
  canvas.toBlob((blob) => give(blob, `${name}.png`), "image/png");
}

export function saveSvg(view, name) {
  const text = new XMLSerializer().serializeToString(draw(view));
  give(new Blob([text], { type: "image/svg+xml" }), `${name}.svg`);
}

function element(name, attributes, parent, text) {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

export function draw(view) {
  const { network, box, colours } = view;
  const [width, height] = [box.clientWidth, box.clientHeight];
  const svg = element("svg", { xmlns: SPACE, width, height, viewBox: `0 0 ${width} ${height}` });
  element("rect", { width, height, fill: colours.ground }, svg);
  const scale = network.getScale();
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  for (const band of view.bands()) {
    element("rect", { x: band.left, y: 0, width: band.right - band.left, height: view.floor(), fill: colours.band }, svg);
  }
  if (view.floor() < height) {
    element("text", { x: 10, y: view.floor() + 15, "font-size": 12, "font-weight": 700, "font-family": FONT, fill: colours.word }, svg, view.data.foot.word);
  }
  const world = element("g", { transform: `translate(${origin.x} ${origin.y}) scale(${scale})` }, svg);
  const kept = new Set(view.keptEdges());
  for (const edge of view.shownEdges()) if (!kept.has(edge)) line(world, edge, view, false);
  for (const edge of kept) line(world, edge, view, true);
  for (const node of view.shownNodes()) card(world, node, view);
  for (const band of view.bands()) {
    element("rect", { x: band.left, y: 0, width: band.right - band.left, height: 24, fill: colours.title }, svg);
    element("text", { x: band.middle, y: 17, "text-anchor": "middle", "font-size": 13, "font-weight": 700, "font-family": FONT, fill: colours.titleInk }, svg, band.word);
  }
  return svg;
}

function line(world, edge, view, kept) {
  const { a, b, c, d, tip, wings } = view.lines.shape(edge);
  const sort = Lines.sort(edge);
  const ink = Lines.ink(sort, view.colours);
  const opacity = kept ? 1 : view.kept ? FADED : 0.6;
  const group = element("g", { opacity }, world);
  const style = { fill: "none", stroke: ink, "stroke-width": kept ? 2 : 1 };
  if (Lines.dashes(sort).length) style["stroke-dasharray"] = Lines.dashes(sort).join(" ");
  element("path", { d: `M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`, ...style }, group);
  const points = [tip, ...wings].map((point) => `${point.x} ${point.y}`).join("L");
  element("path", { d: `M${points}Z`, fill: ink }, group);
}

function card(world, node, view) {
  const box = view.network.getBoundingBox(node.id);
  const group = element("g", { opacity: view.isFaded(node.id) ? FADED : 1 }, world);
  const size = { width: box.right - box.left, height: box.bottom - box.top };
  const style = { fill: node.color.background, stroke: node.color.border, "stroke-width": node.borderWidth };
  if (node.shapeProperties.borderDashes) style["stroke-dasharray"] = node.shapeProperties.borderDashes.join(" ");
  element("rect", { x: box.left, y: box.top, ...size, rx: node.shapeProperties.borderRadius, ...style }, group);
  if (node.id === view.chosen) {
    element("rect", { x: box.left - 3, y: box.top - 3, width: size.width + 6, height: size.height + 6, fill: "none", stroke: view.colours.focus, "stroke-width": 4 }, group);
  }
  const lines = view.network.body.nodes[node.id].labelModule.lines // as broken on the screen
    .map((line) => line.blocks.map((block) => block.text).join("").replace("\u00a0", " "));
  const high = node.font.size;
  const middle = (box.top + box.bottom) / 2 - ((lines.length - 1) * high * 1.2) / 2 + high * 0.36;
  lines.forEach((text, row) => {
    element("text", { x: (box.left + box.right) / 2, y: middle + row * high * 1.2, "text-anchor": "middle", "font-size": high, "font-family": FONT, fill: node.font.color }, group, text);
  });
}
