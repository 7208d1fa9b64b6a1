"""The names that a form offers: thousands of lines, the same on all pages of a version."""

from functools import lru_cache

from markupsafe import Markup

from graph.answers.shapes import Ref

_LINE = Markup('<option value="{}">{}</option>\n')


def offered(refs: tuple[Ref, ...]) -> Markup:
    r"""One `<option>` for each record, by name, with its English name.

    >>> str(offered((Ref(type="segment", id="a", name="甲 & 乙", name_en=None),)))
    '<option value="甲 &amp; 乙"></option>\n'
    """
    return _written(_Same(refs))


class _Same:
    """Records that are the very same ones or others, without a look at them."""

    def __init__(self, refs: tuple[Ref, ...]) -> None:
        self.refs = refs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.refs is other.refs

    def __hash__(self) -> int:
        return id(self.refs)


@lru_cache(maxsize=8)
def _written(same: _Same) -> Markup:
    return Markup("").join(_LINE.format(each.name, each.name_en or "") for each in same.refs)
