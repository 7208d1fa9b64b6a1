// What is drawn keeps its place when something more is opened: the places and the window of a
// picture go with the visit to the next one. A link alone always gives the server's places.

const KEY = "liantu.pictures";
const MOST = 8;
const DRAWING = ["dataset", "center", "chain", "hops", "whole", "type", "open", "from", "to"];
const [WIDE, HIGH, ROW] = [180, 44, 52];

// What of an address decides which records are drawn.
function drawing(search) {
  const asked = new URLSearchParams(search);
  return JSON.stringify(DRAWING.map((name) => asked.getAll(name).sort()));
}

function pictures() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY));
    return Array.isArray(found) ? found : [];
  } catch (error) {
    return [];
  }
}

// Remembers a picture for the page that `search` leads to, where `opened` gets its neighbours.
export function keep(view, search, opened) {
  const places = view.data.nodes.map((node) => [node.id, node.x, node.y]);
  const mine = { drawing: drawing(search), opened, places, scale: view.network.getScale(), middle: view.network.getViewPosition() };
  const all = [mine, ...pictures().filter((each) => each.drawing !== mine.drawing)].slice(0, MOST);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(all));
  } catch (error) {
    // a browser that keeps nothing draws the server's places
  }
}

// The nearest free place above or below one.
function free(x, y, taken) {
  const covers = (at) => taken.some(([left, top]) => Math.abs(left - x) < WIDE && Math.abs(top - at) < HIGH);
  for (let step = 0; ; step += 1) {
    const at = [y + step * ROW, y - step * ROW].find((each) => !covers(each));
    if (at !== undefined) return at;
  }
}

// Puts the records of a remembered picture where they were, new ones as the server has them around
// what was opened; gives the window to look through, if this page was led to from such a picture.
export function settle(data, search) {
  const before = pictures().find((each) => each.drawing === drawing(search));
  if (!before) return null;
  const known = new Map(before.places.map(([id, x, y]) => [id, { x, y }]));
  const opened = data.nodes.find((node) => node.key === before.opened);
  const from = opened && known.get(opened.id);
  if (!from) return null;
  const shift = { x: from.x - opened.x, y: from.y - opened.y };
  const fresh = data.nodes.filter((node) => !known.has(node.id));
  for (const node of data.nodes) Object.assign(node, known.get(node.id));
  const taken = data.nodes.filter((node) => known.has(node.id)).map((node) => [node.x, node.y]);
  for (const node of fresh) {
    node.x += shift.x;
    node.y = free(node.x, node.y + shift.y, taken);
    taken.push([node.x, node.y]);
  }
  if (data.foot && fresh.some((node) => node.y > data.foot.top)) data.foot = null;
  for (const band of data.bands) {
    const xs = data.nodes.filter((node) => node.stage === band.stage).map((node) => node.x);
    Object.assign(band, { left: Math.min(...xs), right: Math.max(...xs) });
  }
  return { position: before.middle, scale: before.scale, animation: false };
}
