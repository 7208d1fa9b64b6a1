// Where the pages begin at their host: behind a proxy they may live below a path.

export function at(path) {
  return document.body.dataset.root.slice(0, -1) + path;
}
