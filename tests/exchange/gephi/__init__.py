"""Gephi's own importer, out of its artifacts on Maven Central: what it finds in our files."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import platformdirs
import pytest

from tests.alone import alone_with_maven

SOURCE = Path(__file__).parent
Told = tuple[str, ...]


def gephi_reads(files: Sequence[Path]) -> list[Told]:
    """What Gephi's importer finds in files: ending, node or edge or issue, and what it says.

    One start of Java for all of them. Skips where there is none, but not in the gate.
    """
    if shutil.which("javac") is None or shutil.which("mvn") is None:
        assert not os.environ.get("CI"), "the gate needs Java and Maven"
        pytest.skip("no Java and Maven for Gephi's importer (Debian: default-jdk-headless maven)")
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    done = subprocess.run(
        ["java", *quick, "-cp", f"{_jars()}/*", str(SOURCE / "GephiReads.java"), *map(str, files)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return [tuple(line.split("\t")) for line in done.stdout.decode("utf-8").splitlines()]


def _jars() -> Path:
    """The folder with the jars, fetched by Maven where they are not there yet."""
    folder = Path(platformdirs.user_cache_path("liantu", appauthor=False)) / "gephi-0.10.1"
    if folder.exists():
        return folder
    with alone_with_maven():
        if not folder.exists():
            # Under another name first: what is fetched half is not taken for the whole.
            fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
            copy = ["dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
            subprocess.run(["mvn", "-q", "-B", *copy], cwd=SOURCE, check=True, timeout=600)
            fresh.rename(folder)
    return folder
