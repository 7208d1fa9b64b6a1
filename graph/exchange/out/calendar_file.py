"""Deadlines of leads as a calendar file (iCalendar, RFC 5545): one all-day event each."""

import re
from collections.abc import Iterable, Iterator

from graph.answers.shapes.leads import LeadItem, LeadsBody
from graph.message import _
from graph.model.plain_looks import LEAD_STAGE
from graph.model.vocabulary import Lang

_LONGEST = 75
"""Octets of a line, without its end; longer ones are folded."""
_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Shanghai",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""A calendar needs a component, even where there is no lead yet."""
_ESCAPED = re.compile(r"[\\;,]")


def leads_ics(body: LeadsBody, lang: Lang) -> Iterator[bytes]:
    """Write the calendar line by line; leads without a deadline have no event."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//liantu//leads//ZH",
        "CALSCALE:GREGORIAN",
        *_ZONE,
        *(line for item in body.items if item.deadline for line in _event(body, item, lang)),
        "END:VCALENDAR",
    )
    return (_folded(line) for line in lines)


def _event(body: LeadsBody, item: LeadItem, lang: Lang) -> Iterator[str]:
    """An event keeps its UID; each thing that was done raises its SEQUENCE."""
    stage = LEAD_STAGE[item.stage].label(lang)
    gap = item.gap.name if lang == "zh" else item.gap.name_en or item.gap.name
    yield "BEGIN:VEVENT"
    yield f"UID:{item.id}@{body.dataset}.liantu"
    yield f"DTSTAMP:{item.since.replace('-', '')}T000000Z"
    yield f"SEQUENCE:{len(item.evidence) - 1}"
    yield f"DTSTART;VALUE=DATE:{(item.deadline or '').replace('-', '')}"
    yield f"SUMMARY:{_text(_('{stage}：{gap}', stage=stage, gap=gap).text(lang))}"
    yield f"DESCRIPTION:{_text(_lines(item))}"
    yield f"CATEGORIES:{_text(stage)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _lines(item: LeadItem) -> str:
    return "\n".join(filter(None, (item.owner, *item.targets, item.note)))


def _text(text: str) -> str:
    escaped = _ESCAPED.sub(lambda found: f"\\{found[0]}", text)
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> bytes:
    r"""Fold a line at whole characters, and end it.

    >>> _folded("A" * 80) == b"A" * 75 + b"\r\n " + b"A" * 5 + b"\r\n"
    True
    """
    return b"\r\n ".join(_pieces(line)) + b"\r\n"


def _pieces(line: str) -> Iterable[bytes]:
    piece, room = b"", _LONGEST
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > room:
            yield piece
            piece, room = b"", _LONGEST - 1  # a folded line begins with a blank
        piece += octets
    yield piece
