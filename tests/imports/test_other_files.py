"""Files that only have the name of a table are refused, each with the way out."""

import io
import zipfile

import pytest

from graph.errors import TableRefusedError
from graph.exchange.read.files import TableFile
from tests.imports.tables import read

TABLE = (
    "<table><tr><th>企业名称</th><th>主要产品</th></tr>"
    "<tr><td>大河厂</td><td>链条</td></tr></table>"
)
PAGES = {
    "a page": f"<html><body>{TABLE}</body></html>",
    "a page with a doctype": f"<!DOCTYPE html>\n<html>{TABLE}</html>",
    "a table alone": TABLE,
    "behind a comment": f"<!-- 导出 -->\r\n{TABLE}",
    "behind a style": f"<style>td {{}}</style>{TABLE}",
    "behind XML": f'<?xml version="1.0"?><html>{TABLE}</html>',
    "in capitals": TABLE.replace("table", "TABLE"),
    "a web archive": f"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n{TABLE}",
}
OTHERS = {
    "PDF": b"%PDF-1.7\n\0\xe2\xe3",
    "文字文档": b"{\\rtf1\\ansi}",
    "XML 表格": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:x"/>',
    "旧版 XLS": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
}
PARTS = {
    "Word": ("[Content_Types].xml", "word/document.xml"),
    "XLSB": ("[Content_Types].xml", "xl/workbook.bin"),
    "压缩包": ("名单.xlsx", "名单2.xlsx"),
}


def packed(*names: str, content: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("name", ["名单.xls", "名单.csv", "名单.xlsx"])
def test_a_web_page_says_so_and_how_to_save_it(page: str, encoding: str, name: str) -> None:
    with pytest.raises(TableRefusedError, match=r"网页.*另存为 XLSX"):
        read(TableFile(name, page.encode(encoding)))


@pytest.mark.parametrize(("what", "content"), OTHERS.items())
def test_other_files_are_named(what: str, content: bytes) -> None:
    with pytest.raises(TableRefusedError, match=f"{what}.*XLSX"):
        read(TableFile("名单.xls", content))


@pytest.mark.parametrize(("what", "parts"), PARTS.items())
def test_other_archives_are_named(what: str, parts: tuple[str, ...]) -> None:
    with pytest.raises(TableRefusedError, match=what):
        read(TableFile("名单.xlsx", packed(*parts)))


@pytest.mark.parametrize("flat", [False, True])
def test_an_ods_table_is_named(flat: bool) -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    text = f'<?xml version="1.0"?><office:document xmlns:office="opendocument" t="{kind}"/>'
    content = text.encode() if flat else packed("mimetype", "content.xml", content=kind)

    with pytest.raises(TableRefusedError, match=r"ODS.*XLSX"):
        read(TableFile("名单.ods", content))


@pytest.mark.parametrize("firm", ["<大河>厂", "大河厂<b>"])
def test_a_table_with_angle_brackets_is_none(firm: str) -> None:
    found = read(TableFile("a.csv", f"企业名称,主要产品\n{firm},链条".encode()))

    assert [line.outcome for line in found.lines] == ["new"]
