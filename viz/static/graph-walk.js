// Walks over the drawn graph: all upstream, all downstream, and the next record in a direction.
// Supplies and kinds are followed; who makes what and what a gap is about come along by one step.

const SUPPLY = new Set(["supplies", "kind_of"]);

export function links(edges) {
  const found = { before: new Map(), after: new Map(), beside: new Map() };
  const add = (map, key, edge) => {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(edge);
  };
  for (const edge of edges) {
    if (SUPPLY.has(edge.relation)) {
      add(found.after, edge.from, edge);
      add(found.before, edge.to, edge);
    }
    add(found.beside, edge.from, edge);
    add(found.beside, edge.to, edge);
  }
  return found;
}

function reach(start, map, end) {
  const nodes = new Set([start]);
  const edges = new Set();
  const ring = [start];
  while (ring.length) {
    for (const edge of map.get(ring.pop()) || []) {
      edges.add(edge.id);
      if (nodes.has(edge[end])) continue;
      nodes.add(edge[end]);
      ring.push(edge[end]);
    }
  }
  return { nodes, edges };
}

export function throughout(start, linked) {
  const up = reach(start, linked.before, "from");
  const down = reach(start, linked.after, "to");
  const nodes = new Set([...up.nodes, ...down.nodes]);
  const edges = new Set([...up.edges, ...down.edges]);
  const here = Array.from(nodes);
  for (const edge of linked.beside.get(start) || []) {
    nodes.add(edge.from);
    nodes.add(edge.to);
    edges.add(edge.id);
  }
  for (const id of here) {
    for (const edge of linked.beside.get(id) || []) {
      if (edge.relation !== "makes") continue;
      nodes.add(edge.from);
      edges.add(edge.id);
    }
  }
  return { nodes, edges };
}

// What lies on paths, given as pairs of one record and the next.
export function along(steps, edges) {
  const pairs = new Set(steps.map((step) => step.join("|")));
  const on = edges.filter((edge) => SUPPLY.has(edge.relation) && pairs.has(`${edge.from}|${edge.to}`));
  return { nodes: new Set(steps.flat()), edges: new Set(on.map((edge) => edge.id)) };
}

const TURN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Of the records linked with `start`, the one that lies best in the direction of the key.
export function next(start, key, linked, places, visible) {
  const [right, down] = TURN[key];
  const here = places.get(start);
  let best = null;
  for (const edge of linked.beside.get(start) || []) {
    const id = edge.from === start ? edge.to : edge.from;
    if (id === start || !visible(id)) continue;
    const there = places.get(id);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = dx * right + dy * down;
    const away = Math.hypot(dx, dy);
    if (ahead <= 0 || ahead < 0.3 * away) continue;
    const cost = away * (2 - ahead / away);
    if (!best || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost };
  }
  return best && best.id;
}
