"""What would make a product ready, in words."""

from api.cli.say import Say
from api.cli.words import listed
from graph.answers.shapes import CertainUnlock, MissingBody


def shown(body: MissingBody, say: Say) -> str:
    """Return must-haves and choices, for the possible world and for the certain one."""
    unlock, lines = body.unlock, []
    if unlock.out_of_time:
        lines.append(say("（试算到时，未列全）"))
    elif not unlock.sets:
        lines.append(_without_sets(body, say))
    if unlock.must:
        lines.append(say("必补：") + listed(unlock.must, say))
    for choice in unlock.choices:
        lines.append(say("任选其一：") + listed(choice, say))
    if unlock.sets and not unlock.choices and len(unlock.sets) > 1:
        lines += [say("组合：") + listed(each, say) for each in unlock.sets]
    if unlock.truncated and not unlock.out_of_time:
        lines.append(say("（组合过多，只列最小的若干个）"))
    if unlock.sets:
        title = say("解锁（未知环节算有）")
        lines.insert(0, title)
    return "\n".join([*lines, *_certain(body, say)])


def _without_sets(body: MissingBody, say: Say) -> str:
    if body.ready == "no":
        return say("解锁：补上任何环节都不能使其就绪")
    return say("解锁：未知环节若都有，即已就绪，无需再补")


def _certain(body: MissingBody, say: Say) -> list[str]:
    certain = body.certain
    if not certain.must and not certain.smallest:
        ended = say("试算到时，未能算出") if certain.out_of_time else say("试算次数用完，未能算出")
        return [] if certain.proven else [say("若未知环节都没有：{told}", told=ended)]
    size = say("无法解锁") if certain.smallest is None else str(certain.smallest)
    if not certain.proven:
        size = say("不超过 {size}", size=size)
    parts = [say("最少补 {size} 个", size=size)]
    if certain.must:
        parts.append(say("必补 ") + listed(certain.must, say))
    parts += _beside(certain, say)
    told = say("；").join(parts)
    return [say("若未知环节都没有：{told}", told=told)]


def _beside(certain: CertainUnlock, say: Say) -> list[str]:
    """Name what the smallest sets hold beside the must-haves."""
    alone = tuple(choice[0] for choice in certain.choices if len(choice) == 1)
    parts = [say("补得最少时还要") + " " + listed(alone, say)] if alone else []
    parts += [
        say("任选其一：") + listed(choice, say) for choice in certain.choices if len(choice) > 1
    ]
    rest = tuple(each for each in certain.example if each not in certain.must)
    if rest and not certain.choices:
        parts.append(say("例如再补") + " " + listed(rest, say))
    return parts
