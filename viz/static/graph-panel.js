// The side panel: the gaps while nothing is chosen, else what the server says of the choice.

import { at } from "./root.js";

function piece(html) {
  return new DOMParser().parseFromString(html, "text/html").body.childNodes;
}

export function panel(words) {
  const box = document.querySelector(".panel");
  const [gaps, about] = [box.querySelector(".panel-gaps"), box.querySelector(".panel-about")];
  const text = about.querySelector(".panel-text");
  let wanted = 0;

  async function read(address) {
    const mine = ++wanted;
    gaps.hidden = true;
    about.hidden = false;
    text.textContent = words.loading;
    let found = null;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      found = Array.from(piece(await answer.text()));
    } catch (error) {
      found = [words.failed.replace("{why}", error.message)];
    }
    if (mine !== wanted) return;
    text.replaceChildren(...found);
    box.scrollTop = 0;
  }

  function clear() {
    wanted += 1;
    gaps.hidden = false;
    about.hidden = true;
    text.textContent = "";
  }

  return { box, about, read, clear };
}

export function aboutNode(node, kept) {
  const [type, ...rest] = node.key.split(":");
  return at(`/graph/about/${type}/${encodeURIComponent(rest.join(":"))}?${kept}`);
}

export function aboutEdge(edge, keys, kept) {
  const asked = new URLSearchParams(kept);
  asked.set("id", edge.id.split("|")[0]);
  asked.set("source", keys.get(edge.from));
  asked.set("target", keys.get(edge.to));
  return at(`/graph/relation?${asked}`);
}
