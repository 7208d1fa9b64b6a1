"""The files of an export, the same for routes and commands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from api import leading
from api.queries import Question, all_gaps, every_enterprise, every_segment, this_year
from api.recognising import elsewhere_of
from api.wanted import EnterprisesWanted, GapsWanted, SegmentsWanted
from api.wanted_exports import OF_GAPS, ExportWanted
from api.wanted_leads import LeadsWanted
from graph import answers
from graph.errors import FilterNotTakenError, UnknownNameError

if TYPE_CHECKING:
    from graph.answers.shapes import EnterprisesBody
    from graph.answers.shapes.chain_history import ChainHistoryBody
    from graph.answers.shapes.report import Report
    from graph.exchange.out import GraphLooks, RecordTable, WholeGraph

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV = "text/csv; charset=utf-8"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OF_CHAINS = ("chain",)
OF_SEGMENTS = tuple(SegmentsWanted.model_fields)
OF_ENTERPRISES = ("chain", "status", "q", "sort")
"""Besides, `region`, which is among the terms."""
AT_ONCE = 200
"""Statements in one piece: single lines compress badly."""

Write = Callable[[Question, ExportWanted], Iterator[bytes]]
Tabulate = Callable[[Question, ExportWanted], "RecordTable"]


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A kind of file: what browsers call it, what writes it, which filters it takes.

    `streamed` where the pieces are made one by one, `for_editors` where they get more than readers.
    """

    media_type: str
    writer: Write
    filters: tuple[str, ...]
    streamed: bool = False
    for_editors: bool = False

    def write(self, asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
        """Write the file piece by piece; raise `FilterNotTakenError`.

        What can go wrong goes wrong before the first piece: afterwards no error could be told.
        """
        for name, said in wanted:
            if said is not None and name not in self.filters:
                raise FilterNotTakenError(parameter=name, allowed=", ".join(self.filters) or "—")
        return self.writer(asked, wanted)


def file(kind: str) -> ExportFile:
    """The kind of file with this name; raise `UnknownNameError`."""
    if kind not in FILES:
        raise UnknownNameError(name=kind, what="export", suggestions=tuple(FILES))
    return FILES[kind]


# Below, what writes a file is imported only where one is written: workbooks and graphs are heavy.
def _gaps_csv(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import gaps_csv  # noqa: PLC0415

    body = all_gaps(asked, wanted.of(GapsWanted))
    return (line.encode() for line in gaps_csv(body, asked.ws, asked.lang))


def _gaps_xlsx(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import gaps_xlsx  # noqa: PLC0415

    return iter([gaps_xlsx(all_gaps(asked, wanted.of(GapsWanted)), asked.ws, asked.lang)])


def _verify_xlsx(asked: Question, _: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import verify_xlsx  # noqa: PLC0415

    body = answers.verify(asked.ws, asked.terms, asked.lang, this_year())
    return iter([verify_xlsx(body, asked.ws, asked.lang)])


def _firms(asked: Question, wanted: ExportWanted) -> "EnterprisesBody":
    region = {"region": asked.wanted.region}
    return every_enterprise(asked, wanted.of(EnterprisesWanted).model_copy(update=region))


def _segments_table(asked: Question, wanted: ExportWanted) -> "RecordTable":
    from graph.exchange.out import segments_table  # noqa: PLC0415

    return segments_table(every_segment(asked, wanted.of(SegmentsWanted)).items, asked.ws)


def _makes_table(asked: Question, wanted: ExportWanted) -> "RecordTable":
    from graph.exchange.out import makes_table  # noqa: PLC0415

    return makes_table(_firms(asked, wanted).items)


def _nodes_table(asked: Question, wanted: ExportWanted) -> "RecordTable":
    from graph.exchange.out import nodes_table  # noqa: PLC0415

    return nodes_table(_graph(asked, wanted))


def _edges_table(asked: Question, wanted: ExportWanted) -> "RecordTable":
    from graph.exchange.out import edges_table  # noqa: PLC0415

    return edges_table(_graph(asked, wanted))


def _as_csv(table: Tabulate) -> Write:
    return lambda asked, wanted: (line.encode() for line in table(asked, wanted).csv())


def _as_xlsx(table: Tabulate) -> Write:
    return lambda asked, wanted: iter([table(asked, wanted).xlsx(asked.ws)])


def _enterprises_csv(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import enterprises_csv  # noqa: PLC0415

    return (line.encode() for line in enterprises_csv(_firms(asked, wanted).items))


def _enterprises_xlsx(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import enterprises_xlsx  # noqa: PLC0415

    return iter([enterprises_xlsx(_firms(asked, wanted).items, asked.ws)])


def _leads_ics(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out.calendar_file import leads_ics  # noqa: PLC0415

    return leads_ics(leading.all_leads(asked, LeadsWanted(chain=wanted.chain)), asked.lang)


def _handover_xlsx(asked: Question, _: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import Handover, handover_xlsx  # noqa: PLC0415

    parts = Handover(
        asked.terms,
        gaps=answers.gaps(asked.ws, asked.terms, asked.lang),
        enterprises=answers.enterprises(asked.ws).items,
        questions=answers.verify(asked.ws, asked.terms, asked.lang, this_year()),
        elsewhere=elsewhere_of(asked.ws.facts) if asked.editor else {},
    )
    return iter([handover_xlsx(parts, asked.ws, asked.lang)])


def _report(asked: Question, wanted: ExportWanted) -> "Report":
    from graph.answers.report import report  # noqa: PLC0415
    from graph.answers.report_history import with_history  # noqa: PLC0415

    chain = asked.id(wanted.chain, "chain")
    found = report(asked.ws, asked.terms, asked.lang, chain=chain, year=this_year())
    history = _history(asked, chain) if chain else None
    return with_history(found, history, asked.lang) if history else found


def _history(asked: Question, chain: str) -> "ChainHistoryBody | None":
    """The numbers of a chain in the last versions, where others can be asked."""
    from api.chain_history import chain_history  # noqa: PLC0415

    if asked.workspaces is None:
        return None
    current = asked.workspaces.current(asked.ws.facts.dataset.id)
    shown = asked.workspaces.numbered(current, asked.ws.facts.version)
    return chain_history(asked.workspaces, shown, asked, chain)


def _report_html(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from viz.report_page import report_page  # noqa: PLC0415

    return iter([report_page(_report(asked, wanted), asked.lang).encode()])


def _report_docx(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out.report_docx import report_docx  # noqa: PLC0415
    from viz.report_page import report_fills  # noqa: PLC0415

    return iter([report_docx(_report(asked, wanted), report_fills(), asked.lang)])


def _report_pptx(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from viz.slides.report_slides import report_pptx  # noqa: PLC0415

    return iter([report_pptx(_report(asked, wanted), asked.lang)])


def _graph(asked: Question, wanted: ExportWanted) -> "WholeGraph":
    from graph.exchange.out import whole_graph  # noqa: PLC0415

    chain = asked.id(wanted.chain, "chain")
    return whole_graph(asked.ws, asked.terms, asked.lang, chain=chain)


def _picture(asked: Question, wanted: ExportWanted) -> "GraphLooks":
    from api.drawings import everything  # noqa: PLC0415
    from viz.graph_picture import picture_of  # noqa: PLC0415

    return picture_of(everything(asked, wanted.chain), asked.lang)


def _graphml(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import graphml  # noqa: PLC0415

    return iter([graphml(_graph(asked, wanted), _picture(asked, wanted)).encode()])


def _gexf(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import gexf  # noqa: PLC0415

    return iter([gexf(_graph(asked, wanted), _picture(asked, wanted)).encode()])


def _cx2(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import cx2  # noqa: PLC0415

    return iter([cx2(_graph(asked, wanted), _picture(asked, wanted)).encode()])


def _json(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import graph_json  # noqa: PLC0415

    return iter([graph_json(_graph(asked, wanted)).encode()])


def _cypher(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from graph.exchange.out import cypher  # noqa: PLC0415

    whole = _graph(asked, wanted)
    statements = cypher(whole)
    return iter(lambda: "".join(islice(statements, AT_ONCE)).encode(), b"")


def _html(asked: Question, wanted: ExportWanted) -> Iterator[bytes]:
    from api.drawings import whole_drawing  # noqa: PLC0415
    from viz.single_file import Drawing, single_file  # noqa: PLC0415

    about = asked.ws.facts.dataset
    body, firms = whole_drawing(asked, wanted.chain)
    drawing = Drawing(
        title=about.title if asked.lang == "zh" else about.title_en,
        edition=f"{about.edition.label} · {about.edition.date}",
        graph=body,
        gaps=all_gaps(asked, wanted.of(GapsWanted)),
        firms=firms,
    )
    return iter([single_file(drawing, asked.lang).encode()])


FILES: Mapping[str, ExportFile] = {
    "gaps.csv": ExportFile(CSV, _gaps_csv, OF_GAPS),
    "gaps.xlsx": ExportFile(XLSX, _gaps_xlsx, OF_GAPS),
    "verify.xlsx": ExportFile(XLSX, _verify_xlsx, ()),
    "enterprises.csv": ExportFile(CSV, _enterprises_csv, OF_ENTERPRISES),
    "enterprises.xlsx": ExportFile(XLSX, _enterprises_xlsx, OF_ENTERPRISES),
    "segments.csv": ExportFile(CSV, _as_csv(_segments_table), OF_SEGMENTS),
    "segments.xlsx": ExportFile(XLSX, _as_xlsx(_segments_table), OF_SEGMENTS),
    "makes.csv": ExportFile(CSV, _as_csv(_makes_table), OF_ENTERPRISES),
    "makes.xlsx": ExportFile(XLSX, _as_xlsx(_makes_table), OF_ENTERPRISES),
    "nodes.csv": ExportFile(CSV, _as_csv(_nodes_table), OF_CHAINS),
    "nodes.xlsx": ExportFile(XLSX, _as_xlsx(_nodes_table), OF_CHAINS),
    "edges.csv": ExportFile(CSV, _as_csv(_edges_table), OF_CHAINS),
    "edges.xlsx": ExportFile(XLSX, _as_xlsx(_edges_table), OF_CHAINS),
    "handover.xlsx": ExportFile(XLSX, _handover_xlsx, (), for_editors=True),
    "chain-report.html": ExportFile("text/html; charset=utf-8", _report_html, OF_CHAINS),
    "chain-report.docx": ExportFile(DOCX, _report_docx, OF_CHAINS),
    "chain-report.pptx": ExportFile(PPTX, _report_pptx, OF_CHAINS),
    "leads.ics": ExportFile("text/calendar; charset=utf-8", _leads_ics, OF_CHAINS),
    "graph.graphml": ExportFile("application/graphml+xml; charset=utf-8", _graphml, OF_CHAINS),
    "graph.gexf": ExportFile("application/gexf+xml; charset=utf-8", _gexf, OF_CHAINS),
    "graph.cx2": ExportFile("application/json", _cx2, OF_CHAINS),
    "graph.json": ExportFile("application/json", _json, OF_CHAINS),
    "graph.cypher": ExportFile("text/plain; charset=utf-8", _cypher, OF_CHAINS, streamed=True),
    "graph.html": ExportFile("text/html; charset=utf-8", _html, OF_CHAINS),
}
