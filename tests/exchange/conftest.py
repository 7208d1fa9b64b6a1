"""Files over the demo and over the shipped district, as their readers get them."""

from functools import cache

import seeds
from graph.answers import Workspace, workspace
from graph.load import load_dataset
from graph.model import facts_from


@cache
def shipped(dataset: str) -> Workspace:
    """The workspace of a shipped dataset, compiled once for all tests."""
    seed = load_dataset(seeds.FOLDER / dataset)
    return workspace(facts_from(seed.dataset, 1, (*seed.reference, *seed.local)))
