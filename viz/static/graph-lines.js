// The links of the picture: their curves, drawn by kind in one stroke each, and found under a
// click. The same curves go onto the canvas and into the SVG file.

const DASHES = { grave: [6, 4], kind: [2, 4] };

function inside(point, box) {
  return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
}

function at(curve, t) {
  const u = 1 - t;
  const mix = (name) => u * u * u * curve.a[name] + 3 * u * u * t * curve.b[name] +
    3 * u * t * t * curve.c[name] + t * t * t * curve.d[name];
  return { x: mix("x"), y: mix("y") };
}

// Between neighbours in one column a straight line would run through others: it bows out.
function bent(a, d, curved) {
  const [dx, dy] = [d.x - a.x, d.y - a.y];
  if (dx === 0 && Math.abs(dy) > 60) {
    const out = a.x + Math.sign(dy) * Math.min(110, 40 + Math.abs(dy) * 0.2);
    return { a, b: { x: out, y: a.y + dy * 0.2 }, c: { x: out, y: d.y - dy * 0.2 }, d };
  }
  const bend = curved ? dx * 0.4 : 0;
  return { a, b: { x: a.x + bend, y: a.y }, c: { x: d.x - bend, y: d.y }, d };
}

export class Lines {
  constructor(edges, places, boxOf) {
    Object.assign(this, { edges, places, boxOf, known: new Map() });
    this.curved = edges.length <= 400;
  }

  // The curve of a link, and its arrow at the border of the box that it leads to.
  shape(edge) {
    if (!this.known.has(edge.id)) this.known.set(edge.id, this.made(edge));
    return this.known.get(edge.id);
  }

  made(edge) {
    const curve = bent(this.places.get(edge.from), this.places.get(edge.to), this.curved);
    const box = this.boxOf(edge.to);
    let t = 1;
    while (t > 0.02 && inside(at(curve, t), box)) t -= 0.02;
    const [tip, tail] = [at(curve, t), at(curve, Math.max(0, t - 0.04))];
    const turn = Math.atan2(tip.y - tail.y, tip.x - tail.x);
    const wing = (angle) => ({ x: tip.x - 9 * Math.cos(turn + angle), y: tip.y - 9 * Math.sin(turn + angle) });
    return { ...curve, tip, wings: [wing(0.4), wing(-0.4)] };
  }

  static sort(edge) {
    return edge.grave ? "grave" : edge.relation === "kind_of" ? "kind" : edge.faint ? "faint" : "strong";
  }

  static ink(sort, colours) {
    return { grave: colours.gap, kind: colours.faint, faint: colours.faint, strong: colours.strong }[sort];
  }

  static dashes(sort) {
    return DASHES[sort] || [];
  }

  paint(pen, edges, colours, width) {
    const sorts = new Map();
    for (const edge of edges) {
      const sort = Lines.sort(edge);
      if (!sorts.has(sort)) sorts.set(sort, { lines: new Path2D(), heads: new Path2D() });
      const { lines, heads } = sorts.get(sort);
      const { a, b, c, d, tip, wings } = this.shape(edge);
      lines.moveTo(a.x, a.y);
      lines.bezierCurveTo(b.x, b.y, c.x, c.y, d.x, d.y);
      heads.moveTo(tip.x, tip.y);
      for (const wing of wings) heads.lineTo(wing.x, wing.y);
    }
    for (const [sort, { lines, heads }] of sorts) {
      pen.strokeStyle = Lines.ink(sort, colours);
      pen.fillStyle = pen.strokeStyle;
      pen.lineWidth = width;
      pen.setLineDash(Lines.dashes(sort));
      pen.stroke(lines);
      pen.fill(heads);
    }
    pen.setLineDash([]);
  }

  // The link nearest to a point, if one is within `reach`.
  under(point, edges, reach) {
    let best = null;
    for (const edge of edges) {
      const curve = this.shape(edge);
      for (let t = 0; t <= 1; t += 0.05) {
        const near = at(curve, t);
        const away = Math.hypot(near.x - point.x, near.y - point.y);
        if (away < reach * 2 && (!best || away < best.away)) best = { edge, away };
      }
    }
    return best && best.edge;
  }
}
