"""Quotes found in a document, counted as an editor counts."""

from hypothesis import given
from hypothesis import strategies as st

from graph.load.quotes import Lines, Span

TEXTS = st.text("甲乙丙\n\r\u2028\u0085😀a", max_size=60)
QUOTES = st.text("甲乙丙\r\u2028\u0085😀a", min_size=1, max_size=4)


def scan(text: str, quote: str) -> list[Span]:
    """Every place by comparing at each position of each line."""
    found = []
    line, start = 1, 0
    for position, character in enumerate(text):
        window = text[position : position + len(quote)]
        if window == quote:
            found.append(Span(line, position - start, position - start + len(quote)))
        if character == "\n":
            line, start = line + 1, position + 1
    return found


@given(TEXTS, QUOTES)
def test_spans_are_those_of_a_naive_scan(text: str, quote: str) -> None:
    assert Lines(text).spans(quote) == scan(text, quote)


@given(TEXTS, st.data())
def test_a_piece_of_a_line_is_found_where_it_was_cut(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[number])))
    end = data.draw(st.integers(start, len(lines[number])))
    quote = lines[number][start:end]

    spans = Lines(text).spans(quote)

    assert (Span(number + 1, start, end) in spans) == bool(quote)


def test_a_quote_never_runs_over_a_line_end() -> None:
    assert Lines("气凝\n胶").spans("气凝胶") == []
    assert Lines("气凝\n胶").spans("凝\n胶") == []


def test_columns_count_code_points_not_bytes_or_utf_16() -> None:
    assert Lines("😀气凝胶").spans("气凝胶") == [Span(1, 1, 4)]


def test_overlapping_occurrences_each_count() -> None:
    assert Lines("电电电").spans("电电") == [Span(1, 0, 2), Span(1, 1, 3)]


def test_an_empty_quote_is_nowhere() -> None:
    assert Lines("气凝胶").spans("") == []


def test_the_nearest_passage_names_line_and_words() -> None:
    lines = Lines("第一行\n着力引进二氧化硅上游配套企业及下游应用企业，形成集聚。\n气")

    near = lines.nearest("引进二氧化硅上游的配套企业")

    assert near is not None
    assert near[0] == 2
    assert "引进二氧化硅上游配套企业" in near[1]


def test_a_passage_longer_than_its_line_finds_the_line() -> None:
    assert Lines("甲\n气凝胶绝热毡\n乙").nearest("气凝胶绝热毡等产品") == (2, "气凝胶绝热毡")


def test_nothing_similar_is_said_to_be_near_nothing() -> None:
    assert Lines("甲乙丙丁").nearest("气凝胶绝热毡") is None
    assert Lines("").nearest("气凝胶") is None
