// What nodes and edges look like on the canvas. Colours come from the stylesheet by class, so
// the dark scheme follows; what is faded keeps 16 % of its ink.

export const FONT = '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", ' +
  '"Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';
export const FADED = 0.16;
const DASHES = { "s-absent": [6, 4], "s-sought": [6, 4], "s-unknown": [2, 3], "g-settle": [2, 3] };
const SMALL = { enterprise: 12, gap: 13 };

function probe(css) {
  const element = document.createElement("i");
  element.className = css;
  element.hidden = true;
  document.body.append(element);
  const style = getComputedStyle(element);
  const read = (name) => style.getPropertyValue(name).trim();
  const look = { fill: read("--fill"), text: read("--text"), edge: read("--edge") };
  element.remove();
  return look;
}

export function palette(nodes) {
  const root = getComputedStyle(document.documentElement);
  const read = (name) => root.getPropertyValue(name).trim();
  const looks = new Map();
  for (const node of nodes) {
    if (!looks.has(node.css)) looks.set(node.css, probe(node.css));
  }
  return {
    looks,
    gap: read("--absent-line"),
    focus: read("--focus"),
    line: read("--unknown-line"),
    strong: read("--made-line"),
    faint: read("--line"),
    ground: read("--surface"),
    band: read("--ground"),
    title: read("--navy-2"),
    titleInk: read("--on-navy"),
  };
}

export function alpha(colour, share) {
  const [red, green, blue] = colour.length === 4
    ? [1, 2, 3].map((i) => parseInt(colour[i] + colour[i], 16))
    : [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${share})`;
}

export function labelOf(node, words) {
  const firms = node.firms ? `\n${words.firms.replace("{n}", node.firms)}` : "";
  const more = node.more ? ` …${node.more}` : "";
  return node.label + more + (node.grave && node.type === "segment" ? `\n✕ ${node.gap}` : "") + firms;
}

export function visNode(node, colours, words) {
  const look = colours.looks.get(node.css);
  const size = SMALL[node.type] || 15;
  return {
    id: node.id,
    label: labelOf(node, words),
    x: node.x,
    y: node.y,
    shape: "box",
    margin: node.type === "enterprise" ? 4 : 8,
    shapeProperties: {
      borderRadius: node.type === "enterprise" ? 12 : 5,
      borderDashes: node.grave ? [6, 4] : DASHES[node.css] || false,
    },
    ...inked(node, look, colours, "plain"),
    font: { face: FONT, size, color: look.text },
  };
}

// `state`: plain, kept, chosen or faded
export function inked(node, look, colours, state) {
  const edge = node.grave ? colours.gap : look.edge;
  const chosen = state === "chosen";
  const border = chosen ? colours.focus : edge;
  const colour = { background: look.fill, border };
  return {
    color: { ...colour, highlight: colour, hover: colour },
    borderWidth: chosen ? 4 : node.grave ? 2.5 : 1.2,
    borderWidthSelected: chosen ? 4 : 2,
    opacity: state === "faded" ? FADED : 1,
  };
}

// Between neighbours in one column a straight line would run through others.
function bend(curved, upright) {
  if (upright) return { enabled: true, type: "curvedCW", roundness: 0.5 };
  return curved ? { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.4 } : false;
}

export function visEdge(edge, curved, upright) {
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    arrows: { to: { enabled: true, scaleFactor: 0.55 } },
    dashes: edge.grave ? [6, 4] : edge.relation === "kind_of" ? [2, 4] : false,
    smooth: bend(curved, upright),
  };
}

export function edgeInk(edge, colours, state) {
  const plain = edge.grave ? colours.gap : edge.faint ? colours.line : colours.strong;
  const colour = state === "kept" || state === "plain" ? plain : alpha(plain, FADED);
  const width = state === "kept" ? 2 : 1;
  return { color: { color: state === "plain" ? alpha(plain, 0.6) : colour, highlight: plain, hover: plain }, width };
}
