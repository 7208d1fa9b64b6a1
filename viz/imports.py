"""Pages of tables in: the form, the report with what a person decides, what was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from graph.exchange.match.snapshot import FATE_WORDS
from graph.exchange.out.templates import TEMPLATES
from graph.exchange.read.columns import Table, TableKind
from graph.exchange.read.firm_columns import FIRM_LIST
from graph.exchange.read.headers import TableChoices
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.layout import INTO, SheetLayout
from graph.exchange.report.bodies import ImportBody, TableItem
from graph.model.plain_looks import COVERAGE
from graph.model.vocabulary import Lang
from viz.chrome import Chrome
from viz.import_names import decisions, foreign, left_out, settles
from viz.queries import PageProblem
from viz.render import render

SHOWN = 50
"""Rows of a kind on a page; the rest is in the file of rejected rows."""
ASKED, MOST_NEAR = 100, 300
"""Names and words of a kind that a page asks about, the others when these are settled; new firms
that come near known ones."""


@dataclass(frozen=True, slots=True)
class ImportShown:
    """An import as its page shows it: under way (`read` rows), failed (`problem`) or done.

    Before one that is not begun `ahead` others are worked on.

    `kind`, `columns`, `values` and `names` are what was decided so far; `rejected` are the tables
    with rejected rows, `headers` what may be the headers of tables that were not understood, and
    `likely` the kinds that these seem to be of; `templates` are those kept, if it `keeps` any,
    `segments` the names that a product may mean; with `restore` the tables may say again what
    people took back; a `register` was declared to be one.
    """

    id: str
    read: int = 0
    ahead: int = 0
    body: ImportBody | None = None
    problem: PageProblem | None = None
    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    rejected: tuple[str, ...] = ()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    likely: Mapping[str, TableKind] = field(default_factory=dict)
    layouts: Mapping[str, SheetLayout] = field(default_factory=dict)
    keeps: bool = False
    templates: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    restore: bool = False
    register: bool = False

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables by name, each once."""
        found = [each.table for each in self.body.tables] if self.body else []
        return tuple(dict.fromkeys([*found, *self.headers]))

    def start(self, table: str) -> str:
        """What stands before a column to tell whose it is; nothing where there is one table."""
        return f"{table}:" if len(self.tables) > 1 else ""

    def place(self, table: str) -> str:
        """The name under which the shape of a table is said: of a sheet, its own."""
        return table if "#" in table or len(self.tables) > 1 else ""

    def layout(self, table: str) -> SheetLayout:
        """The shape of a table, as a person said it."""
        return TableChoices(layouts=self.layouts).of(table).layout

    def kind_of(self, table: str) -> str:
        """The kind that a table is said to be of, or seems to be; empty where neither is so."""
        said = self.layout(table).kind or self.kind
        return FIRM_LIST.kind if self.register else said or self.likely.get(table, "")

    def names_of(self, table: TableItem) -> tuple[str, ...]:
        """The headers of a table as they stand in the file, without what its shape adds."""
        own = table.columns[: len(table.columns) - len(self.layout(table.table).fields)]
        return tuple(dict.fromkeys(each.column.partition(INTO)[0] for each in own))

    def pinned(self, table: str, column: str) -> str | None:
        """What a person said of a column: of this table, else of all; null where nothing."""
        return (TableChoices(columns=self.columns).of(table).columns or {}).get(column)


def import_page(
    chrome: Chrome,
    limit_mb: int,
    problem: PageProblem | None = None,
    templates: tuple[str, ...] = (),
    said: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """`/import`: the field for files, of `limit_mb` together at most, and empty tables to fill.

    `said` is what was filled in before.
    """
    titles = {kind: TABLES[kind].title.text(chrome.lang) for kind in TEMPLATES}
    coverages = [(code, look.label(chrome.lang)) for code, look in COVERAGE.items()]
    return render(
        "import.html",
        chrome,
        problem=problem,
        limit_mb=limit_mb,
        titles=titles,
        templates=templates,
        coverages=coverages,
        said=said,
    )


def report_page(chrome: Chrome, shown: ImportShown) -> str:
    """`/import/{id}`: the report of an import, or how far it is."""
    body = shown.body
    return render(
        "import-report.html",
        chrome,
        shown=shown,
        body=body,
        decisions=tuple(decisions(body, shown.names)) if body else (),
        others=tuple(each for each in body.rejected if not settles(body, each)) if body else (),
        foreign=tuple(foreign(body, shown.values, shown.start)) if body else (),
        rest=left_out(body).keys() - shown.names.keys() if body else (),
        changes=tuple(_changes(body)) if body and not body.as_register else (),
        fresh=tuple(each for each in body.matched if each.how == "new") if body else (),
        plain_layout=SheetLayout(),
        kinds=[(kind, table.title.text(chrome.lang)) for kind, table in TABLES.items()],
        fields=register_fields if shown.register else fields,
        limit=SHOWN,
        most_asked=ASKED,
        most_near=MOST_NEAR,
        fates=FATE_WORDS,
        coverage={code: look.label(chrome.lang) for code, look in COVERAGE.items()},
    )


def _changes(body: ImportBody) -> Iterator[str]:
    """What changes in facts, and what of them comes back that a person took back."""
    for fact in chain.from_iterable(row.facts for row in body.rows):
        name = fact.fact.name
        for each in fact.changes:
            before, after = each.before or "—", each.after or "—"
            yield f"{name} · {each.field_name}: {before} → {after}"
        if fact.taken_back:
            yield f"{name} · {fact.taken_back}"


def fields(kind: TableKind, lang: Lang) -> list[tuple[str, str]]:
    """What a column of a kind of table may hold: code and header."""
    return _headers(TABLES[kind], lang)


def register_fields(_kind: TableKind, lang: Lang) -> list[tuple[str, str]]:
    """What a column of a register may hold."""
    return _headers(FIRM_LIST, lang)


def _headers(table: Table, lang: Lang) -> list[tuple[str, str]]:
    named = "{header}" if lang == "zh" else "{header} ({code})"
    return [(e.code, named.format(header=e.header, code=e.code)) for e in table.fields]
