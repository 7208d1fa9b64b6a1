"""A chain or an industry as lines of text."""

from api.cli import completeness
from api.cli.evidence import EvidenceLines
from api.cli.lines import field, head, joined, proved
from api.cli.words import named
from graph.answers.shapes import ChainBody, Panorama
from graph.model.plain_looks import STAGE
from viz import style


def chain(body: ChainBody, picture: Panorama, cited: EvidenceLines) -> str:
    """A chain: its panorama, and the sentence that names it."""
    lines = [
        panorama(picture, cited),
        *proved(cited.say("依据"), body.chain.evidence, cited),
    ]
    return joined(lines)


def panorama(body: Panorama, cited: EvidenceLines) -> str:
    """A chain or an industry: headline, completeness, and its segments by stage and group."""
    say = cited.say
    lines = [
        head(named(body.subject, say), body.subject.type, body.subject.id, say),
        body.headline,
        field(say("本地配套率"), completeness.shown(body.completeness, say)),
    ]
    for column in body.stages:
        lines += ["", STAGE[column.stage].in_sentence(say.lang)]
        for group in column.groups:
            cards = [
                f"{say.either(card.name, card.name_en)}"
                f"[{style.status_look(card.local_status).short(say.lang)}]"
                for card in group.segments
            ]
            more = say(" 另 {more} 个", more=len(group.more))
            text = say("、").join(cards) + (more if group.more else "")
            lines.append(f"  {group.name}: {text}")
    return "\n".join([*lines, "", completeness.terms(body, say)])
