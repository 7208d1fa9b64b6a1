"""The tools of an assistant: what each answers, what it asks for, and its answer in a sentence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import ConfigDict, create_model
from pydantic.json_schema import GenerateJsonSchema

from api import leading, queries, wanted_named
from api.mcp import sentences
from api.mcp.asking import Asking
from api.trade_words import id_of
from api.wanted import (
    ClosureWanted,
    DependenceWanted,
    EnterprisesWanted,
    GapsWanted,
    MissingWanted,
    PathWanted,
    ReadingWanted,
    SearchWanted,
    SegmentsWanted,
    SegmentWanted,
    SynergiesWanted,
    SynergyWanted,
    TermsWanted,
    Wanted,
)
from api.wanted_around import AuditFilter, NeighboursWanted
from api.wanted_leads import LeadsWanted
from api.wanted_named import ChainWanted, EnterpriseWanted, FactWanted, GapWanted, PairWanted
from api.wanted_priority import PriorityWanted
from api.wanted_stress import RiskWanted
from graph import answers
from graph.edits import fact, finding
from graph.message import Message, _
from graph.model import Record, RecordType

Spoken = tuple[Record, Message]
"""The body of an answer, the same as over HTTP, and its sentence."""


class _Strict(Wanted):
    """What is no parameter is refused, not passed over."""

    model_config = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Tool:
    """A question that can be asked: its name, what it answers, the models of its parameters."""

    name: str
    about: Message
    models: tuple[type[Wanted], ...]
    answer: Callable[[Asking], Spoken]

    @cached_property
    def wanted(self) -> type[Wanted]:
        """Everything that can be said."""
        bases: tuple[type[Wanted], ...] = (_Strict, *self.models, ReadingWanted)
        return create_model(f"{self.name}_tool", __base__=bases)

    @property
    def schema(self) -> dict[str, object]:
        """What can be said, as JSON Schema."""
        return self.wanted.model_json_schema(by_alias=True, schema_generator=_Untitled)


class _Untitled(GenerateJsonSchema):
    """Titles only say the name of a parameter again, and an assistant reads all of it."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's
        return False


FEW = (wanted_named.FewWanted,)
TERMS = (TermsWanted,)


def _datasets(asked: Asking) -> Spoken:
    body = queries.datasets(asked.workspaces)
    return body, sentences.datasets(body)


def _search(asked: Asking) -> Spoken:
    page, wanted = asked.question.page, asked.of(SearchWanted)
    body = queries.search(asked.workspaces.store, asked.version, wanted, page, asked.ws.facts)
    return body, sentences.search(body, wanted.q)


def _chains(asked: Asking) -> Spoken:
    body = answers.chains(asked.ws, asked.question.terms)
    return body, sentences.listed(body)


def _panorama(asked: Asking) -> Spoken:
    chain = _id(asked, asked.of(ChainWanted).chain, "chain")
    body = queries.panorama(asked.question, chain=chain)
    return body, sentences.verbatim(body.headline)


def _segments(asked: Asking) -> Spoken:
    body = queries.segments(asked.question, asked.of(SegmentsWanted))
    return body, sentences.listed(body)


def _segment(asked: Asking) -> Spoken:
    id_ = _id(asked, asked.of(SegmentWanted).segment, "segment")
    body = answers.segment(asked.ws, id_, asked.question.terms, asked.lang)
    return body, sentences.segment(body, asked.lang)


def _enterprises(asked: Asking) -> Spoken:
    body = queries.enterprises(asked.question, asked.of(EnterprisesWanted))
    return body, sentences.listed(body)


def _enterprise(asked: Asking) -> Spoken:
    id_ = _id(asked, asked.of(EnterpriseWanted).enterprise, "enterprise")
    body = answers.enterprise(asked.ws, id_, asked.lang)
    return body, sentences.enterprise(body, asked.lang)


def _gaps(asked: Asking) -> Spoken:
    body = queries.gaps(asked.question, asked.of(GapsWanted))
    return body, sentences.gaps(body, asked.lang)


def _gap(asked: Asking) -> Spoken:
    body = answers.gap(asked.ws, asked.of(GapWanted).gap, asked.question.terms, asked.lang)
    return body, sentences.gap(body, asked.lang)


def _missing(asked: Asking) -> Spoken:
    wanted = asked.of(MissingWanted)
    body = queries.missing(asked.question, wanted.segment, wanted.depth)
    return body, sentences.verbatim(body.sentence)


def _why_not(asked: Asking) -> Spoken:
    body = queries.why_not(asked.question, asked.of(SegmentWanted).segment)
    return body, sentences.why_not(body)


def _closure(asked: Asking) -> Spoken:
    body = queries.closure(asked.question, asked.of(ClosureWanted))
    return body, sentences.closure(body)


def _path(asked: Asking) -> Spoken:
    wanted = asked.of(PathWanted)
    body = queries.path(asked.question, wanted.source, wanted.to)
    return body, sentences.path(body)


def _synergies(asked: Asking) -> Spoken:
    wanted = asked.of(SynergiesWanted)
    body = queries.synergies(asked.question, wanted.level, wanted.chain)
    return body, sentences.synergies(body)


