"""What would make a product ready, in words."""

from api.cli.say import Say
from api.cli.words import listed
from graph.answers.shapes import MissingBody


def shown(body: MissingBody, say: Say) -> str:
    """Return must-haves and choices, for the possible world and for the certain one."""
    unlock, lines = body.unlock, []
    if not unlock.sets:
        lines.append(_without_sets(body, say))
    if unlock.must:
        lines.append(say("必补：", "must have: ") + listed(unlock.must, say))
    for choice in unlock.choices:
        lines.append(say("任选其一：", "one of: ") + listed(choice, say))
    if unlock.sets and not unlock.choices and len(unlock.sets) > 1:
        lines += [say("组合：", "set: ") + listed(each, say) for each in unlock.sets]
    if unlock.truncated:
        lines.append(say("（组合过多，只列最小的若干个）", "(more sets than are listed)"))
    if unlock.sets:
        title = say("解锁（未知环节算有）", "unlock (unknown ones counted as here)")
        lines.insert(0, title)
    return "\n".join([*lines, *_certain(body, say)])


def _without_sets(body: MissingBody, say: Say) -> str:
    if body.ready == "no":
        return say("解锁：补上任何环节都不能使其就绪", "unlock: nothing makes it ready")
    return say(
        "解锁：未知环节若都有，即已就绪，无需再补",
        "unlock: nothing to add, if every unknown one turns out to be here",
    )


def _certain(body: MissingBody, say: Say) -> list[str]:
    certain = body.certain
    if not certain.must and not certain.smallest:
        return []
    size = say("无法解锁", "nothing does") if certain.smallest is None else str(certain.smallest)
    if not certain.proven:
        size = say(f"不超过 {size}", f"at most {size}")
    parts = [say(f"最少补 {size} 个", f"smallest set {size}")]
    if certain.must:
        parts.append(say("必补 ", "must have ") + listed(certain.must, say))
    told = say("；", "; ").join(parts)
    return [say(f"若未知环节都没有：{told}", f"if every unknown one is lacking: {told}")]
