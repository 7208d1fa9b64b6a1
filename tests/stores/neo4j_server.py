"""A real Neo4j for the tests: its jars fetched once, the server started where it is needed.

The jars come from Maven into the user's cache (`XDG_CACHE_HOME` moves it). `NEO4J_TEST_URI`, with
`NEO4J_TEST_USER` and `NEO4J_TEST_PASSWORD`, names a running server instead.
"""

import os
import shutil
import socket
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import platformdirs

from tests.alone import alone, alone_with_maven

SOURCE = Path(__file__).parent / "server"
NEEDS = (
    "needs a Neo4j: install Java 17 and Maven (Debian: apt-get install default-jdk-headless maven)"
    " or say where one runs (NEO4J_TEST_URI=bolt://…)"
)
OPENED = ("java.base/java.nio", "java.base/java.lang", "java.base/sun.nio.ch")
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
"""A server that lives for a minute is not worth optimising."""
SECONDS_TO_START = 180.0


def lacks_tools() -> bool:
    """Whether this machine cannot run a server."""
    return shutil.which("javac") is None or shutil.which("mvn") is None


def jars() -> Path:
    """The folder with the jars of Neo4j, fetched by Maven where they are not there yet."""
    folder = Path(platformdirs.user_cache_path("liantu", appauthor=False)) / "neo4j-5.26"
    if folder.exists():
        return folder
    with alone_with_maven():
        if not folder.exists():
            # Under another name first: what is fetched half is not taken for the whole.
            fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
            subprocess.run(
                ["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={fresh}"],
                cwd=SOURCE,
                check=True,
                timeout=600,
            )
            fresh.rename(folder)
    return folder


def classpath() -> str:
    """The program of the server, compiled, and the jars in a fixed order."""
    program = jars() / "program" / "LocalServer.jar"
    if not program.exists():
        with alone_with_maven():
            _compile(program)
    return ":".join(map(str, [program, *sorted(jars().glob("*.jar"))]))


def _compile(program: Path) -> None:
    with TemporaryDirectory(dir=jars()) as folder:
        fresh = Path(folder) / program.name
        source = str(SOURCE / "LocalServer.java")
        said = ("-d", f"{folder}/classes", "-cp", f"{jars()}/*", source)
        subprocess.run(["javac", *said], check=True)
        subprocess.run(["jar", "cf", str(fresh), "-C", f"{folder}/classes", "."], check=True)
        program.parent.mkdir(exist_ok=True)
        fresh.replace(program)


def archive() -> Path:
    """The classes of a running server, read once for all: it starts in half of the time then.

    The virtual machine leaves an archive of other jars or of another Java aside.
    """
    kept = jars() / "program" / "classes.jsa"
    if kept.exists():
        return kept
    with alone(kept.with_suffix(".lock")), TemporaryDirectory() as home:
        if not kept.exists():
            fresh = kept.with_name(f"fresh.{os.getpid()}")
            Server(Path(home), shared=f"-XX:ArchiveClassesAtExit={fresh}").start().stop()
            fresh.replace(kept)
    return kept


@dataclass
class Server:
    """A server with its data in `home`, at a free port, with `settings` of Neo4j's own names.

    `shared` says what the virtual machine does with an archive of classes: use the one there is.
    """

    home: Path
    settings: dict[str, str] = field(default_factory=dict)
    heap: str = "512m"
    port: int = 0
    shared: str = ""
    _process: subprocess.Popen[str] | None = None

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    @property
    def uri(self) -> str:
        """The URI that `open_store` takes for its only database."""
        return f"neo4j://{self.host}"

    def start(self) -> Self:
        """Start it, again at the same port and with the same data if it ran before."""
        self.kill()
        self.port = self.port or free_port()
        self._configure()
        shared = self.shared or f"-XX:SharedArchiveFile={archive()}"
        opened = (f"--add-opens={each}=ALL-UNNAMED" for each in OPENED)
        asked = (f"-Xmx{self.heap}", *QUICK, shared, *opened, "-cp", classpath())
        self._process = subprocess.Popen(
            ["java", *asked, "LocalServer", str(self.home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._wait_until_started()
        return self

    def _configure(self) -> None:
        settings = {
            "server.bolt.enabled": "true",
            "server.bolt.listen_address": self.host,
            "dbms.security.auth_enabled": "false",
            "server.memory.pagecache.size": "64m",
            "dbms.usage_report.enabled": "false",
            # Statements are planned once, not again whenever a test has put other data there.
            "dbms.cypher.min_replan_interval": "10m",
            **self.settings,
        }
        self.home.mkdir(parents=True, exist_ok=True)
        lines = (f"{name}={value}\n" for name, value in settings.items())
        (self.home / "neo4j.conf").write_text("".join(lines), "utf-8")

    def _wait_until_started(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        said = []
        watch = threading.Timer(SECONDS_TO_START, self._process.kill)
        watch.start()
        for line in self._process.stdout:
            said.append(line)
            if line.strip() == "STARTED":
                watch.cancel()
                return
        watch.cancel()
        raise RuntimeError(f"Neo4j did not start:\n{''.join(said)}")

    def stop(self) -> None:
        """Shut it down in order: what was killed needs to be written once more to be read."""
        if self._process is not None:
            self._process.communicate(timeout=SECONDS_TO_START)
            self._process = None

    def kill(self) -> None:
        """End it without a word, as a power cut would."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def free_port() -> int:
    """A port of the loopback address that nobody listens at now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
