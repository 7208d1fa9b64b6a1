"""Pages of tables in: the form, the report with what a person decides, what was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.exchange.match.snapshot import FATE_WORDS
from graph.exchange.out.templates import TEMPLATES
from graph.exchange.read.columns import TableKind
from graph.exchange.read.headers import TableChoices
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.layout import INTO, SheetLayout
from graph.exchange.report.bodies import ImportBody, RejectedItem, TableItem
from graph.model.plain_looks import COVERAGE
from graph.model.vocabulary import Lang
from viz.chrome import Chrome
from viz.queries import PageProblem
from viz.render import render

SHOWN = 50
"""Rows of a kind on a page; the rest is in the file of rejected rows."""
ENTERPRISE_TABLES: frozenset[TableKind] = frozenset({"enterprises", "makes"})
"""Tables whose products and places may be left out."""


@dataclass(frozen=True, slots=True)
class ImportShown:
    """An import as its page shows it: under way (`read` rows), failed (`problem`) or done.

    Before one that is not begun `ahead` others are worked on.

    `kind`, `columns`, `values` and `names` are what was decided so far; `rejected` are the tables
    with rejected rows, `headers` what may be the headers of tables that could not be read;
    `templates` are those kept, if it `keeps` any, `segments` the names that a product may mean;
    with `restore` the tables may say again what people took back.
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
    layouts: Mapping[str, SheetLayout] = field(default_factory=dict)
    keeps: bool = False
    templates: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    restore: bool = False

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables by name, each once."""
        found = [each.table for each in self.body.tables] if self.body else list(self.headers)
        return tuple(dict.fromkeys(found))

    def start(self, table: str) -> str:
        """What stands before a column to tell whose it is; nothing where there is one table."""
        return f"{table}:" if len(self.tables) > 1 else ""

    def place(self, table: str) -> str:
        """The name under which the shape of a table is said: of a sheet, its own."""
        return table if "#" in table or len(self.tables) > 1 else ""

    def layout(self, table: str) -> SheetLayout:
        """The shape of a table, as a person said it."""
        return TableChoices(layouts=self.layouts).of(table).layout

    def names_of(self, table: TableItem) -> tuple[str, ...]:
        """The headers of a table as they stand in the file."""
        return tuple(dict.fromkeys(each.column.partition(INTO)[0] for each in table.columns))

    def pinned(self, table: str, column: str) -> str | None:
        """What a person said of a column: of this table, else of all; null where nothing."""
        return self.columns.get(f"{table}:{column}", self.columns.get(column))


@dataclass(frozen=True, slots=True)
class Decision:
    """A name that a person settles: what it may mean; of a product, `segment`, any other too."""

    name: str
    place: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    segment: bool = False

    @property
    def offered(self) -> bool:
        """Whether what was chosen is among the options."""
        return self.chosen in {meaning for meaning, _other in self.options}


@dataclass(frozen=True, slots=True)
class ForeignWord:
    """A word that a person explains: `key` has its field, `words` are what it may mean."""

    key: str
    words: tuple[str, ...]
    chosen: str = ""


def import_page(
    chrome: Chrome,
    limit_mb: int,
    problem: PageProblem | None = None,
    templates: tuple[str, ...] = (),
) -> str:
    """`/import`: the field for files, of `limit_mb` together at most, and empty tables to fill."""
    titles = {kind: TABLES[kind].title.text(chrome.lang) for kind in TEMPLATES}
    coverages = [(code, look.label(chrome.lang)) for code, look in COVERAGE.items()]
    names = {"problem": problem, "limit_mb": limit_mb, "titles": titles, "templates": templates}
    return render("import.html", chrome, coverages=coverages, **names)


def report_page(chrome: Chrome, shown: ImportShown) -> str:
    """`/import/{id}`: the report of an import, or how far it is."""
    body = shown.body
    return render(
        "import-report.html",
        chrome,
        shown=shown,
        body=body,
        decisions=tuple(decisions(body, shown.names)) if body else (),
        others=tuple(each for each in body.rejected if not _settles(body, each)) if body else (),
        foreign=tuple(foreign(shown)),
        fresh=tuple(each for each in body.matched if each.how == "new") if body else (),
        plain_layout=SheetLayout(),
        asked={f"{shown.start(t)}{name}" for t, names in shown.headers.items() for name in names},
        kinds=[(kind, table.title.text(chrome.lang)) for kind, table in TABLES.items()],
        fields=fields,
        limit=SHOWN,
        fates=FATE_WORDS,
        coverage={code: look.label(chrome.lang) for code, look in COVERAGE.items()},
    )


def fields(kind: TableKind, lang: Lang) -> list[tuple[str, str]]:
    """What a column of a kind of table may hold: code and header."""
    found = TABLES[kind].fields
    return [(each.code, each.header if lang == "zh" else f"{each.header} ({each.code})")
            for each in found]  # fmt: skip


def decisions(body: ImportBody, names: Mapping[str, str]) -> Iterator[Decision]:
    """Names to settle, each once; then those settled before, to be changed."""
    seen: set[str] = set()
    for item in body.rejected:
        if _settles(body, item) and item.name not in seen:
            seen.add(item.name)
            place = f"{item.table} · {item.row} · {item.column}"
            chosen, segment = names.get(item.name, ""), _is_product(body, item)
            yield Decision(item.name, place, tuple(_options(item)), chosen, segment)
    for each in body.matched:
        if each.how == "open":
            seen.add(each.value)
            known = ((one.ref.id, one.ref.name) for one in each.candidates)
            yield Decision(each.value, "", (*known, ("new", "")), names.get(each.value, ""))
    for name, meaning in names.items():
        if name not in seen:
            yield Decision(name, "", ((meaning, _meant(body, name, meaning)),), meaning)


def foreign(shown: ImportShown) -> Iterator[ForeignWord]:
    """Words that are none of ours, in columns that hold words; then those explained before."""
    seen = set(shown.values)
    for table in shown.body.tables if shown.body else ():
        fields = {each.column: each.field for each in table.columns}
        for item in shown.body.rejected if shown.body else ():
            code = fields.get(item.column) if item.table == table.table else None
            found = TABLES[table.kind].field(code) if code else None
            if found is None or not found.choices or item.code != "invalid" or not item.value:
                continue
            key = f"{shown.start(table.table)}{found.header}:{item.value}"
            if key not in seen:
                seen.add(key)
                yield ForeignWord(key, found.choices)
    for key, chosen in shown.values.items():
        yield ForeignWord(key, (chosen,), chosen)


def _settles(body: ImportBody, item: RejectedItem) -> bool:
    kind = next((table.kind for table in body.tables if table.table == item.table), None)
    leaves_out = item.code == "unknown" and kind in ENTERPRISE_TABLES
    return bool(item.name) and (item.code == "unsettled" or leaves_out)


def _is_product(body: ImportBody, item: RejectedItem) -> bool:
    """Whether a name stands in a column of products: it may mean any segment."""
    fields = {
        each.field for t in body.tables if t.table == item.table for each in t.columns
        if each.column == item.column
    }  # fmt: skip
    return bool(fields & {"product", "products", "place"})


def _options(item: RejectedItem) -> Iterator[tuple[str, str]]:
    for each in item.candidates:
        yield each.ref.id, each.ref.name
    firm = any(each.ref.type == "enterprise" for each in item.candidates)
    office = item.code == "unsettled" and not item.candidates
    yield ("new" if firm or office else "skip"), ""


def _meant(body: ImportBody, name: str, meaning: str) -> str:
    return next((each.taken_for.name for each in body.matched if each.value == name),
                "" if meaning in {"new", "skip"} else meaning)  # fmt: skip
