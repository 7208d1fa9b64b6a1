// The picture as a file: what the screen shows, no more, no less.

import { FONT } from "./graph-look.js";

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
    element("rect", { x: band.left, y: 0, width: band.right - band.left, height, fill: colours.band }, svg);
  }
  const world = element("g", { transform: `translate(${origin.x} ${origin.y}) scale(${scale})` }, svg);
  for (const edge of view.shownEdges()) line(world, edge, view);
  for (const node of view.shownNodes()) card(world, node, view);
  for (const band of view.bands()) {
    element("rect", { x: band.left, y: 0, width: band.right - band.left, height: 24, fill: colours.title }, svg);
    element("text", { x: (band.left + band.right) / 2, y: 17, "text-anchor": "middle", "font-size": 13, "font-weight": 700, "font-family": FONT, fill: colours.titleInk }, svg, band.word);
  }
  return svg;
}

function line(world, edge, view) {
  const [from, to] = [view.places.get(edge.from), view.places.get(edge.to)];
  const bend = view.curved ? (to.x - from.x) * 0.4 : 0;
  const at = (t) => {
    const u = 1 - t;
    const mix = (a, b, c, d) => u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    return { x: mix(from.x, from.x + bend, to.x - bend, to.x), y: mix(from.y, from.y, to.y, to.y) };
  };
  const box = view.network.getBoundingBox(edge.to);
  let t = 1;
  while (t > 0 && inside(at(t), box)) t -= 0.01;
  const [tip, tail] = [at(t), at(Math.max(0, t - 0.03))];
  const ink = view.edgeInk(edge);
  const style = { fill: "none", stroke: ink.color, "stroke-width": ink.width };
  if (edge.dashes) style["stroke-dasharray"] = edge.dashes.join(" ");
  const curve = `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
  element("path", { d: curve, ...style }, world);
  const turn = Math.atan2(tip.y - tail.y, tip.x - tail.x);
  const wing = (angle) => `${tip.x - 9 * Math.cos(turn + angle)} ${tip.y - 9 * Math.sin(turn + angle)}`;
  element("path", { d: `M${tip.x} ${tip.y}L${wing(0.4)} ${wing(-0.4)}Z`, fill: ink.color }, world);
}

function inside(point, box) {
  return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
}

function card(world, node, view) {
  const box = view.network.getBoundingBox(node.id);
  const group = element("g", { opacity: node.opacity }, world);
  const style = { fill: node.color.background, stroke: node.color.border, "stroke-width": node.borderWidth };
  if (node.shapeProperties.borderDashes) style["stroke-dasharray"] = node.shapeProperties.borderDashes.join(" ");
  element("rect", { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top, rx: node.shapeProperties.borderRadius, ...style }, group);
  const lines = node.label.split("\n");
  const size = node.font.size;
  const middle = (box.top + box.bottom) / 2 - ((lines.length - 1) * size * 1.2) / 2 + size * 0.36;
  lines.forEach((text, row) => {
    element("text", { x: (box.left + box.right) / 2, y: middle + row * size * 1.2, "text-anchor": "middle", "font-size": size, "font-family": FONT, fill: node.ink }, group, text);
  });
}
