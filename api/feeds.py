"""The feed: the latest versions with what was edited, and the leads that are late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import quote, urlencode

from api import leading
from api.gap_changes import ChangesOfVersion, GapChange
from api.queries import Question
from api.wanted_leads import LeadsWanted
from graph.analysis.diff import FactChange, touched
from graph.answers import Workspace
from graph.answers.chains import gap_chains
from graph.answers.concerns import concerned_chains
from graph.answers.leads import row_of
from graph.answers.statements import sentence
from graph.edits.finding import held
from graph.edits.judging import terms_of
from graph.edits.private_numbers import without_private_numbers
from graph.exchange.out.atom import AtomFeed, FeedEntry
from graph.message import Listing, Message, _
from graph.model import CONFIDENTIAL, AnyRecord, Judgement, Lead
from graph.model.looks import STANDING
from graph.model.plain_looks import LEAD_STAGE
from graph.model.vocabulary import GapAction, Lang
from graph.network.terms import Terms
from graph.store.contract import Edit, GraphStore, Version

MOST_VERSIONS = 30
"""The latest versions; what is older stands in the history."""
MOST_LEADS = 50
"""Late leads, the latest first."""
MOST_LINES = 20
"""Edits, and likewise gaps, that are named of one version; an import has thousands."""
MOST_CAUSES = 3
"""Facts that are named as the cause of one gap's change."""
_ACTIONS = {"added": _("新增"), "changed": _("修改"), "removed": _("删除")}
_GAPS: dict[GapAction, Message] = {
    "opened": _("补链清单新列入：{gap}（{after}）"),
    "closed": _("补链清单移出：{gap}（原为{before}）"),
    "moved": _("补链清单改变：{gap}，由{before}转为{after}"),
}


@dataclass(frozen=True, slots=True)
class FeedScope:
    """A feed as it is asked: of which version, where, and of what.

    `site` is the address that the service was asked under, `query` that of the feed itself;
    without a `chain` and an `owner` it is about everything. `gaps` is what is known of the changes
    of gaps, by version.
    """

    asked: Question
    store: GraphStore
    site: str
    query: str
    chain: str | None
    owner: str | None
    gaps: ChangesOfVersion

    @property
    def dataset(self) -> str:
        """The dataset."""
        return self.asked.ws.facts.dataset.id

    def to(self, path: str, **query: str) -> str:
        """The absolute address of a page."""
        tongue = {"lang": "en"} if self.asked.lang == "en" else {}
        return f"{self.site}{path}?{urlencode(query | {'dataset': self.dataset} | tongue)}"

    def holds(self, record: AnyRecord) -> bool:
        """Whether a record that readers may know of is about the chain, and the owner's."""
        if record.type in CONFIDENTIAL:
            return False
        if self.owner and not (isinstance(record, Lead | Judgement) and record.owner == self.owner):
            return False
        return self.chain is None or self.chain in _chains(self.asked.ws, record)


def feed(scope: FeedScope) -> AtomFeed:
    """Gather the feed of the current version."""
    about, lang = scope.asked.ws.facts.dataset, scope.asked.lang
    versions = scope.store.versions(about.id)
    late = tuple(_late(scope))
    changes = [_change(scope, each) for each in versions[:MOST_VERSIONS]]
    found = [*late, *(each for each in changes if each)]
    title = about.title if lang == "zh" else about.title_en
    parts = (lang, scope.chain or "", quote(scope.owner or ""))
    return AtomFeed(
        id=f"urn:liantu:{about.id}:feed:{':'.join(parts)}".rstrip(":"),
        title=_("{title}：变化与逾期线索", title=title).text(lang),
        author=title,
        updated=max([versions[0].at, *(each.updated for each in late)]),
        here=f"{scope.site}/feed.atom" + (f"?{scope.query}" if scope.query else ""),
        page=scope.to("/changes"),
        lang=lang,
        entries=sorted(found, key=lambda each: (each.updated, each.id), reverse=True),
    )


def _change(scope: FeedScope, version: Version) -> FeedEntry | None:
    """A version: what became of gaps, then its edits; nothing where all that is of other chains.

    A load is about every chain and is no owner's.
    """
    loaded, number, lang = version.cause == "load", version.number, scope.asked.lang
    found = () if loaded else tuple(_edits(scope, version))
    gaps = () if scope.owner else tuple(_gaps(scope, number))
    if scope.owner if loaded else not (found or gaps):
        return None
    lines = [
        *_some([_gap_line(each, lang) for each in gaps], lang),
        *_some([_line(scope, each) for each in found], lang),
    ]
    ends = {"from": str(number - 1), "to": str(number)}
    return FeedEntry(
        id=f"urn:liantu:{scope.dataset}:version:{number}:{version.at}",
        title=without_private_numbers(_title(version).text(lang)),
        updated=version.at,
        link=scope.to("/diff", **ends) if number > 1 else scope.to("/history"),
        lines=lines,
        author=version.by or "",
    )


