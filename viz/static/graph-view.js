// The picture: vis-network with the server's places, stages and links behind the records. What
// a choice keeps is drawn once more over the faded rest, so that a choice costs one drawing.

import { FADED, FONT, palette, READABLE, SIZE, visNode } from "./graph-look.js";
import { Lines } from "./graph-lines.js";

const MANY = 400;
const MOST = 1.4; // a few records need not be larger
const HEAD = 24; // the words of the stages, below which the first row stands
const WIDEST = 165; // vis-network breaks a Chinese name one character later
const OPTIONS = {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { dragNodes: false, hideEdgesOnDrag: true, hover: false, keyboard: false, selectConnectedEdges: false, zoomSpeed: 0.6 },
  nodes: { widthConstraint: { maximum: WIDEST }, labelHighlightBold: false },
};

export class View {
  constructor(box, data, words) {
    Object.assign(this, { box, data, words, chosen: null, kept: null, dragged: false, found: new Set() });
    this.nodeOf = new Map(data.nodes.map((node) => [node.id, node]));
    this.places = new Map(data.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
    this.hidden = { nodes: new Set(), edges: new Set() };
    this.colours = palette(data.nodes);
    this.nodes = new vis.DataSet(data.nodes.map((node) => visNode(node, this.colours, words)));
    this.network = new vis.Network(box, { nodes: this.nodes, edges: [] }, OPTIONS);
    this.lines = new Lines(data.edges, this.places, (id) => this.network.getBoundingBox(id));
    this.network.on("beforeDrawing", (pen) => this.paintBelow(pen));
    this.network.on("afterDrawing", (pen) => this.paintAbove(pen));
    this.network.on("dragStart", () => { this.dragged = true; });
    this.network.on("dragEnd", () => {
      this.dragged = false;
      this.network.redraw();
    });
  }

  // Keeps some records and links and fades the rest; without any all are plain.
  ink(chosen, kept) {
    Object.assign(this, { chosen, kept });
    this.network.redraw();
  }

  hide(nodes, edges) {
    const before = this.hidden.nodes;
    const all = [...Array.from(before), ...Array.from(nodes)];
    const moved = all.filter((id) => before.has(id) !== nodes.has(id));
    this.hidden = { nodes, edges };
    if (moved.length) this.nodes.update(moved.map((id) => ({ id, hidden: nodes.has(id) })));
    else this.network.redraw();
  }

  isShown(id) {
    return this.nodeOf.has(id) && !this.hidden.nodes.has(id);
  }

  isFaded(id) {
    return this.kept !== null && !this.kept.nodes.has(id);
  }

  shownNodes() {
    return this.data.nodes.filter((node) => this.isShown(node.id)).map((node) => this.nodes.get(node.id));
  }

  shownEdges() {
    return this.data.edges.filter((edge) => !this.hidden.edges.has(edge.id) && this.isShown(edge.from) && this.isShown(edge.to));
  }

  keptEdges() {
    return this.kept ? this.shownEdges().filter((edge) => this.kept.edges.has(edge.id)) : [];
  }

  paintBelow(pen) {
    this.onScreen(pen, () => {
      pen.fillStyle = this.colours.band;
      for (const band of this.bands()) pen.fillRect(band.left, 0, band.right - band.left, this.floor());
      this.paintFoot(pen);
    });
    pen.globalAlpha = this.kept ? FADED : 0.6;
    if (!this.dragged || this.data.edges.length <= MANY) this.lines.paint(pen, this.shownEdges(), this.colours, 1);
    pen.globalAlpha = this.kept ? FADED : 1;
  }

  paintAbove(pen) {
    if (this.kept) this.whisper(pen);
    pen.globalAlpha = 1;
    if (this.kept) {
      this.lines.paint(pen, this.keptEdges(), this.colours, 2);
      for (const id of this.kept.nodes) {
        if (this.isShown(id)) this.network.body.nodes[id].draw(pen);
      }
    }
    for (const id of this.found) this.ring(pen, id, 2);
    if (this.chosen && this.isShown(this.chosen)) this.ring(pen, this.chosen, 4);
    this.paintTitles(pen);
  }

  // White words on a faded blue ground cannot be read: they are written in the colour of its edge.
  whisper(pen) {
    pen.globalAlpha = 2 * FADED;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    for (const node of this.data.nodes) {
      if (node.css !== "s-made" || !this.isFaded(node.id) || !this.isShown(node.id)) continue;
      pen.font = `${SIZE}px ${FONT}`;
      pen.fillStyle = this.colours.looks.get(node.css).edge;
      pen.fillText(node.label, node.x, node.y);
    }
  }

  ring(pen, id, width) {
    const box = this.network.getBoundingBox(id);
    pen.strokeStyle = this.colours.focus;
    pen.lineWidth = width;
    pen.setLineDash([]);
    pen.strokeRect(box.left - 3, box.top - 3, box.right - box.left + 6, box.bottom - box.top + 6);
  }

  // Stages as the screen has them: from half way to the stage before to half way to the next.
  // Where what was opened keeps its place, stages can come to lie over one another: none is drawn.
  bands() {
    const all = this.data.bands;
    if (all.some((band, index) => index && band.left <= all[index - 1].right)) return [];
    return all.map((band, index) => {
      const before = all[index - 1];
      const after = all[index + 1];
      const from = before ? (before.right + band.left) / 2 + 4 : band.left - 105;
      const to = after ? (band.right + after.left) / 2 - 4 : band.right + 105;
      const [left, right] = [from, to].map((x) => this.network.canvasToDOM({ x, y: 0 }).x);
      // the word stands over what is seen of its stage
      const [seen, end] = [Math.max(left, 0), Math.min(right, this.box.clientWidth)];
      return { word: end - seen < 40 ? "" : band.word, left, right, middle: (seen + end) / 2 };
    });
  }

  // Where the stages end on the screen: below stand the firms that belong to none.
  floor() {
    const foot = this.data.foot;
    return foot ? Math.min(this.box.clientHeight, Math.max(HEAD, this.network.canvasToDOM({ x: 0, y: foot.top }).y)) : this.box.clientHeight;
  }

  paintFoot(pen) {
    if (!this.data.foot || this.floor() >= this.box.clientHeight) return;
    pen.textAlign = "left";
    pen.textBaseline = "alphabetic";
    pen.font = `700 12px ${FONT}`;
    pen.fillStyle = this.colours.word;
    pen.fillText(this.data.foot.word, 10, this.floor() + 15);
  }

  onScreen(pen, paint) {
    const ratio = pen.canvas.width / this.box.clientWidth;
    pen.save();
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint();
    pen.restore();
  }

  paintTitles(pen) {
    this.onScreen(pen, () => {
      pen.textAlign = "center";
      pen.textBaseline = "alphabetic";
      pen.font = `700 13px ${FONT}`;
      for (const band of this.bands()) {
        pen.fillStyle = this.colours.title;
        pen.fillRect(band.left, 0, band.right - band.left, HEAD);
        pen.fillStyle = this.colours.titleInk;
        pen.fillText(band.word, band.middle, 17);
      }
    });
  }

  repaint() {
    this.colours = palette(this.data.nodes);
    this.nodes.update(this.data.nodes.map((node) => visNode(node, this.colours, this.words)));
  }

  edgeAt(point) {
    return this.lines.under(point, this.shownEdges(), 6 / this.network.getScale());
  }

  // The whole picture where its labels can be read, else as many whole columns as fill the window:
  // around what matters, with no name cut at the sides and nothing empty beside it.
  place(focus) {
    this.network.fit({ animation: false });
    const whole = this.network.getScale();
    // with nothing to look at the picture begins at its first row
    const at = this.places.get(focus) || { x: this.network.getViewPosition().x, y: -Infinity };
    const columns = whole < READABLE ? this.columns() : null;
    const scale = columns ? columns.scale : Math.min(MOST, Math.max(READABLE, whole));
    const position = this.within(at, scale);
    if (columns) position.x = columns.middle(at.x);
    this.network.moveTo({ position, scale, animation: false });
  }

  // The scale at which as many whole columns as can be read fill the window, and where to look
  // from to see those around a place; null where all have room, or what was opened stands between.
  columns() {
    const standing = this.data.nodes.filter((node) => !this.data.foot || node.y < this.data.foot.top);
    const all = Array.from(new Set(standing.map((node) => node.x))).sort((one, other) => one - other);
    const step = Math.min(...all.slice(1).map((x, index) => x - all[index]));
    const most = Math.floor(this.box.clientWidth / READABLE / step);
    if (most < 1 || most >= all.length || all.some((x) => (x - all[0]) % step)) return null;
    const middle = (near) => {
      const first = Math.round((near - all[0]) / step - (most - 1) / 2);
      const last = Math.round((all[all.length - 1] - all[0]) / step) - most + 1;
      return all[0] + (Math.min(last, Math.max(0, first)) + (most - 1) / 2) * step;
    };
    return { scale: this.box.clientWidth / (most * step), middle };
  }

  // The place nearest to one from which the window shows no more than it has to beside the picture.
  within(at, scale) {
    const near = (axis, window, rim, head) => {
      const all = this.data.nodes.map((node) => node[axis]);
      const [least, most] = [Math.min(...all) - rim - head / scale, Math.max(...all) + rim];
      const half = window / scale / 2;
      return most - least <= 2 * half ? (least + most) / 2 : Math.min(most - half, Math.max(least + half, at[axis]));
    };
    return { x: near("x", this.box.clientWidth, 110, 0), y: near("y", this.box.clientHeight, 36, HEAD) };
  }

  mark(found) {
    this.found = found;
    this.network.redraw();
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
}
