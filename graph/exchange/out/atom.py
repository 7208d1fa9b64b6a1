"""A feed as Atom (RFC 4287): what has changed and what is late, for programs that look in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape as as_html
from xml.sax.saxutils import escape, quoteattr

from graph.model.vocabulary import Lang

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ROOT = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{}">'


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing to know: its `id` stays, `updated` is when it became so (RFC 3339)."""

    id: str
    title: str
    updated: str
    link: str
    lines: Sequence[str] = ()
    author: str = ""


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """A feed; `here` is its own address, `page` the one for people, both absolute."""

    id: str
    title: str
    author: str
    updated: str
    here: str
    page: str
    lang: Lang
    entries: Sequence[FeedEntry]


def atom(feed: AtomFeed) -> Iterator[str]:
    """Write the feed, line by line; characters that XML cannot hold are left out."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield _ROOT.format("en" if feed.lang == "en" else "zh-CN") + "\n"
    yield _element("id", feed.id)
    yield _element("title", feed.title)
    yield _element("updated", feed.updated)
    yield _link("self", feed.here)
    yield _link("alternate", feed.page)
    yield f"<author>{_element('name', feed.author).strip()}</author>\n"
    for entry in feed.entries:
        yield from _entry(entry)
    yield "</feed>\n"


def _entry(entry: FeedEntry) -> Iterator[str]:
    yield "<entry>\n"
    yield _element("id", entry.id)
    yield _element("title", entry.title)
    yield _element("updated", entry.updated)
    yield _link("alternate", entry.link)
    if entry.author:
        yield f"<author>{_element('name', entry.author).strip()}</author>\n"
    if entry.lines:
        items = "".join(f"<li>{as_html(each)}</li>" for each in entry.lines)
        yield f'<content type="html">{_text(f"<ul>{items}</ul>")}</content>\n'
    yield "</entry>\n"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>\n"


def _link(rel: str, address: str) -> str:
    sort = "application/atom+xml" if rel == "self" else "text/html"
    return f"<link rel={quoteattr(rel)} type={quoteattr(sort)} href={quoteattr(address)}/>\n"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
