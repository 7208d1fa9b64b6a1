"""`liantu diff`: what differs between two versions, and what follows from it."""

import click

from api.cli.command import command
from api.cli.options import page_options
from api.cli.say import Say
from api.cli.session import Session
from api.cli.tables import Column, table
from api.differences import difference
from api.wanted_around import DiffWanted
from api.workspaces import Workspaces
from graph.answers.shapes.common import Ref
from graph.answers.shapes.diff import DiffBody, GapDifference
from graph.model.diff_looks import FACT_ACTIONS, GAP_ACTIONS
from graph.model.looks import STANDING
from graph.model.vocabulary import Standing


def build(say: Say) -> click.Command:
    """Build the command."""
    about = say("两个版本之间改了什么：事实、缺口及所因的事实、本地配套率。")
    versions = [
        click.Argument([name], type=click.IntRange(1), metavar=name.upper())
        for name in ("source", "to")
    ]
    return command("diff", say, run, [*versions, *page_options(say)], about)


def run(session: Session, source: int, to: int) -> None:
    """Answer like `GET /diff`."""
    with session.filled_store() as store:
        workspaces = Workspaces(store, session.settings.dataset)
        wanted = DiffWanted.model_validate({"from": source, "to": to})
        version, lang = workspaces.current(None), session.say.lang
        body = difference(workspaces, version, wanted, session.page, lang)
        session.answer(body, lambda: _text(body, session.say))


def _text(body: DiffBody, say: Say) -> str:
    ends = say("第 {a} 版到第 {b} 版", a=body.before.version, b=body.after.version)
    if not body.items and not body.gaps:
        return say(
            "第 {a} 版与第 {b} 版：事实和补链清单都相同",
            a=body.before.version,
            b=body.after.version,
        )
    facts = say("事实：新增 {added}、删除 {removed}、修改 {changed}", **body.facts)
    gaps = say("补链清单：新增 {opened}、移出 {closed}、状态改变 {moved}", **body.gap_changes)
    changed = [
        (FACT_ACTIONS[item.action].label(say.lang), _said(item.text, item.stated_in, say))
        for item in body.items
    ]
    return "\n\n".join(
        [
            f"{ends}\n{facts}\n{gaps}",
            table((Column(say("更改")), Column(say("事实"), ratio=4)), changed),
            table(
                (
                    Column(say("更改")),
                    Column(say("缺口"), ratio=3),
                    Column(say("原来")),
                    Column(say("现在")),
                    Column(say("所因的事实"), ratio=4),
                ),
                [_row(each, say) for each in body.gaps],
            ),
        ]
    )


def _row(found: GapDifference, say: Say) -> tuple[str, ...]:
    return (
        GAP_ACTIONS[found.action].label(say.lang),
        found.gap.name,
        _standing(found.before, say),
        _standing(found.after, say),
        say("；").join(_said(each.text, each.stated_in, say) for each in found.because),
    )


def _said(text: str, documents: tuple[Ref, ...], say: Say) -> str:
    """A fact, and which documents say it."""
    return text + "".join(say("（《{document}》）", document=each.name) for each in documents)


def _standing(code: Standing | None, say: Say) -> str:
    return "—" if code is None else STANDING[code].label(say.lang)
