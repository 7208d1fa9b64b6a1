"""docker-compose.yml keeps the schema of Compose files, and what it sets means something."""

import re
import subprocess
import sys
from collections.abc import Mapping

import pytest
import yaml

from api.settings import VARIABLES, Flags, read_settings
from graph.store import Login
from tests.deploy.dockerfile import ROOT, environment, named, stages, steps

FILE = ROOT / "docker-compose.yml"
TEXT = FILE.read_text("utf-8")
ENV_FILE = (ROOT / ".env.example").read_text("utf-8")
IMAGE = stages(steps())[1]
CHECK = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec")
SECRET = "geheim:/$x"  # noqa: S105 - made up
USED = re.compile(r"\$\{(\w+)(?::[-?]([^}]*))?\}")


def services(values: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """The services with these values of the variables; those not given have their default."""
    text = USED.sub(lambda each: values.get(each[1]) or each[2] or "", TEXT)
    found: dict[str, dict[str, object]] = yaml.safe_load(text)["services"]
    return found


def settings_of(name: str, **values: str) -> dict[str, str]:
    found = services(values)[name]["environment"]
    assert isinstance(found, dict)
    return found


def test_it_keeps_the_schema_of_compose_files() -> None:
    done = subprocess.run([*CHECK, str(FILE)], capture_output=True, check=False)

    assert (done.returncode, done.stdout.decode()) == (0, "ok -- validation done\n")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("depends_on:", "depend_on:"),
        ("service_healthy", "service_is_fine"),
        ("build: .", "build: 1"),
    ],
)
def test_the_schema_complains_about_what_compose_does_not_know(
    right: str, wrong: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    broken = tmp_path_factory.mktemp("compose") / "docker-compose.yml"
    broken.write_text(TEXT.replace(right, wrong, 1), "utf-8")

    assert subprocess.run([*CHECK, str(broken)], capture_output=True, check=False).returncode == 1


def test_the_example_of_env_names_exactly_the_variables_that_are_used() -> None:
    assert set(re.findall(r"^(\w+)=", ENV_FILE, re.MULTILINE)) == {
        each[1] for each in USED.finditer(TEXT)
    }


def test_no_password_stands_in_a_file() -> None:
    assert re.findall(r"^NEO4J_PASSWORD=(.*)$", ENV_FILE, re.MULTILINE) == [""]
    assert re.findall(r"PASSWORD\S*: (?!\$\{NEO4J_PASSWORD:\?)", TEXT) == []
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert ".env" in ignored


def test_both_services_have_the_password_of_env() -> None:
    environ = settings_of("app", NEO4J_PASSWORD=SECRET)

    assert set(environ) <= set(VARIABLES)
    settings = read_settings({**environment(IMAGE), **environ}, Flags())
    assert settings.store == "neo4j://neo4j:7687"
    assert settings.login == Login("neo4j", SECRET)
    assert settings_of("neo4j", NEO4J_PASSWORD=SECRET)["NEO4J_AUTH"] == f"neo4j/{SECRET}"


def test_the_app_waits_for_a_healthy_neo4j_of_the_release_that_is_tested() -> None:
    found = services({})
    pom = (ROOT / "tests" / "stores" / "server" / "pom.xml").read_text("utf-8")
    (tested,) = re.findall(r"<neo4j.version>(\d+\.\d+)\.", pom)

    assert found["app"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert found["neo4j"]["image"] == f"neo4j:{tested}-community"
    assert found["neo4j"]["healthcheck"]


def test_ports_are_for_this_machine_and_lead_to_what_listens() -> None:
    found = services({"PORT": "8080"})
    (exposed,) = named(IMAGE, "EXPOSE")

    assert found["app"]["ports"] == [f"127.0.0.1:8080:{exposed.rest}"]
    assert services({})["app"]["ports"] == ["127.0.0.1:8000:8000"]
    assert environment(IMAGE)["LIANTU_PORT"] == exposed.rest
    assert found["neo4j"]["ports"] == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]


def test_what_lasts_lies_in_volumes_that_are_declared() -> None:
    declared = yaml.safe_load(TEXT)["volumes"]
    mounted = {
        name: [str(each).split(":")[0] for each in _listed(found, "volumes")]
        for name, found in services({}).items()
    }

    assert mounted == {"app": ["liantu"], "neo4j": ["neo4j"]}
    assert set(declared) == {"liantu", "neo4j"}
    (volume,) = named(IMAGE, "VOLUME")
    assert _listed(services({})["app"], "volumes") == [f"liantu:{volume.rest}"]


def _listed(found: Mapping[str, object], name: str) -> list[object]:
    listed = found[name]
    assert isinstance(listed, list)
    return listed
