"""Whole histories from store to store: what `copy` and `backup` have in common."""

from collections.abc import Sequence

import click

from api.cli.progress import progress
from api.cli.say import Say
from api.publishing import publish
from graph.errors import DatasetExistsError, UnknownDatasetError
from graph.model import Record
from graph.store.contract import GraphStore


class CopiedItem(Record):
    """A dataset that was copied, up to its newest version."""

    dataset: str
    version: int


class Copied(Record):
    """What was copied, from where and to where."""

    source: str
    target: str
    items: tuple[CopiedItem, ...]


def copied(source: GraphStore, target: GraphStore, say: Say) -> tuple[CopiedItem, ...]:
    """Copy every dataset, or the one that `--dataset` names, with all its versions.

    Raises `UnknownDatasetError`, and `DatasetExistsError` before anything is written; each dataset
    arrives whole or not at all.
    """
    wanted = _wanted(source)
    there = {dataset.id for dataset in target.datasets()}
    for dataset in wanted:
        if dataset in there:
            raise DatasetExistsError(dataset=dataset)
    return tuple(_one(source, target, dataset, say) for dataset in wanted)


def lines(items: Sequence[CopiedItem], say: Say) -> list[str]:
    """What was copied, a line for each dataset."""
    if not items:
        return [say("存储中没有数据集")]
    return [
        say("已复制数据集 {dataset}，至版本 {version}", dataset=item.dataset, version=item.version)
        for item in items
    ]


def _wanted(source: GraphStore) -> list[str]:
    # Not the setting: a default for questions is no reason to leave the others out of a backup.
    named = click.get_current_context().params.get("dataset")
    known = [dataset.id for dataset in source.datasets()]
    if named is None:
        return known
    if named not in known:
        raise UnknownDatasetError(dataset=named, known=", ".join(known) or "—")
    return [named]


def _one(source: GraphStore, target: GraphStore, dataset: str, say: Say) -> CopiedItem:
    with progress(say("正在读取 {dataset}…", dataset=dataset)):
        archive = source.archive(dataset)
    with progress(say("正在写入 {dataset}…", dataset=dataset)):
        version = target.restore(archive)
        publish(target, version)
        return CopiedItem(dataset=dataset, version=version.number)
