"""Records as sentences name them, in the language of the sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers.shapes import Ref
from graph.message import Listing, Message, _
from graph.model.vocabulary import Lang


@dataclass(frozen=True, slots=True)
class RefName:
    """The name of a record: Chinese where it has no other."""

    ref: Ref

    def text(self, lang: Lang, /) -> str:
        """The name in a language."""
        return self.ref.name if lang == "zh" else self.ref.name_en or self.ref.name


def names(refs: Iterable[Ref], most: int = 6) -> Message | Listing:
    """Name records one after the other; of many the first, and how many there are.

    >>> tube = Ref(type="segment", id="tube", name="管材", name_en="tube")
    >>> _("缺{what}", what=names([tube])).text("zh")
    '缺管材'
    >>> _("缺{what}", what=names([tube, tube], most=1)).text("zh")
    '缺管材等 2 个'
    """
    every = list(refs)
    shown = Listing([RefName(each) for each in every[:most]])
    if len(every) <= most:
        return shown
    return _("{names}等 {n} 个", names=shown, n=len(every))
