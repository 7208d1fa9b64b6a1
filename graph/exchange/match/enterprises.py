"""Rows about firms: 重点企业库 and who makes what."""

import re
from collections.abc import Iterator

from graph.exchange.match.changes import hold_back, speaking_of
from graph.exchange.match.known import SKIP, KnownRecords
from graph.exchange.match.records import (
    RowOrigin,
    agrees,
    laid_over,
    makes,
    reported,
    segments_in,
)
from graph.exchange.match.running import refuse_closing, running
from graph.exchange.match.told import value_in, values_in
from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.firm_cells import FirmCell, firm_cell
from graph.exchange.read.heading import is_form
from graph.exchange.read.values import listed
from graph.message import Message, _
from graph.model import RECORDS, AnyRecord, Enterprise, Evidence, RecordType, Role
from graph.model.facts import own_fields
from graph.model.formats import folded
from graph.model.names import simplified
from graph.model.references import RecordKey

IN_THE_LIST = "在册企业"
"""The role of a firm whose row names a chain and no role."""


def enterprises(cells: Cells, known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """What a row of 重点企业库 says: the firm, its roles in chains, its products."""
    evidence = reported(cells, origin)
    refuse_closing(cells)
    firm = _firm(cells, known, evidence)
    if firm is None:
        return
    yield _detailed(cells, known, firm, evidence)
    chains, segments = _places(cells, known)
    if cells.text("role") and not chains:
        cells.warn("role", _("没有产业链，角色未读"))
    for chain in chains:
        yield _role(cells, known, (firm.id, chain), evidence)
    for segment in dict.fromkeys([*segments, *segments_in(cells, known, "products")]):
        yield makes(known, firm.id, segment, evidence)


def makers(cells: Cells, known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """What a row of who makes what says: the firm, where it is new, and its products."""
    evidence = reported(cells, origin)
    refuse_closing(cells)
    firm = _firm(cells, known, evidence)
    cells.needed("product")
    segments = segments_in(cells, known, "product")
    if firm is None:
        return
    firm = _with(cells, known, _honoured(firm, _honour(cells)), running(cells), evidence)
    if firm != known.current(("enterprise", firm.id)):
        yield firm
    for segment in segments:
        yield makes(known, firm.id, segment, evidence)


def _firm(cells: Cells, known: KnownRecords, evidence: Evidence) -> Enterprise | None:
    """The firm of a row, as known or new; null and a fault where that cannot be said.

    A name that a person took for a known firm becomes an alias of it, and is known from then on.
    """
    written = cells.needed("enterprise")
    code = code_in(cells, known)
    if written is None:
        return None
    read = _named(cells, known, written)
    if read.why is not None:
        return None
    name, beside, _why = read
    former = tuple(dict.fromkeys((*listed(cells.text("former")), *beside)))
    firm_id = (
        _by_code(known, code)
        or _by_id(cells, known)
        or _by_former(cells, known, name, former)
        or known.firm(cells, name)
    )
    if firm_id is None:
        return None
    before = known.current(("enterprise", firm_id))
    if not isinstance(before, Enterprise):
        said = {"id": firm_id, "name": name, "status": "operating", "credit_code": code}
        plain = [simplified(name)] if simplified(name) != name else []
        said["aliases"] = (*former, *plain)
        return Enterprise.model_validate({**said, "evidence": (evidence,)})
    if code and before.credit_code not in (None, code):
        why = _("该企业已登记代码 {credit_code}", credit_code=before.credit_code)
        cells.refuse("credit_code", why, "contradiction")
    found = known.names("enterprise").find(name)
    changes: dict[str, object] = {"credit_code": code or before.credit_code}
    fresh = [each for each in (name, *former) if known.names("enterprise").find(each).id is None]
    if fresh:
        changes["aliases"] = tuple(dict.fromkeys((*before.aliases, *fresh)))
    if found.id is None:
        pass
    elif found.id != firm_id:
        why = _("“{name}”是另一家企业 {id}", name=name, id=found.id)
        cells.refuse("enterprise", why, "contradiction")
    after = before.model_copy(update=changes | {"evidence": (evidence,)})
    return before if _alike(before, after) else laid_over(before, after)


def _named(cells: Cells, known: KnownRecords, text: str) -> FirmCell:
    """The name in a cell and the former ones beside it; a fault where a person has to look at it.

    What is known or was settled by a person is taken as it stands.
    """
    if known.choice(text) is not None or known.names("enterprise").exactly(text).id is not None:
        return FirmCell(text)
    found = firm_cell(text)
    found = found if found.why else found._replace(why=_of_no_firm(known, found.name))
    if found.why is not None:
        header = cells.header("enterprise")
        cells.faults.append(Fault(header, text, found.why, "unsettled", name=text))
    return found


def _of_no_firm(known: KnownRecords, name: str) -> Message | None:
    """Why a name that no known firm has is hardly one: a chain, a segment or a region has it."""
    kinds: tuple[RecordType, ...] = ("chain", "segment", "region")
    for kind in kinds:
        if known.names(kind).exactly(name).id is None:
            continue
        if known.names("enterprise").find(name).id is None:
            what = RECORDS[kind].about.words
            return _("“{name}”是{what}的名称；确是一家企业，请选“新的”", name=name, what=what)
    return None


def _alike(one: Enterprise, other: Enterprise) -> bool:
    return one == other.model_copy(update={"evidence": one.evidence})


_NUMBER = re.compile(r"\d(\.\d{1,17})?e\+?\d{1,2}|\d{15}0{3}")
_OLDER = re.compile(r"[0-9a-z]{8}-?[0-9x]|\d{13}|\d{15}")
"""Codes of organisations and numbers of registration, from before 2015."""


def code_in(cells: Cells, known: KnownRecords) -> object:
    """The credit code of a row; one that a spreadsheet made a number of is lost, and told so."""
    text = folded(cells.text("credit_code")).casefold()
    if _OLDER.fullmatch(text):
        cells.warn(
            "credit_code", _("这是组织机构代码或注册号，不是统一社会信用代码；此行不带代码读入")
        )
        return None
    if not _NUMBER.fullmatch(text):
        return value_in(cells, known, Enterprise, "credit_code")
    why = _("电子表格已把代码变成数字，末几位已丢失；此行不带代码读入，请把该列设为文本后重填")
    cells.warn("credit_code", why)
    return None


def _by_code(known: KnownRecords, code: object) -> str | None:
    return known.firm_with_code(code) if isinstance(code, str) else None


def _by_former(cells: Cells, known: KnownRecords, name: str, former: tuple[str, ...]) -> str | None:
    """The known firm that had one of these names; a fault where they are those of two firms."""
    names = known.names("enterprise")
    found = {each: id_ for each in (name, *former) if (id_ := names.find(each).id)}
    if len(set(found.values())) > 1:
        firms = "、".join(f"{each}（{id_}）" for each, id_ in found.items())
        why = _("这些名称属于不同的企业：{firms}", firms=firms)
        cells.refuse("former", why, "contradiction")
    return next(iter(found.values()), None) if former and name not in found else None


def _by_id(cells: Cells, known: KnownRecords) -> str | None:
    text = cells.text("id")
    text = known.facts.merged.get(("enterprise", text), text)
    if text and known.current(("enterprise", text)) is None:
        cells.refuse("id", _("没有此编号的企业"), "unknown")
        return None
    return text or None


def _detailed(
    cells: Cells, known: KnownRecords, firm: Enterprise, evidence: Evidence
) -> Enterprise:
    """The firm with what the row says of it; an empty cell says nothing."""
    changes = running(cells) | values_in(cells, known, Enterprise, but=("credit_code", "status"))
    said = changes.pop("qualifications", None)
    honours = said if isinstance(said, tuple) else _honour(cells)
    return _with(cells, known, _honoured(firm, honours), changes, evidence)


def _honoured(firm: Enterprise, honours: tuple[str, ...]) -> Enterprise:
    """The firm with honours beside those that it holds."""
    held = tuple(dict.fromkeys((*firm.qualifications, *honours)))
    return firm.model_copy(update={"qualifications": held})


def _honour(cells: Cells) -> tuple[str, ...]:
    """What the title of a roster says of all its firms, where no column says it of each."""
    said = cells.heading.honour
    return (said,) if said and "qualifications" not in cells.heading.columns else ()


def _with(
    cells: Cells,
    known: KnownRecords,
    firm: Enterprise,
    changes: dict[str, object],
    evidence: Evidence,
) -> Enterprise:
    key: RecordKey = ("enterprise", firm.id)
    for code, value in changes.items():
        agrees(cells, known, code, key, value)
    hold_back(cells, known, key, changes, evidence)
    before = known.current(key)
    after = firm.model_copy(update=changes)
    own = speaking_of(evidence, before, {*changes, *_stated(cells), *_differing(before, after)})
    return laid_over(before, after.model_copy(update={"evidence": (own,)}))


def _stated(cells: Cells) -> Iterator[str]:
    """The values that a row says of a firm beside those that it may change."""
    if cells.text("credit_code"):
        yield "credit_code"
    if cells.text("qualifications") or _honour(cells):
        yield "qualifications"


def _differing(before: AnyRecord | None, after: Enterprise) -> Iterator[str]:
    return (
        name
        for name in own_fields(Enterprise)
        if getattr(before, name, None) != getattr(after, name)
    )


def _places(cells: Cells, known: KnownRecords) -> tuple[list[str], list[str]]:
    """The chains, and the segments, that the column 链/环节 names; a chain goes first."""
    chains: list[str] = []
    others: list[str] = []
    for part in listed(cells.text("place")):
        if known.choice(part) == SKIP:
            continue
        for kind, id_ in _placed(cells, known, part):
            (chains if kind == "chain" else others).append(id_)
    return list(dict.fromkeys(chains)), others


def _placed(cells: Cells, known: KnownRecords, part: str) -> Iterator[tuple[RecordType, str]]:
    """The chain or segment of a name; a column that is headed by chains alone names no segment."""
    if known.names("segment").exactly(part).id is None or known.names("chain").exactly(part).id:
        chain = known.find("chain", part).id
        if chain is not None:
            yield "chain", chain
            return
    kind: RecordType = "segment" if "环节" in cells.header("place") else "chain"
    found = known.named(cells, "place", kind, part)
    if found is not None:
        yield kind, found


def _role(cells: Cells, known: KnownRecords, ends: tuple[str, str], evidence: Evidence) -> Role:
    firm, chain = ends
    word = cells.text("role")
    if is_form(word):
        cells.refuse("role", _("“{text}”不是链上的角色", text=word))
    key, nth = _known_role(known, f"role.{chain}.{firm}", word)
    before = known.current(key)
    if word:
        agrees(cells, known, "role", key, word)
        hold_back(cells, known, key, {"role": word}, evidence)
    elif isinstance(before, Role):
        word = before.role
    after = Role(
        id=key[1],
        enterprise=firm,
        chain=chain,
        role=word or IN_THE_LIST,
        nth=nth,
        evidence=(evidence,),
    )
    return laid_over(before, after)


def _known_role(known: KnownRecords, first: str, word: str) -> tuple[RecordKey, int]:
    """The firm's role in the chain that has this word; the first one where none has."""
    key: RecordKey = ("role", f"{first}.2")
    nth = 2
    while isinstance(found := known.current(key), Role):
        if found.role == word:
            return key, nth
        nth += 1
        key = ("role", f"{first}.{nth}")
    return ("role", first), 1
