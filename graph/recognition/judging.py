"""How much a phrase proves: strong, medium, weak, or nothing."""

from dataclasses import dataclass

from graph.model.vocabulary import By, FirmColumn, Sort, Strength
from graph.recognition.industries import CodeStanding
from graph.recognition.verbs import Act

_MAKING: frozenset[Act] = frozenset({"makes", "processes"})
_TRADED: frozenset[Act] = frozenset({"sells", "buys"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a phrase that was understood.

    `agrees`: the code does; `named`: the firm's name says it too; `hint`: the word needed its
    context; `standard`: the scope is written in the register's vocabulary; `acted`: the word
    itself names the act (电梯安装); `beside`: an invoice line of another category than most.
    """

    column: FirmColumn
    by: By
    sort: Sort
    done: frozenset[Act]
    agrees: bool | None
    named: bool
    standing: CodeStanding
    hint: bool = False
    standard: bool = False
    branch: bool = False
    acted: bool = False
    beside: bool = False


def strength(seen: Seen) -> Strength | None:
    """The strength of one phrase; null where it proposes nothing.

    Services are performed, not made: naming one counts unless it is only sold. Software is made
    by developing it. A trader makes nothing.
    """
    if seen.sort == "service":
        return _of_service(seen)
    if seen.standing == "trade":
        return None
    making = bool(seen.done & _MAKING) or ("develops" in seen.done and seen.sort == "software")
    if not seen.acted and ((seen.done and not making) or _bought_in(seen)):
        return None
    found = _of_scope(seen, making or seen.acted) if seen.column == "scope" else _of_list(seen)
    if found is not None and (seen.branch or _raw_input(seen)):
        return "weak"
    return found


def _of_service(seen: Seen) -> Strength | None:
    agreed = seen.agrees is True or seen.named
    if seen.done and seen.done <= _TRADED and not agreed:
        return None
    if seen.standing == "trade" and seen.agrees is not True:
        return None
    if seen.column == "scope":
        if seen.by == "standard_phrase" and not agreed and seen.standing != "service":
            return None
        if not agreed:
            return "weak"
        return "medium" if seen.by == "standard_phrase" or seen.hint else "strong"
    return "strong" if agreed or seen.agrees is None else "medium"


def _of_scope(seen: Seen, making: bool) -> Strength | None:  # noqa: FBT001 - one of two tables
    agreed = seen.agrees is True or seen.named
    if seen.standing == "service" and not agreed and seen.sort != "software":
        return "weak" if making else None
    if seen.by == "standard_phrase" or (seen.hint and seen.agrees is not True):
        return "medium" if agreed else "weak"
    if not making:
        return "medium" if agreed else "weak"
    if agreed:
        return "strong"
    return "weak" if seen.standard else "medium"


def _of_list(seen: Seen) -> Strength:
    """Of a main activity, a leading product or an invoice line: it names what the firm does."""
    if seen.by == "standard_phrase" or (seen.hint and seen.agrees is not True):
        return "medium" if seen.agrees is not False or seen.named else "weak"
    if seen.sort == "raw_material" and seen.agrees is False:
        return "weak"
    apart = seen.beside or seen.standing in {"service", "construction"}
    if apart and seen.agrees is False:
        return "medium"
    return "strong"


def _bought_in(seen: Seen) -> bool:
    """Whether it is bought and worked on: 稻谷收购、加工 makes no paddy."""
    return "buys" in seen.done and "makes" not in seen.done


def _raw_input(seen: Seen) -> bool:
    """Whether a raw material is only worked on: it is then an input, made by others."""
    return seen.sort == "raw_material" and not seen.acted and seen.done == {"processes"}
