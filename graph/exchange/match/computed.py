"""Our own tables as we wrote them: what an edited one is compared with, cell by cell."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR
from functools import cached_property
from itertools import islice

from graph.answers import gaps, resolve, verify
from graph.answers.cache import BoundedCache
from graph.answers.lead_offers import Elsewhere
from graph.answers.shapes import FirstQuestion, VerifyItem
from graph.answers.workspace import Workspace
from graph.errors import LiantuError, TableRefusedError, UnknownVersionError
from graph.exchange.out import target_table
from graph.exchange.out.gap_table import COLUMNS, table
from graph.exchange.out.ledgers import LEDGERS
from graph.exchange.out.tables import VERIFY_COLUMNS, verify_rows
from graph.exchange.read.columns import TableKind
from graph.exchange.read.rows import TableRow, cleaned
from graph.message import Message, _
from graph.model.vocabulary import Lang
from graph.network.terms import Terms, parse_boundary, parse_horizon, parse_inputs

Past = Callable[[int], Workspace]
"""Gives the workspace of a version of the dataset; raises `UnknownVersionError`."""
Offering = Callable[[Workspace], Elsewhere]
"""Gives the firms of lists from elsewhere, by what they seem to make."""
CellPart = Callable[[str], str]
Written = Mapping[str, tuple[Mapping[str, str], ...]]
"""The rows of a table by id, each its cells by header."""

_LABELS = {
    "数据集": "dataset",
    "数据版本": "version",
    "地区": "region",
    "边界": "boundary",
    "投入": "inputs",
    "时点": "horizon",
}
LANGS: tuple[Lang, Lang] = ("zh", "en")


def cover_in(rows: list[TableRow]) -> dict[str, str]:
    """What the cover sheet of one of our workbooks says; nothing for any other sheet."""
    found = {
        _LABELS[row.cell(0)]: row.cell(2) or row.cell(1)  # words have their code behind them
        for row in islice(rows, 30)
        if row.cell(0) in _LABELS
    }
    return found if "version" in found else {}


@dataclass(frozen=True)
class Own:
    """A table of ours as it was when it was written: at which version, under which terms.

    One without a cover (a CSV) is taken for one of now, under the usual terms. Raise
    `TableRefusedError` where the cover names what is not there.
    """

    file: str
    kind: TableKind
    now: Workspace
    past: Past
    cover: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Offering = field(default=lambda _: {})

    @cached_property
    def ws(self) -> Workspace:
        """The workspace that the table was written from."""
        version = self.cover.get("version", str(self.now.facts.version))
        if version == str(self.now.facts.version):
            return self.now
        try:
            return self.past(int(version))
        except (ValueError, UnknownVersionError) as error:
            raise TableRefusedError(file=self.file, reason=_no_version(version)) from error

    @cached_property
    def terms(self) -> Terms:
        """The terms under which it was computed."""
        said, usual = self.cover, Terms()
        try:
            region = said.get("region")
            return Terms(
                region=resolve(self.ws, region, "region") if region else None,
                boundary=parse_boundary(said.get("boundary", str(usual.boundary))),
                inputs=parse_inputs(said.get("inputs", ",".join(usual.inputs)).replace("、", ",")),
                horizon=parse_horizon(said.get("horizon", usual.horizon)),
            )
        except TableRefusedError:
            raise
        except LiantuError as error:
            reason = _("说明页：{error}", error=error)
            raise TableRefusedError(file=self.file, reason=reason) from error

    @cached_property
    def region(self) -> str:
        """The region that the table is about."""
        return self.terms.region or self.now.facts.dataset.region

    @cached_property
    def _written(self) -> BoundedCache[Written]:
        return BoundedCache(len(LANGS))

    def _rows(self, lang: Lang) -> Written:
        columns, rows = self._table(lang)
        found: dict[str, tuple[Mapping[str, str], ...]] = {}
        for row in rows:  # several questions can ask about a segment
            found[row[0]] = (*found.get(row[0], ()), dict(zip(columns, row, strict=True)))
        return found

    def _table(self, lang: Lang) -> tuple[tuple[str, ...], Iterable[tuple[str, ...]]]:
        """The columns and rows of a table of this kind."""
        if self.kind in LEDGERS:
            ledger = LEDGERS[self.kind]
            return ledger.columns, ledger.rows(self.ws, self.terms, lang)
        if self.kind == "leads":
            return target_table.COLUMNS, target_table.target_rows(
                self.ws, self.terms, lang, self.elsewhere(self.ws)
            )
        if self.kind == "gaps":
            return COLUMNS, table(gaps(self.ws, self.terms, lang, rows="gaps"), self.ws, lang)
        # Whenever it was written: with all that it can have asked.
        body = verify(self.ws, self.terms, lang, year=MAXYEAR)
        items: tuple[VerifyItem | FirstQuestion, ...] = (*body.first, *body.items)
        # The sheet of a firm has a segment under the first question that the firm is asked.
        return VERIFY_COLUMNS, (row for item in items for row in verify_rows([item], lang))

    def cell(self, id_: str, header: str, lang: Lang = "zh") -> str | None:
        """A cell as it was written; null for a row that was not there."""
        return next(self._cells(id_, header, lang), None)

    def _cells(self, id_: str, header: str, lang: Lang) -> Iterator[str]:
        """What the rows of an id have in a column."""
        written = self._written.get(lang, lambda: self._rows(lang))
        yield from (row[header] for row in written.get(id_, ()))

    def said(self, id_: str, header: str, text: str, part: CellPart = str) -> bool:
        """Whether a cell said this, in either language; `part` is what of it is compared."""
        cells = (cell for lang in LANGS for cell in self._cells(id_, header, lang))
        return any(alike(part(text), part(cell)) for cell in cells)


def alike(one: str, other: str) -> bool:
    """Whether two cells say the same; line ends and spaces are the spreadsheet's own."""
    return "".join(cleaned(one).split()) == "".join(cleaned(other).split())


def refuse_another(file: str, cover: Mapping[str, str], dataset: str) -> None:
    """Raise `TableRefusedError` where a cover says that its tables are of another dataset."""
    named = cover.get("dataset", "")
    if named and not named.endswith(f"（{dataset}）"):
        raise TableRefusedError(file=file, reason=_other_dataset(named, dataset))


def _other_dataset(named: str, dataset: str) -> Message:
    id_ = named.rpartition("（")[2].rstrip("）")
    return _(
        "它属于数据集 {named}，不能写入 {dataset}；"
        "请先换到那个数据集：命令用 --dataset {id}，网页从首页的“其他数据集”进入",
        named=named,
        dataset=dataset,
        id=id_,
    )


def _no_version(version: str) -> Message:
    return _("说明页写的数据版本 {version} 不存在", version=version)
