"""A form that was sent after its session had ended: its text goes through the login and back."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from fastapi import Request

FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 1000
Fields = tuple[tuple[str, str], ...]


async def keep_form(request: Request) -> None:
    """Keep what was typed, for the page that asks who it was; files are not kept."""
    if request.method == "POST" and request.headers.get("content-type", "").startswith(FORM):
        form = await request.form(max_files=0, max_fields=MOST_FIELDS)
        found = ((name, text) for name, text in form.multi_items() if isinstance(text, str))
        request.state.typed = tuple(found)


def kept_form(request: Request) -> str:
    """Return what was kept, as the text of one field; empty where nothing was."""
    typed: Fields = getattr(request.state, "typed", ())
    return urlencode(typed)


def fields_of(kept: str) -> Fields:
    """Return the fields again.

    >>> fields_of(urlencode([("reason", "不实 &c."), ("due", "")]))
    (('reason', '不实 &c.'), ('due', ''))
    """
    try:
        return tuple(parse_qsl(kept, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return ()


def own_words(fields: Fields) -> tuple[str, ...]:
    """Return what somebody wrote, as against what was chosen or stood there.

    >>> own_words((("version", "3"), ("reason", "不实"), ("note", "")))
    ('不实',)
    """
    given: Mapping[str, str] = dict(fields)
    return tuple(filter(None, (given.get(name) for name in ("reason", "note", "known", "owner"))))
