"""Whatever bytes and texts come, the parsers give a value or a reason, and what they say is so."""

import csv
import io
from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from graph.errors import TableRefusedError
from graph.exchange.read.csv_file import csv_rows, decoded, delimiter_of
from graph.exchange.read.files import TableFile
from graph.exchange.read.values import amount_in, listed
from graph.model.firm_names import firm_core
from graph.model.formats import date_in
from tests.imports.tables import read

DAYS = st.dates(min_value=date(1955, 1, 1), max_value=date(2100, 12, 31))
WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Cf", "Zl", "Zp")), min_size=1
)
CHINESE = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4, max_size=20
)
FULL = str.maketrans("0123456789-/", "０１２３４５６７８９－／")


@given(DAYS)
def test_every_habit_of_writing_a_day_gives_that_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    written = [
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.isoformat()} 00:00:00",
        day.isoformat().translate(FULL),
        str(serial),
    ]

    assert {date_in(each) for each in written} == {day.isoformat()}


@given(st.text())
def test_a_date_is_one_or_none(text: str) -> None:
    found = date_in(text)

    if found is not None:
        date.fromisoformat(found + "-01-01"[len(found) - 4 :] if len(found) < 10 else found)


@given(st.text())
def test_an_amount_is_a_number_from_zero_on_or_none(text: str) -> None:
    amount = amount_in(text)

    assert amount is None or amount >= 0


@given(st.lists(WORDS.filter(lambda each: not set("、，,；;|") & set(each)), unique=True))
def test_a_list_gives_its_entries(entries: list[str]) -> None:
    assert listed("、".join(entries)) == tuple(entries)


@given(st.lists(CHINESE, min_size=1, max_size=20), st.sampled_from(["utf-8", "gb18030"]))
def test_chinese_lines_are_decoded_as_they_were_written(lines: list[str], encoding: str) -> None:
    # Shorter ones can be valid in both encodings; then the rest of a file decides.
    text = "\n".join(lines) + "\n企业名称"

    found = decoded(text.encode(encoding))

    if encoding == "utf-8" or not _could_be_utf8(text.encode(encoding)):
        assert "".join(found.lines) == text


def _could_be_utf8(content: bytes) -> bool:
    return any(_decodes(line) for line in content.split(b"\n"))


def _decodes(line: bytes) -> bool:
    try:
        return bool(line.decode("utf-8"))
    except UnicodeDecodeError:
        return False


@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=10),
    st.sampled_from([",", ";", "\t"]),
)
def test_what_a_spreadsheet_writes_is_read_cell_by_cell(rows: list[list[str]], mark: str) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=mark, quoting=csv.QUOTE_ALL).writerows(rows)
    read_back = list(csv_rows(buffer.getvalue().encode(), "x.csv"))

    if delimiter_of(buffer.getvalue().splitlines()) == mark:
        taken = [list(row.cells) for row in read_back]
        assert taken == [[_armed(cell) for cell in row] for row in rows]


def _armed(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@") else cell


@given(st.binary(min_size=1))
def test_no_bytes_crash_the_reader(content: bytes) -> None:
    with suppress(TableRefusedError):
        read(TableFile("x.xlsx", content))


@given(st.binary(min_size=1, max_size=200))
def test_no_rows_below_a_good_header_crash_it_either(content: bytes) -> None:
    head = "企业,产品,状态,统一社会信用代码,数据截至\n".encode()

    with suppress(TableRefusedError):
        found = read(TableFile("x.csv", head + content))
        assert all(line.faults for line in found.rejected)


@given(CHINESE)
def test_the_core_of_a_firm_is_the_same_under_every_form(name: str) -> None:
    places = ("合川区", "合川")
    core = firm_core(name, places)

    for form in ("有限公司", "有限责任公司", "股份有限公司"):
        assert firm_core(f"合川区{name}{form}", places) == firm_core(f"{name}{form}", places)
        assert firm_core(f"{name}{form}", places) == firm_core(f"{core}{form}", places)
