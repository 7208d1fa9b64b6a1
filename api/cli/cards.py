"""What is known of one record, as lines of text; every statement with its proof below it."""

from collections.abc import Iterable

from api.cli import completeness
from api.cli.proofs import Proofs
from api.cli.say import Say
from api.cli.words import SORTS, STAGES, listed, named, type_word
from graph.answers.shapes import (
    ChainBody,
    EnterpriseBody,
    GapBody,
    InputShape,
    Panorama,
    Ref,
    RegionItem,
    SegmentBody,
)
from graph.model import Evidence
from viz import style


def segment(body: SegmentBody, proofs: Proofs) -> str:
    """A segment: status, chains, inputs, outputs, gaps and every statement on it."""
    say = proofs.say
    lines = [
        _head(say(body.name, body.name_en), "segment", body.id, say),
        _field(say("状态", "status"), style.status_look(body.local_status).label(say.lang)),
        _field(say("类别", "sort"), say(*SORTS[body.sort])),
        _field(say("别名", "aliases"), say("、", ", ").join(body.aliases)),
        _field(say("市场采购", "traded"), body.traded_reason or ""),
        _refs(say("属于", "a kind of"), (body.kind_of,) if body.kind_of else (), say),
        _refs(say("种类", "kinds"), body.kinds, say),
        _refs(say("本地企业", "makers here"), body.makers, say),
        _refs(say("缺口", "gaps"), body.gaps, say),
        _refs(say("用于", "feeds"), body.outputs, say),
        _refs(say("副产", "by-products"), body.by_products, say),
        _field(say("本地配套率", "completeness"), completeness.shown(body.completeness, say)),
        *_proved(say("依据", "proof"), body.evidence, proofs),
    ]
    for place in body.chains:
        stage = say(*STAGES[place.stage])
        lines += _proved(
            f"{type_word('chain', say)} {place.name} · {stage}", place.evidence, proofs
        )
    for group in body.inputs:
        lines += _proved(_group(group, say), group.evidence, proofs)
    for statement in body.statements:
        lines += _proved(statement.text, statement.evidence, proofs)
    return _joined(lines)


def enterprise(body: EnterpriseBody, proofs: Proofs) -> str:
    """An enterprise: status, region, roles and products."""
    say = proofs.say
    lines = [
        _head(say(body.name, body.name_en or body.name), "enterprise", body.id, say),
        _field(say("状态", "status"), style.ENTERPRISE[body.status].label(say.lang)),
        _field(say("别名", "aliases"), say("、", ", ").join(body.aliases)),
        _refs(say("地区", "region"), (body.region,) if body.region else (), say),
        *_proved(say("依据", "proof"), body.evidence, proofs),
    ]
    for role in body.roles:
        lines += _proved(f"{named(role.chain, say)}: {role.role}", role.evidence, proofs)
    for made in body.makes:
        text = say("生产 ", "makes ") + named(made.segment, say)
        lines += _proved(text, made.evidence, proofs)
    return _joined(lines)


def chain(body: ChainBody, picture: Panorama, proofs: Proofs) -> str:
    """A chain: its panorama, and the sentence that names it."""
    lines = [
        panorama(picture, proofs),
        *_proved(proofs.say("依据", "proof"), body.chain.evidence, proofs),
    ]
    return _joined(lines)


def panorama(body: Panorama, proofs: Proofs) -> str:
    """A chain or an industry: headline, completeness, and its segments by stage and group."""
    say = proofs.say
    lines = [
        _head(named(body.subject, say), body.subject.type, body.subject.id, say),
        body.headline,
        _field(say("本地配套率", "completeness"), completeness.shown(body.completeness, say)),
    ]
    for column in body.stages:
        lines += ["", say(*STAGES[column.stage])]
        for group in column.groups:
            cards = [
                f"{say(card.name, card.name_en)}"
                f"[{style.status_look(card.local_status).short(say.lang)}]"
                for card in group.segments
            ]
            more = say(f" 另 {len(group.more)} 个", f" and {len(group.more)} more")
            text = say("、", ", ").join(cards) + (more if group.more else "")
            lines.append(f"  {group.name}: {text}")
    return "\n".join([*lines, "", completeness.terms(body, say)])


def region(found: RegionItem, proofs: Proofs) -> str:
    """A region: what it is, where it lies, how much land is free."""
    say = proofs.say
    land = "" if found.free_land_mu is None else f"{found.free_land_mu:g}"
    return _joined(
        [
            _head(say(found.name, found.name_en or found.name), "region", found.id, say),
            _refs(say("上级", "lies in"), (found.parent,) if found.parent else (), say),
            _field(say("可用工业用地（亩）", "free industrial land (mu)"), land),
            *_proved(say("依据", "proof"), found.evidence, proofs),
        ]
    )


def gap(body: GapBody, proofs: Proofs) -> str:
    """A gap: what kind, how sure, what it blocks, what would settle it."""
    say = proofs.say
    return _joined(
        [
            _head(body.name, "gap", body.id, say),
            _field(say("类别", "kind"), style.KIND[body.kind].label(say.lang)),
            _field(say("来源", "origin"), style.ORIGIN[body.origin].label(say.lang)),
            _field(say("确认状态", "standing"), style.STANDING[body.standing].label(say.lang)),
            _refs(say("产业链", "chains"), body.chains, say),
            _refs(say("受阻产品", "blocks"), body.blocks, say),
            _refs(say("候选企业", "candidates"), body.candidates, say),
            _refs(say("相关", "related"), body.related, say),
            _field(say("证明路径", "proof path"), " → ".join(named(r, say) for r in body.proof)),
            _field(say("核实", "settled by"), body.settles),
            *_proved(say("依据", "proof"), body.evidence, proofs),
            completeness.terms(body, say),
        ]
    )


def _head(name: str, of_type: str, id_: str, say: Say) -> str:
    return f"{name} · {type_word(of_type, say)} {id_}"


def _field(label: str, value: str) -> str:
    return f"{label}: {value}" if value else ""


def _refs(label: str, refs: tuple[Ref, ...], say: Say) -> str:
    return _field(label, listed(refs, say))


def _group(group: InputShape, say: Say) -> str:
    needed = (
        say("必需投入", "essential input") if group.essential else say("可选投入", "optional input")
    )
    members = say(" 或 ", " or ").join(named(member, say) for member in group.members)
    via = group.inherited_from
    inherited = say(f"（承自 {via.name}）", f" (from {named(via, say)})") if via else ""
    return f"{needed}: {members}{inherited}"


def _proved(text: str, evidence: Iterable[Evidence], proofs: Proofs) -> list[str]:
    return [text, *(f"    {line}" for line in proofs.lines(evidence).splitlines())]


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
