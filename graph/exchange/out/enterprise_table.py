"""重点企业库 as a table: one row per firm, in the columns of the list that comes in.

Handed back unchanged it says nothing new; filled further, it is imported.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from graph.answers.shapes import EnterpriseItem
from graph.answers.workspace import Workspace
from graph.exchange.out.gap_table import disarmed
from graph.exchange.out.sheet import WrittenSheet
from graph.exchange.out.workbook import workbook
from graph.exchange.read.columns_enterprises import ENTERPRISES
from graph.exchange.read.values import listed
from graph.model import Enterprise
from graph.model.facts import own_fields
from graph.model.formats import Money
from graph.model.look import looks_of

_HEADERS = tuple(field.header for field in ENTERPRISES.fields)


def enterprises_csv(items: Iterable[EnterpriseItem]) -> Iterator[str]:
    """Yield the lines of a CSV file (RFC 4180, CRLF); a BOM first, so that Excel reads UTF-8."""
    yield "\ufeff" + line(_HEADERS)
    for item in items:
        yield line(_row(item))


def enterprises_xlsx(items: Iterable[EnterpriseItem], ws: Workspace) -> bytes:
    """Write the list as a workbook with a cover sheet."""
    return list_xlsx(enterprises_sheet(items), ws)


def list_xlsx(sheet: WrittenSheet, ws: Workspace) -> bytes:
    """Write a list as a workbook, with a cover that says what it rests on."""
    about = ws.facts.dataset
    cover = [
        ("表", sheet.name),
        ("数据集", f"{about.title}（{about.id}）"),
        ("依据文件", f"{about.edition.label}，{about.edition.date}"),
        ("数据版本", str(ws.facts.version)),
        ("行数", str(len(sheet.rows))),
    ]
    return workbook(cover, [sheet])


def enterprises_sheet(items: Iterable[EnterpriseItem]) -> WrittenSheet:
    """The list as a sheet that offers the words there are."""
    choices = {field.header: field.choices for field in ENTERPRISES.fields if field.choices}
    rows = tuple(_row(item) for item in items)
    return WrittenSheet(ENTERPRISES.title.text("zh"), _HEADERS, rows, choices)


def line(cells: tuple[str, ...]) -> str:
    """A line of a CSV file, in which nothing runs as a formula."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow([disarmed(cell) for cell in cells])
    return buffer.getvalue()


def _row(item: EnterpriseItem) -> tuple[str, ...]:
    """The cells of a firm: what it tells of itself, and of what it is part."""
    roles = {role.role for role in item.roles}
    cells = {
        name: _told(item, name) for name, each in own_fields(Enterprise).items() if each.columns
    }
    cells |= {
        "id": item.id,
        "enterprise": item.name,
        "place": names_cell((role.chain.name, role.chain.id) for role in item.roles),
        "role": roles.pop() if len(roles) == 1 else "",
        "products": names_cell((made.segment.name, made.segment.id) for made in item.makes),
    }
    return tuple(cells.get(field.code, "") for field in ENTERPRISES.fields)


def names_cell(refs: Iterable[tuple[str, str]]) -> str:
    """Names as one cell; one that would be read as several goes by its id."""
    return "、".join(name if listed(name) == (name,) else id_ for name, id_ in refs)


def _told(item: EnterpriseItem, code: str) -> str:
    looks = looks_of(Enterprise, code)
    match getattr(item, code):
        case None:
            return ""
        case str() as text if text in looks:
            return looks[text].short("zh")
        case tuple() as several:
            return "、".join(several)
        case Money() as money:
            return money.text("zh")
        case value:
            return str(getattr(value, "name", value))
