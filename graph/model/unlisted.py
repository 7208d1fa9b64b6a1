"""What a register shows not to be here: computed from registers, never entered by hand."""

from pydantic import Field

from graph.model.record import Evidence, Id, Record


class Unlisted(Record):
    """A register that covers `segment` in `region` has no maker of it (名录未见).

    The evidence is the register: its name as `table`, its date as `as_of`, coverage as `note`.
    """

    segment: Id
    region: Id
    evidence: tuple[Evidence, ...] = Field(min_length=1)
