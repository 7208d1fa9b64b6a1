"""The Jinja environment: escaping on, unknown names refused, Chinese broken where it may be."""

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from graph.message import _, p_
from graph.model.facts import words_of
from viz import amounts, navigation, style, svg
from viz.chrome import Chrome
from viz.kept_templates import kept_templates
from viz.offered import offered
from viz.words import PageWords

SHEETS = (
    "colours",
    "frame",
    "panorama",
    "questions",
    "records",
    "ties",
    "priority",
    "district",
    "seek",
    "edits",
    "narrow",
)
"""The stylesheets of every page, those for small windows last."""
_AFTER = re.compile(r"([·/、，与及])")
_BEFORE = re.compile(r"(（|\()")
_ADDRESS = re.compile(r'(\s(?:href|src|action|formaction|data-root|data-decisions)=")/(?!/)')
_NUMBER = re.compile(r"((?<![A-Za-z0-9./-])\d[\d,.]*(?:[–-]\d[\d,.]*)?\s?%?(?![A-Za-z/]))")


@cache
def environment() -> Environment:
    """The one environment of all pages."""
    jinja = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=kept_templates(),
    )
    short = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
    jinja.policies["json.dumps_kwargs"] = short
    jinja.filters["breaks"] = breaks
    jinja.filters["numbers"] = numbers
    jinja.globals["_"] = _
    jinja.globals["p_"] = p_
    jinja.globals["style"] = style
    jinja.globals["words_of"] = words_of
    jinja.globals["svg"] = svg
    jinja.globals["amount"] = amounts.amount
    jinja.globals["written"] = amounts.written
    jinja.globals["offered"] = offered
    jinja.globals["navigation"] = navigation
    jinja.globals["sheets"] = SHEETS
    return jinja


def render(template: str, chrome: Chrome, **names: object) -> str:
    """A page: the template with its chrome, its words and what it shows."""
    page = environment().get_template(template)
    text = page.render(chrome=chrome, links=chrome.links, words=PageWords(chrome.lang), **names)
    return below(text, chrome.root)


def below(page: str, root: str) -> str:
    """A page whose addresses begin with `root`: in every attribute that leads somewhere.

    >>> below('<a href="/gaps" title="/gaps"><a href="#x">', "/liantu")
    '<a href="/liantu/gaps" title="/gaps"><a href="#x">'
    """
    return _ADDRESS.sub(rf"\1{root}/", page) if root else page


def breaks(text: str) -> Markup:
    """Chinese may break after `·`, `/`, `、`, `，`, 与, 及 and before a bracket, nowhere else.

    >>> str(breaks("传统乘用车（SUV）"))
    '传统乘用车<wbr>（SUV）'
    """
    marked = _AFTER.sub(r"\1<wbr>", str(escape(text)))
    return Markup(_BEFORE.sub(r"<wbr>\1", marked))  # noqa: S704 - escaped above


def numbers(text: str) -> Markup:
    """The numbers of a sentence set off.

    >>> str(numbers("42 个环节"))
    '<b>42 </b>个环节'
    """
    parts = _NUMBER.split(text)
    marked = [escape(part) if i % 2 == 0 else Markup("<b>{}</b>").format(part)
              for i, part in enumerate(parts)]  # fmt: skip
    return Markup("").join(marked)


def _source(name: str) -> str | None:
    path = files("viz").joinpath("templates", name)
    return path.read_text("utf-8") if path.is_file() else None
