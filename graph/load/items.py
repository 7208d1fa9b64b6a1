"""Sections of files to items of their form, each item on its own: one may be broken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import ValidationError

from graph.load.catalog import TYPE_OF_SECTION, Catalog
from graph.load.file_forms import DocumentForm, Form, LayerChainForm
from graph.load.files import DataFile
from graph.load.form_errors import FormErrors
from graph.load.forms_facts import FORMS, UncitedForm
from graph.load.forms_recipes import SEGMENT, SourceForm
from graph.load.nearest import nearest
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.load.yaml_marks import Plain
from graph.message import Listing, _
from graph.model import RECORDS

S = TypeVar("S", bound=Form)
Sections = Mapping[str, type[Form]]

LOCAL: Sections = {
    "documents": DocumentForm,
    "sources": SourceForm,
    "segments": SEGMENT,
    **{form.record.about.shelf: form for form in FORMS},
    "uncited": UncitedForm,
}
REFERENCE: Sections = {"sources": SourceForm, "segments": SEGMENT}
REFERENCE_HEAD: Sections = {**REFERENCE, "chains": LayerChainForm}
LOCAL_HEADERS = ("chain", "document")
"""Defaults that a file of a dataset may state for its items."""


@dataclass(frozen=True, slots=True)
class Item:
    """One checked item, where it stands, and the defaults of its file."""

    form: Form
    place: FilePlace
    chain: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class ItemReader:
    """Reads the items of one layer."""

    catalog: Catalog
    report: FindingsReport

    def items(self, file: DataFile, sections: Sections, headers: tuple[str, ...]) -> Iterator[Item]:
        """Every item of a file that keeps its form; the rest goes to the report."""
        defaults = {key: self._default(file, key) for key in headers}
        for section, value in file.sections.items():
            place = file.place.at(section)
            if section in headers:
                continue
            if section not in sections:
                self._unknown_section(place, section, [*sections, *headers])
                continue
            for index, raw in enumerate(self._list(value, place)):
                here = place.at(index).of(_label(section, index, raw, defaults))
                form = self.form(raw, sections[section], here)
                if form is not None:
                    yield Item(form, here, defaults.get("chain"), defaults.get("document"))

    def head(self, file: DataFile, key: str, form: type[S]) -> tuple[S | None, DataFile]:
        """What a folder's first file says under `key`, and the rest of that file."""
        rest = {each: value for each, value in file.sections.items() if each != key}
        place = file.place.at(key).of(key)
        if key in file.sections:
            return self.form(file.sections[key], form, place), replace(file, sections=rest)
        if file.readable:
            self.report.add(place, _("缺少键“{key}”", key=key), nearest(key, rest))
        return None, replace(file, sections=rest)

    def form(self, raw: Plain, form: type[S], place: FilePlace) -> S | None:
        """The item in its form, or null where it is broken and reported."""
        try:
            return form.model_validate(raw)
        except ValidationError as error:
            FormErrors(form, place, self.catalog, self.report).tell(error)
            return None

    def _default(self, file: DataFile, key: str) -> str | None:
        value = file.sections.get(key)
        if value is None:
            return None
        place = file.place.at(key)
        if not isinstance(value, str):
            self.report.add(place, _("“{key}”应为一个 id", key=key))
            return self.catalog.excuse()
        if not self.catalog.has(key, value):
            self.report.add(
                place,
                _("没有 id 为“{value}”的 {key}", value=value, key=key),
                self.catalog.nearest(key, value),
            )
            return self.catalog.excuse()
        return value

    def _unknown_section(self, place: FilePlace, section: str, known: list[str]) -> None:
        self.report.add(
            place,
            _(
                "这里没有名为“{section}”的栏目；可用：{known}",
                section=section,
                known=Listing(known),
            ),
            nearest(section, known),
        )

    def _list(self, value: Plain, place: FilePlace) -> list[Plain]:
        if value is None or isinstance(value, list):
            return value or []
        self.report.add(place, _("栏目应为列表（每项以 - 开头）"))
        return []


def _label(section: str, index: int, raw: Plain, defaults: Mapping[str, str | None]) -> str:
    """What a report calls an item: its id, or the keys that will make it up, or its number."""
    fallback = f"{section}[{index + 1}]"
    if not isinstance(raw, dict):
        return fallback
    id_ = raw.get("id")
    if isinstance(id_, str):
        return id_
    kind = TYPE_OF_SECTION.get(section)
    keys = RECORDS[kind].about.made_of if kind else ()
    values = [raw.get(key) or defaults.get(key) for key in keys]
    named = [value for value in values if isinstance(value, str)]
    return ".".join([kind, *named]) if kind and named else fallback
