"""What axe-core finds wrong with a page, without looking twice at what is drawn alike."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that look at colours."""
EACH_COLOURING = """() => {
  const looks = new WeakMap(), numbers = new Map(), seen = new Map();
  const numbered = key => numbers.get(key) ?? (numbers.set(key, numbers.size), numbers.size - 1);
  function look(box) {
    if (!box) return '';
    if (!looks.has(box)) {
      const style = getComputedStyle(box);
      const flows = ['static', 'relative', 'sticky'].includes(style.position)
        && box.namespaceURI.endsWith('xhtml');
      const own = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize',
        'fontWeight', 'textDecorationLine', 'textShadow', 'filter', 'display', 'visibility'];
      looks.set(box, numbered([look(box.parentElement), box.tagName, box.className,
        ...own.map(each => style[each]), flows ? '' : numbers.size].join('|')));
    }
    return looks.get(box);
  }
  for (const box of document.querySelectorAll('body *')) {
    box.removeAttribute('data-looked-at');
    if (![...box.childNodes].some(each => each.nodeType === 3 && each.data.trim())
      && !['INPUT', 'SELECT', 'TEXTAREA'].includes(box.tagName)) continue;
    if (!box.checkVisibility()) continue;
    const times = (seen.get(look(box)) ?? 0) + 1;
    seen.set(look(box), times);
    if (times <= 2) box.setAttribute('data-looked-at', '');
  }
}"""
"""Marks texts, of those drawn alike the first two: each style of their own, on each ground.

What is laid over other things by hand, or drawn in a picture, is like nothing else.
"""


def objections(page: "Page") -> list[str]:
    """What breaks any rule."""
    return _found(page, "document", {})


def objections_to_colours(page: "Page") -> list[str]:
    """What is hard to read for its colours; a list of a thousand rows has few kinds of them."""
    page.evaluate(EACH_COLOURING)
    return _found(page, "{include: [['[data-looked-at]']]}", {"runOnly": list(COLOURS)})


def objections_besides_colours(page: "Page") -> list[str]:
    """What breaks any other rule."""
    return _found(page, "document", {"rules": {rule: {"enabled": False} for rule in COLOURS}})


def _found(page: "Page", where: str, options: Mapping[str, Sequence[str] | object]) -> list[str]:
    if page.evaluate("() => typeof axe === 'undefined'"):
        # Comes with a library that takes long to import.
        from axe_playwright_python.sync_playwright import (  # type: ignore[import-untyped]  # noqa: PLC0415
            Axe,
        )

        page.evaluate(Axe().axe_script)
    asked = {"resultTypes": ["violations"], **options}
    broken = page.evaluate(f"asked => axe.run({where}, asked).then(all => all.violations)", asked)
    return [f"{rule['id']}: {node['html'][:160]}" for rule in broken for node in rule["nodes"]]
