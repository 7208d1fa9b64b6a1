// The picture as the page holds it (viz/graph_data.py), written out again.

const FAINT = 1;
const GRAVE = 2;
const EMPTY = { gap: "", firms: 0, more: 0, x: 0, y: 0, standing: null, grave: false };

function node(short, looks) {
  const [css, word, status, type, stage] = looks[short.look];
  const label = `${short.mark || ""}\u00a0${short.name}`.trim(); // no line break after the mark
  return { ...EMPTY, css, word, status, type, stage, label, key: `${type}:${short.id}`, ...short };
}

export function unpacked(text) {
  const data = JSON.parse(text);
  data.nodes = data.nodes.map((short) => node(short, data.looks));
  const { relations, bases, rows } = data.edges;
  data.edges = rows.map(([source, target, id, relation, basis, marks]) => {
    const [from, to] = [data.nodes[source].id, data.nodes[target].id];
    return {
      from, to, id: `${id}|${from}|${to}`, relation: relations[relation], basis: bases[basis],
      faint: Boolean(marks & FAINT), grave: Boolean(marks & GRAVE),
    };
  });
  return data;
}