def _some(lines: list[str], lang: Lang) -> list[str]:
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], _("另有 {n} 条", n=more).text(lang)] if more > 0 else lines


def _gaps(scope: FeedScope, number: int) -> Iterator[GapChange]:
    for each in scope.gaps.get(number, ()):
        if scope.chain is None or scope.chain in each.chains:
            yield each


def _gap_line(change: GapChange, lang: Lang) -> str:
    """A gap that opened, closed or moved, and by which facts, as far as they are known."""
    found = change.found
    standings = {"before": found.before, "after": found.after}
    words = {name: STANDING[each].label(lang) if each else "" for name, each in standings.items()}
    said = _GAPS[found.action].filled(gap=found.gap.name, **words)
    causes = [
        f"{_ACTIONS[each.action].text(lang)} {each.text}" for each in found.because[:MOST_CAUSES]
    ]
    if causes:
        said = _("{change}。所因：{causes}", change=said, causes=Listing(causes, _("；")))
    return without_private_numbers(said.text(lang))


def _title(version: Version) -> Message:
    if version.cause != "load":
        return _("第 {n} 版：{note}", n=version.number, note=version.note or "—")
    return _(
        "第 {n} 版：载入 {edition}，新增 {added}、改变 {changed}、移除 {removed} 条",
        n=version.number,
        edition=version.edition,
        added=version.added,
        changed=version.changed,
        removed=version.removed,
    )


def _edits(scope: FeedScope, version: Version) -> Iterator[Edit]:
    for edit in scope.store.edits(version.dataset, version.number):
        if scope.holds(_record(edit)):
            yield edit


def _record(edit: Edit) -> AnyRecord:
    record = edit.after or edit.before
    assert record is not None  # noqa: S101 - an edit is of something
    return record


def _line(scope: FeedScope, edit: Edit) -> str:
    said = sentence(scope.asked.ws, _without_note(_record(edit)), scope.asked.lang)
    return f"{_ACTIONS[_action(edit)].text(scope.asked.lang)} {without_private_numbers(said)}"


def _action(edit: Edit) -> str:
    if edit.before is None:
        return "added"
    return "removed" if edit.after is None else "changed"


def _without_note(record: AnyRecord) -> AnyRecord:
    """A note is made in passing and may be about a person."""
    if isinstance(record, Lead | Judgement):
        return record.model_copy(update={"note": None})
    return record


def _chains(ws: Workspace, record: AnyRecord) -> set[str]:
    """The chains that a record is about, by what a firm makes and the gap of a lead, too."""
    row = row_of(ws, record.gap) if isinstance(record, Lead | Judgement) else None
    if isinstance(record, Lead | Judgement) and row is not None:
        return set(gap_chains(ws, terms_of(record.gap, Terms()))[row.id])
    named = touched(FactChange(None, record), ws.facts, ws.facts)
    about = [record, *(each for key in named if (each := held(ws.facts, key)))]
    return {chain for each in about for chain in concerned_chains(ws, each)}


def _late(scope: FeedScope) -> Iterator[FeedEntry]:
    """The leads that are late: each became so on the day after its deadline.

    One whose deadline moved is another entry.
    """
    lang = scope.asked.lang
    wanted = LeadsWanted(owner=scope.owner, chain=scope.chain, overdue=True)
    for item in leading.all_leads(scope.asked, wanted, slice(MOST_LEADS)).items:
        deadline = date.fromisoformat(item.deadline or "")
        title = _(
            "逾期：{gap}，{stage}应止于 {day}，{owner}",
            gap=item.gap.name if lang == "zh" else item.gap.name_en or item.gap.name,
            stage=LEAD_STAGE[item.stage].label(lang),
            day=item.deadline,
            owner=item.owner,
        )
        yield FeedEntry(
            id=f"urn:liantu:{scope.dataset}:{item.id}:late:{deadline}",
            title=without_private_numbers(title.text(lang)),
            updated=f"{deadline + timedelta(days=1)}T00:00:00Z",
            link=scope.to(f"/leads/{quote(item.id)}"),
            lines=[without_private_numbers(each) for each in item.targets],
        )