def _synergy(asked: Asking) -> Spoken:
    pair, level = asked.of(PairWanted), asked.of(SynergyWanted).level
    body = queries.synergy(asked.question, (pair.a, pair.b), level)
    return body, sentences.synergy(body)


def _priority(asked: Asking) -> Spoken:
    body = queries.priority(asked.question, asked.of(PriorityWanted))
    return body, sentences.priority(body)


def _verify(asked: Asking) -> Spoken:
    body = queries.verify(asked.question)
    return body, sentences.listed(body)


def _dependence(asked: Asking) -> Spoken:
    body = queries.dependence(asked.question, asked.of(DependenceWanted).chain)
    return body, sentences.dependence(body)


def _risk(asked: Asking) -> Spoken:
    body = queries.risk(asked.question, asked.of(RiskWanted).chain)
    return body, sentences.several(body.summary)


def _neighbours(asked: Asking) -> Spoken:
    body = queries.neighbours(asked.question, asked.of(NeighboursWanted))
    return body, sentences.listed(body)


def _leads(asked: Asking) -> Spoken:
    body = leading.leads(asked.question, asked.of(LeadsWanted))
    return body, sentences.leads(body)


def _audit(asked: Asking) -> Spoken:
    body = queries.audit(asked.question, asked.of(AuditFilter))
    return body, sentences.listed(body)


def _evidence(asked: Asking) -> Spoken:
    """As for readers: an assistant sees nothing confidential."""
    key = finding.found(asked.ws, asked.of(FactWanted).fact)
    body = fact.fact(asked.ws, key, asked.lang)
    return body, sentences.verbatim(body.text)


def _id(asked: Asking, name: str, sort: RecordType) -> str:
    return id_of(asked.ws, name, sort)


def _tools(
    *rows: tuple[str, Message, Sequence[type[Wanted]], Callable[[Asking], Spoken]],
) -> Mapping[str, Tool]:
    return {name: Tool(name, about, tuple(models), answer) for name, about, models, answer in rows}


TOOLS = _tools(
    ("datasets", _("有哪些数据集、其版本与依据的文件"), (), _datasets),
    (
        "search",
        _("按名称、别名、拼音查找记录及规划原文；其他工具需要编号时先用它"),
        (SearchWanted, *FEW),
        _search,
    ),
    ("chains", _("产业链：环节、企业、缺口数与本地配套率"), TERMS, _chains),
    ("panorama", _("一条产业链的全景：一句话、各环节现状"), (ChainWanted, *TERMS), _panorama),
    ("segments", _("环节列表，可按链、位置、现状筛选"), (SegmentsWanted, *TERMS, *FEW), _segments),
    ("segment", _("一个环节：投入、产出、生产企业、每条依据"), (SegmentWanted, *TERMS), _segment),
    ("enterprises", _("企业列表，可按链、状态、地区筛选"), (EnterprisesWanted, *FEW), _enterprises),
    ("enterprise", _("一家企业：角色、产品、依据"), (EnterpriseWanted,), _enterprise),
    ("gaps", _("补链清单：缺什么、为何、有多确定"), (GapsWanted, *TERMS, *FEW), _gaps),
    ("gap", _("一个缺口：谁在等、核实什么、依据原文"), (GapWanted, *TERMS), _gap),
    ("missing", _("一个产品上游缺什么：证明路径与解锁组合"), (MissingWanted, *TERMS), _missing),
    ("why_not", _("一个环节为何不是缺口"), (SegmentWanted, *TERMS), _why_not),
    ("closure", _("一个环节的全部上游或下游，带级数"), (ClosureWanted, *TERMS, *FEW), _closure),
    ("path", _("两个环节之间最短的供应路径"), (PathWanted, *TERMS), _path),
    ("synergies", _("各产业链两两之间联系的数目"), (SynergiesWanted, *TERMS), _synergies),
    ("synergy", _("两条产业链之间的每一处联系"), (PairWanted, SynergyWanted, *TERMS), _synergy),
    ("priority", _("先补哪个、为什么、换权重变不变"), (PriorityWanted, *TERMS, *FEW), _priority),
    ("verify", _("先核实什么、问谁、答有或无会怎样"), (*TERMS, *FEW), _verify),
    ("dependence", _("只点名一家的环节与其下游"), (DependenceWanted, *TERMS, *FEW), _dependence),
    ("risk", _("哪里最脆弱：终端产品、独家环节、企业"), (RiskWanted, *TERMS, *FEW), _risk),
    ("neighbours", _("周边哪里也提到这些缺口"), (NeighboursWanted, *TERMS, *FEW), _neighbours),
    ("leads", _("招商线索：谁在对接哪个缺口、到哪一步"), (LeadsWanted, *FEW), _leads),
    ("audit", _("规划自相矛盾之处，附算式与两处原文"), (AuditFilter, *FEW), _audit),
    ("evidence", _("一条事实的依据：原文、行号、来源"), (FactWanted,), _evidence),
)
