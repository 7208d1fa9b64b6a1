"""What a register shows not to be here: computed from registers, never entered by hand."""

from pydantic import Field

from graph.model.record import Evidence, Id, Record, Text
from graph.model.vocabulary import Coverage


class LookedAt(Record):
    """What was looked at in a register: its coverage, the codes, how many firms have one of them.

    All `firms` were reviewed; `closed` ones have a code too, and count neither way. `enough` is
    why a register of larger firms alone was taken to be complete.
    """

    coverage: Coverage
    codes: tuple[str, ...]
    firms: int
    closed: int
    enough: Text | None = None


class Unlisted(Record):
    """A register that covers `segment` in `region` has no maker of it (名录未见).

    The evidence is the register: its name as `table`, its date as `as_of`, coverage as `note`.
    """

    segment: Id
    region: Id
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    looked_at: LookedAt | None = None
