"""What is known of one record, as lines of text; every statement with its proof below it."""

from api.cli import completeness
from api.cli.evidence import EvidenceLines
from api.cli.lines import card, field, head, joined, proved, refs
from api.cli.say import Say
from api.cli.words import named, type_word
from graph.answers.shapes import (
    EnterpriseBody,
    GapBody,
    InputGroupItem,
    RegionItem,
    SegmentBody,
)
from graph.answers.words import NEED
from graph.message import p_
from graph.model.plain_looks import SORT, STAGE
from viz import style


def segment(body: SegmentBody, cited: EvidenceLines) -> str:
    """A segment: status, chains, inputs, outputs, gaps and every statement on it."""
    say = cited.say
    lines = [
        head(say.either(body.name, body.name_en), "segment", body.id, say),
        field(say("状态"), style.status_look(body.local_status).label(say.lang)),
        field(say(p_("segment", "类别")), SORT[body.sort].in_sentence(say.lang)),
        field(say("别名"), say("、").join(body.aliases)),
        field(say("市场采购"), body.traded_reason or ""),
        refs(say("属于"), (body.kind_of,) if body.kind_of else (), say),
        refs(say("种类"), body.kinds, say),
        refs(say("本地企业"), body.makers, say),
        refs(say(p_("several", "缺口")), body.gaps, say),
        refs(say("用于"), body.outputs, say),
        refs(say(p_("several", "副产")), body.by_products, say),
        field(say("本地配套率"), completeness.shown(body.completeness, say)),
        *proved(say("依据"), body.evidence, cited),
    ]
    for place in body.chains:
        stage = STAGE[place.stage].in_sentence(say.lang)
        lines += proved(f"{type_word('chain', say)} {place.name} · {stage}", place.evidence, cited)
    for group in body.inputs:
        lines += proved(_group(group, say), group.evidence, cited)
    for statement in body.statements:
        lines += proved(statement.text, statement.evidence, cited)
    return joined(lines)


def enterprise(body: EnterpriseBody, cited: EvidenceLines) -> str:
    """An enterprise: status, region, roles and products."""
    say = cited.say
    lines = [
        head(say.either(body.name, body.name_en or body.name), "enterprise", body.id, say),
        field(say("状态"), style.ENTERPRISE[body.status].label(say.lang)),
        field(say("别名"), say("、").join(body.aliases)),
        refs(say("地区"), (body.region,) if body.region else (), say),
        *card(body, say),
        *proved(say("依据"), body.evidence, cited),
    ]
    for role in body.roles:
        lines += proved(f"{named(role.chain, say)}: {role.role}", role.evidence, cited)
    for made in body.makes:
        text = say("生产 ") + named(made.segment, say)
        lines += proved(text, made.evidence, cited)
    return joined(lines)


def region(found: RegionItem, cited: EvidenceLines) -> str:
    """A region: what it is, where it lies, how much land is free."""
    say = cited.say
    return joined(
        [
            head(say.either(found.name, found.name_en or found.name), "region", found.id, say),
            refs(say("上级"), (found.parent,) if found.parent else (), say),
            *card(found, say),
            *proved(say("依据"), found.evidence, cited),
        ]
    )


def gap(body: GapBody, cited: EvidenceLines) -> str:
    """A gap: what kind, how sure, what it blocks, what would settle it."""
    say = cited.say
    return joined(
        [
            head(body.name, "gap", body.id, say),
            field(say("类别"), style.kind_look(body.kind, body.standing).label(say.lang)),
            field(say(p_("gap", "来源")), style.ORIGIN[body.origin].label(say.lang)),
            field(say("确认状态"), style.STANDING[body.standing].label(say.lang)),
            field(say("需要"), NEED[say.lang][body.need]),
            refs(say("谁在等"), body.families, say),
            refs(say("尚待核实"), body.open, say),
            refs(say(p_("several", "产业链")), body.chains, say),
            refs(say("受阻产品"), body.blocks, say),
            refs(say("候选企业"), body.candidates, say),
            refs(say("相关"), body.related, say),
            field(say("证明路径"), " → ".join(named(r, say) for r in body.proof)),
            field(say("核实"), body.settles or ""),
            *proved(say("依据"), body.evidence, cited),
            completeness.terms(body, say),
        ]
    )


def _group(group: InputGroupItem, say: Say) -> str:
    needed = say("必需投入") if group.essential else say("可选投入")
    members = say(" 或 ").join(named(member, say) for member in group.members)
    via = group.inherited_from
    inherited = say("（承自 {name}）", name=named(via, say)) if via else ""
    return f"{needed}: {members}{inherited}"
