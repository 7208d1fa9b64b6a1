"""Records as the texts by which they are stored, for those that come by the million."""

from dataclasses import dataclass

from graph.model.vocabulary import RecordType


@dataclass(slots=True)
class RecordText:
    """A record that was checked, and then written as its class would write it.

    `names` are its own and its other names, as searched; a type without names has none.
    """

    type: RecordType
    id: str
    text: str
    names: tuple[str, ...] = ()
