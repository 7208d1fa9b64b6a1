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
from hashlib import sha256
from pathlib import Path
from typing import Self

import platformdirs

from tests.alone import alone_with_maven

SOURCE = Path(__file__).parent / "server"
NEEDS = (
    "needs a Neo4j: install Java 17 and Maven (Debian: apt-get install default-jdk-headless maven)"
    " or say where one runs (NEO4J_TEST_URI=bolt://…)"
)
OPENED = ("java.base/java.nio", "java.base/java.lang", "java.base/sun.nio.ch")
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=192m")
"""A server that lives for minutes is not worth optimising, but what is compiled stays so."""
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
                env={**os.environ, "MAVEN_OPTS": " ".join(QUICK)},
                check=True,
                timeout=600,
            )
            fresh.rename(folder)
    return folder


def classpath() -> str:
    """The program that runs servers, compiled, and the jars in a fixed order."""
    source = SOURCE / "LocalServer.java"
    program = jars() / f"program-{sha256(source.read_bytes()).hexdigest()[:8]}"
    with alone_with_maven():
        if not program.exists():
            fresh = program.with_name(f"fresh.{os.getpid()}")
            compiling = ("javac", "-J-XX:TieredStopAtLevel=1", "-d", fresh)
            subprocess.run([*compiling, "-cp", f"{jars()}/*", source], check=True)
            fresh.rename(program)
    return ":".join(map(str, [program, *sorted(jars().glob("*.jar"))]))


@dataclass
class VirtualMachine:
    """A process of Java that runs servers; it starts with the first of them.

    A server that starts where another ran before finds it warm: it takes a tenth of the time.
    """

    _process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def tell(self, order: str, home: Path) -> None:
        """Start or stop the server of this folder."""
        process = self._process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{order} {home}\n")
        process.stdin.flush()
        said = []
        watch = threading.Timer(SECONDS_TO_START, process.kill)
        watch.start()
        try:
            for line in process.stdout:
                if line.strip() == "DONE":
                    return
                said.append(line)
        finally:
            watch.cancel()
        raise RuntimeError(f"Neo4j did not {order}:\n{''.join(said)}")

    def kill(self) -> None:
        """End it and all its servers without a word, as a power cut would."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _started(self) -> subprocess.Popen[str]:
        opened = (f"--add-opens={each}=ALL-UNNAMED" for each in OPENED)
        return subprocess.Popen(
            ["java", "-Xmx512m", *QUICK, *opened, "-cp", classpath(), "LocalServer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


@dataclass
class Server:
    """A server with its data in `home`, at a free port, with `settings` of Neo4j's own names."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    _machine: VirtualMachine | None = None

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    @property
    def uri(self) -> str:
        """The URI that `open_store` takes for its only database."""
        return f"neo4j://{self.host}"

    def start(self, machine: VirtualMachine) -> Self:
        """Start it, again at the same port and with the same data if it ran before."""
        self.port = self.port or free_port()
        self._configure()
        machine.tell("start", self.home)
        self._machine = machine
        return self

    def stop(self) -> None:
        """Shut it down in order; others in its machine go on."""
        assert self._machine is not None
        self._machine.tell("stop", self.home)

    def _configure(self) -> None:
        settings = {
            "server.bolt.enabled": "true",
            "server.bolt.listen_address": self.host,
            "dbms.security.auth_enabled": "false",
            "server.memory.pagecache.size": "64m",
            "dbms.usage_report.enabled": "false",
            # Statements are planned once, not again whenever a test has put other data there.
            "dbms.cypher.min_replan_interval": "1d",
            **self.settings,
        }
        self.home.mkdir(parents=True, exist_ok=True)
        lines = (f"{name}={value}\n" for name, value in settings.items())
        (self.home / "neo4j.conf").write_text("".join(lines), "utf-8")


def free_port() -> int:
    """A port of the loopback address that nobody listens at now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
