"""Reads a Dockerfile far enough to do here what it does: no image is built in the tests."""

import json
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Step:
    """An instruction and what follows it, on one line."""

    name: str
    rest: str

    @property
    def words(self) -> list[str]:
        """What follows, as a shell splits it, without flags."""
        return [word for word in shlex.split(self.rest) if not word.startswith("--")]


def steps(path: Path = ROOT / "Dockerfile") -> list[Step]:
    """Every instruction in its order."""
    text = re.sub(r"^#.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").splitlines()
    return [Step(*line.split(maxsplit=1)) for line in lines if line.strip()]


def stages(found: Sequence[Step]) -> list[list[Step]]:
    """The instructions of each stage; a stage begins with FROM."""
    split: list[list[Step]] = []
    for step in found:
        if step.name == "FROM":
            split.append([])
        split[-1].append(step)
    return split


def named(found: Sequence[Step], name: str) -> list[Step]:
    """The instructions of a name."""
    return [step for step in found if step.name == name]


def environment(found: Sequence[Step]) -> dict[str, str]:
    """What ENV sets."""
    return dict(word.split("=", 1) for step in named(found, "ENV") for word in step.words)


def command(found: Sequence[Step], name: str) -> list[str]:
    """The words of a CMD, ENTRYPOINT or HEALTHCHECK in its JSON form."""
    (step,) = named(found, name)
    words: list[str] = json.loads(step.rest[step.rest.index("[") :])
    return words
