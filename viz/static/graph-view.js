// The picture: vis-network with the server's places, stages behind the records, and inks that
// follow choice and filters. Only what changes is drawn anew.

import { alpha, edgeInk, FADED, FONT, inked, palette, visEdge, visNode } from "./graph-look.js";

const CURVED = 400;
const OPTIONS = {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { dragNodes: false, hideEdgesOnDrag: true, hideEdgesOnZoom: false, hover: false, keyboard: false, selectConnectedEdges: false, zoomSpeed: 0.6 },
  nodes: { widthConstraint: { maximum: 210 }, labelHighlightBold: false },
};

export class View {
  constructor(box, data, words) {
    Object.assign(this, { box, data, words });
    this.nodeOf = new Map(data.nodes.map((node) => [node.id, node]));
    this.places = new Map(data.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
    this.curved = data.edges.length <= CURVED;
    this.colours = palette(data.nodes);
    this.states = new Map();
    this.hidden = { nodes: new Set(), edges: new Set() };
    this.nodes = new vis.DataSet(data.nodes.map((node) => visNode(node, this.colours, words)));
    this.edges = new vis.DataSet(data.edges.map((edge) => ({
      ...visEdge(edge, this.curved, this.isUpright(edge)), ...edgeInk(edge, this.colours, "plain"),
    })));
    this.network = new vis.Network(box, { nodes: this.nodes, edges: this.edges }, OPTIONS);
    this.network.on("beforeDrawing", (pen) => this.paintBands(pen));
    this.network.on("afterDrawing", (pen) => this.paintTitles(pen));
  }

  // Chosen, kept and faded records; without a choice all are plain.
  ink(chosen, kept) {
    const nodes = [];
    const edges = [];
    for (const node of this.data.nodes) {
      const state = !kept ? "plain" : node.id === chosen ? "chosen" : kept.nodes.has(node.id) ? "kept" : "faded";
      if ((this.states.get(node.id) || "plain") === state) continue;
      this.states.set(node.id, state);
      const look = this.colours.looks.get(node.css);
      const text = state === "faded" ? alpha(look.edge, 2 * FADED) : look.text;
      nodes.push({ id: node.id, ...inked(node, look, this.colours, state), font: { color: text } });
    }
    for (const edge of this.data.edges) {
      const state = !kept ? "plain" : kept.edges.has(edge.id) ? "kept" : "faded";
      if ((this.states.get(edge.id) || "plain") === state) continue;
      this.states.set(edge.id, state);
      edges.push({ id: edge.id, ...edgeInk(edge, this.colours, state) });
    }
    if (nodes.length) this.nodes.update(nodes);
    if (edges.length) this.edges.update(edges);
  }

  hide(nodes, edges) {
    const change = (set, before, after) => {
      const all = [...Array.from(before), ...Array.from(after)];
      const moved = all.filter((id) => before.has(id) !== after.has(id));
      if (moved.length) set.update(moved.map((id) => ({ id, hidden: after.has(id) })));
    };
    change(this.nodes, this.hidden.nodes, nodes);
    change(this.edges, this.hidden.edges, edges);
    this.hidden = { nodes, edges };
  }

  // Both ends in one column, and not one hanging on the other.
  isUpright(edge) {
    const [from, to] = [this.places.get(edge.from), this.places.get(edge.to)];
    return from.x === to.x && Math.abs(from.y - to.y) > 60;
  }

  isShown(id) {
    return this.nodeOf.has(id) && !this.hidden.nodes.has(id);
  }

  // Stages as the screen has them: from half way to the stage before to half way to the next.
  bands() {
    const { left, right } = { left: -125, right: 125 };
    return this.data.bands.map((band, index, all) => {
      const before = all[index - 1];
      const after = all[index + 1];
      const from = before ? (before.right + band.left) / 2 + 4 : band.left + left;
      const to = after ? (band.right + after.left) / 2 - 4 : band.right + right;
      const [a, b] = [from, to].map((x) => this.network.canvasToDOM({ x, y: 0 }).x);
      return { word: band.word, left: a, right: b };
    });
  }

  onScreen(pen, paint) {
    const ratio = pen.canvas.width / this.box.clientWidth;
    pen.save();
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint();
    pen.restore();
  }

  paintBands(pen) {
    this.onScreen(pen, () => {
      pen.fillStyle = this.colours.band;
      for (const band of this.bands()) pen.fillRect(band.left, 0, band.right - band.left, this.box.clientHeight);
    });
  }

  paintTitles(pen) {
    this.onScreen(pen, () => {
      pen.textAlign = "center";
      pen.textBaseline = "alphabetic";
      pen.font = `700 13px ${FONT}`;
      for (const band of this.bands()) {
        pen.fillStyle = this.colours.title;
        pen.fillRect(band.left, 0, band.right - band.left, 24);
        pen.fillStyle = this.colours.titleInk;
        const middle = Math.min(Math.max((band.left + band.right) / 2, 30), this.box.clientWidth - 30);
        pen.fillText(band.word, middle, 17);
      }
    });
  }

  repaint() {
    this.colours = palette(this.data.nodes);
    this.nodes.update(this.data.nodes.map((node) => visNode(node, this.colours, this.words)));
    this.edges.update(this.data.edges.map((edge) => ({ id: edge.id, ...edgeInk(edge, this.colours, "plain") })));
    this.states.clear();
  }

  // The whole picture where it stays readable, else the surroundings of what matters.
  place(focus) {
    this.network.fit({ animation: false });
    const phone = this.box.clientWidth < 700;
    const least = phone ? 0.75 : 0.5;
    const most = 1.1;
    const scale = this.network.getScale();
    const at = focus && this.places.get(focus);
    if (scale < least && at) this.network.moveTo({ position: at, scale: least, animation: false });
    else if (scale < least && phone) this.network.moveTo({ scale: least, animation: false });
    else if (scale > most) this.network.moveTo({ scale: most, animation: false });
  }

  show(id) {
    const at = this.places.get(id);
    const seen = this.network.canvasToDOM(at);
    const away = seen.x < 60 || seen.y < 50 || seen.x > this.box.clientWidth - 60 || seen.y > this.box.clientHeight - 40;
    if (away) this.network.moveTo({ position: at, animation: false });
  }

  zoom(by) {
    this.network.moveTo({ scale: Math.min(4, Math.max(0.05, this.network.getScale() * by)), animation: false });
  }

  shownNodes() {
    return this.data.nodes.filter((node) => this.isShown(node.id)).map((node) => {
      const drawn = this.nodes.get(node.id);
      return { ...drawn, ink: drawn.font.color };
    });
  }

  shownEdges() {
    return this.data.edges.filter((edge) => !this.hidden.edges.has(edge.id) && this.isShown(edge.from) && this.isShown(edge.to))
      .map((edge) => ({ ...edge, dashes: this.edges.get(edge.id).dashes }));
  }

  edgeInk(edge) {
    const ink = edgeInk(edge, this.colours, this.states.get(edge.id) || "plain");
    return { color: ink.color.color, width: ink.width };
  }
}
