// What nodes look like on the canvas. Colours come from the stylesheet by class, so the dark
// scheme follows.

export const FONT = '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", ' +
  '"Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';
export const FADED = 0.16;
const DASHES = { "s-absent": [6, 4], "s-sought": [6, 4], "s-unknown": [2, 3], "g-settle": [2, 3] };
export const SIZE = 15;
export const READABLE = 11 / SIZE; // below this scale labels are smaller than 11 pixels

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
    strong: read("--made-line"),
    faint: read("--unknown-line"),
    ground: read("--surface"),
    band: read("--ground"),
    word: read("--soft"),
    title: read("--navy-2"),
    titleInk: read("--on-navy"),
  };
}

export function labelOf(node, words) {
  const firms = node.firms ? `\n${words.firms.replace("{n}", node.firms)}` : "";
  const more = node.more ? ` …${node.more}` : "";
  return node.label + more + (node.grave && node.type === "segment" ? `\n✕ ${node.gap}` : "") + firms;
}

export function visNode(node, colours, words) {
  const look = colours.looks.get(node.css);
  const colour = { background: look.fill, border: node.grave ? colours.gap : look.edge };
  return {
    id: node.id,
    label: labelOf(node, words),
    x: node.x,
    y: node.y,
    shape: "box",
    margin: node.type === "enterprise" ? 4 : 8,
    borderWidth: node.grave ? 2.5 : 1.2,
    borderWidthSelected: node.grave ? 2.5 : 1.2,
    shapeProperties: {
      borderRadius: node.type === "enterprise" ? 12 : 5,
      borderDashes: node.grave ? [6, 4] : DASHES[node.css] || false,
    },
    color: { ...colour, highlight: colour, hover: colour },
    font: { face: FONT, size: SIZE, color: look.text },
  };
}
