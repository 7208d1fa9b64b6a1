"""Pages of tables in: the form, the report with what a person decides, what was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.exchange.out.templates import TEMPLATES
from graph.exchange.read.columns import TableKind
from graph.exchange.read.kinds import TABLES
from graph.exchange.report.bodies import ImportBody, RejectedItem
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

    `kind`, `columns` and `names` are what was decided so far; `rejected` are the tables with
    rejected rows, `headers` what may be the header of a table that was not recognised; with
    `restore` the tables may say again what people took back.
    """

    id: str
    read: int = 0
    body: ImportBody | None = None
    problem: PageProblem | None = None
    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    rejected: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    restore: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A name that a person settles: what it may mean, by value of its field."""

    name: str
    place: str
    options: tuple[tuple[str, str], ...]
    chosen: str


def import_page(chrome: Chrome, limit_mb: int, problem: PageProblem | None = None) -> str:
    """`/import`: the field for files, of `limit_mb` together at most, and empty tables to fill."""
    titles = {kind: TABLES[kind].title.text(chrome.lang) for kind in TEMPLATES}
    return render("import.html", chrome, problem=problem, limit_mb=limit_mb, titles=titles)


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
        kinds=[(kind, table.title.text(chrome.lang)) for kind, table in TABLES.items()],
        fields=fields,
        limit=SHOWN,
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
            yield Decision(item.name, place, tuple(_options(item)), names.get(item.name, ""))
    for name, meaning in names.items():
        if name not in seen:
            yield Decision(name, "", ((meaning, _meant(body, name, meaning)),), meaning)


def _settles(body: ImportBody, item: RejectedItem) -> bool:
    kind = next((table.kind for table in body.tables if table.table == item.table), None)
    leaves_out = item.code == "unknown" and kind in ENTERPRISE_TABLES
    return bool(item.name) and (item.code == "unsettled" or leaves_out)


def _options(item: RejectedItem) -> Iterator[tuple[str, str]]:
    for each in item.candidates:
        yield each.ref.id, each.ref.name
    firm = any(each.ref.type == "enterprise" for each in item.candidates)
    yield ("new" if firm else "skip"), ""


def _meant(body: ImportBody, name: str, meaning: str) -> str:
    return next((each.taken_for.name for each in body.matched if each.value == name),
                "" if meaning in {"new", "skip"} else meaning)  # fmt: skip
