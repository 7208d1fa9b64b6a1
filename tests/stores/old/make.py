"""Writes the stores of this folder by the program's own commands and interface, as people do.

`python tests/stores/old/make.py` writes with the `liantu` of this Python. It imports nothing of the
program, so that it can be run at any version.
"""

import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path
from urllib.parse import quote
from urllib.request import Request, urlopen

HERE = Path(__file__).parent
PROGRAM = (sys.executable, "-m", "api.cli")
SEEN = {"note": "2026-11-20 走访记录", "as_of": "2026-11-20"}
MADE = "stores.tar.xz"

FIRMS = {
    "demo": "企业,状态,组团,产品\n大河链条厂,在产,河湾园区,链条\n春风橡胶,在建,,同步带\n",
    "hechuan": "企业,状态,链/环节,角色,产品\n"
    "三江橡胶制品厂,在产,汽车零部件,重点企业,橡胶密封件\n"
    "涞滩空滤科技,在建,汽车零部件,,空气滤清器\n"
    "嘉陵中药饮片,停产,现代中药,,中药饮片\n",
}
MAKES = {
    "demo": "企业,环节,依据,数据截至\n大河链条厂,同步带,企业申报,2026-11-01\n",
    "hechuan": "企业,环节,依据,数据截至\n德呈威,摩托车车架,企业申报,2026-10-31\n",
}
HEADS_OF_SUPPLIES = "供方企业,需方企业,环节,金额(万元),年份,依据,数据截至\n"
SUPPLIES = {
    "demo": "大河链条厂,飞轮车业,链条,120.5,2026,合同,2026-11-02\n",
    "hechuan": "三江橡胶制品厂,北汽瑞翔,橡胶密封件,86,2026,合同,2026-11-02\n",
}
NODES = (
    "编号,名称,类型,类别,产业链,位置,英文名\nwelding_wire,焊丝,环节,材料,自行车,上游,Welding wire\n"
)
EDGES = "起点,终点,关系\nwelding_wire,frame,供应\n"


@dataclass(frozen=True)
class Editor:
    """Somebody with a token, at a running server."""

    server: str
    token: str
    dataset: str

    def asks(
        self, path: str, body: Mapping[str, object] | None = None, method: str | None = None
    ) -> Mapping[str, object]:
        """Ask for something, seeing the current version."""
        mark = "&" if "?" in path else "?"
        address = f"{self.server}api/v1/{path}{mark}dataset={self.dataset}"
        request = Request(address, method=method or ("GET" if body is None else "POST"))  # noqa: S310 - our own server
        request.add_header("Authorization", f"Bearer {self.token}")
        if request.method != "GET":
            request.add_header("If-Match", f'"{self.asks("chains")["version"]}"')
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        with urlopen(request) as answer:  # noqa: S310 - our own server
            found: Mapping[str, object] = json.load(answer)
        return found

    def judges(self, gap: str, **said: str) -> None:
        """Judge a gap."""
        self.asks(f"gaps/{gap}/judgements", {**said, "evidence": [SEEN]})

    def corrects(self, fact: str, reason: str, **values: object) -> None:
        """Say that a fact is not so, or so with other values."""
        body = {"reason": reason, "evidence": [SEEN], "values": values or None}
        self.asks(f"facts/{fact}/corrections", body)

    def withdraws(self, fact: str, reason: str) -> None:
        """Take back a reported fact."""
        self.asks(f"facts/{fact}?reason={quote(reason)}", method="DELETE")

    def undoes(self, version: int, reason: str) -> None:
        """Undo what a version edited."""
        self.asks(f"history/{version}/undo", {"reason": reason})


def liantu(*arguments: str, **env: str) -> str:
    """What a command prints."""
    done = subprocess.run(
        [*PROGRAM, *arguments], env={**environ, **env}, check=True, capture_output=True, text=True
    )
    return done.stdout


@contextmanager
def serving(**env: str) -> Iterator[str]:
    """The address of a server."""
    command = [*PROGRAM, "serve", "--port", "0"]
    process = subprocess.Popen(command, env={**environ, **env}, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        found = (re.search(r"http://\S+/", line) for line in process.stderr)
        yield next(each[0] for each in found if each)
    finally:
        process.terminate()
        process.communicate()


def imports(folder: Path, dataset: str, tables: Mapping[str, str], **env: str) -> None:
    """Import tables by command, for 赵工."""
    for name, text in tables.items():
        (folder / name).write_text(text, "utf-8")
    files = [str(folder / name) for name in tables]
    liantu("import", *files, "--apply", "--by", "赵工", "--dataset", dataset, **env)


def edit_demo(wang: Editor, li: Editor, folder: Path, **env: str) -> None:
    """Versions 2 to 14 of the demo."""
    said = {"owner": "县经信委", "due": "2026-12", "note": "招商专班跟进"}
    wang.judges("belt_makers", verdict="confirm", reason="走访三家均不生产", **said)  # 2
    wang.judges("derived.qingxi.chain", verdict="refute", reason="城南有一家在产")  # 3
    li.corrects("shuntong_chain", "十月已投产", status="operating")  # 4
    li.corrects("mention.bicycle.tube", "管材在这里不是产品")  # 5
    imports(folder, "demo", {"企业.csv": FIRMS["demo"]}, **env)  # 6
    imports(folder, "demo", {"产品.csv": MAKES["demo"]}, **env)  # 7
    imports(folder, "demo", {"供应.csv": HEADS_OF_SUPPLIES + SUPPLIES["demo"]}, **env)  # 8
    wang.corrects("makes.shuntong_chain.chain", "改产同步带", segment="belt")  # 9
    wang.undoes(9, "看错了企业")  # 10
    wang.withdraws(made_by(wang, "大河链条厂", "belt"), "申报有误")  # 11
    li.judges("belt_makers", verdict="adopt", reason="列入年度计划", owner="招商局")  # 12
    imports(folder, "demo", {"nodes.csv": NODES, "edges.csv": EDGES}, **env)  # 13
    wang.corrects("gap:belt_makers", "简况已改，不再引进")  # 14: version 12 has lost its gap


def edit_hechuan(wang: Editor, li: Editor, folder: Path, **env: str) -> None:
    """Versions 2 to 14 of the shipped district."""
    wang.judges("aerogel_silica_upstream", verdict="confirm", reason="三家园区均无")  # 2
    said = {"owner": "区招商局", "due": "2027-06"}
    li.judges("motor_controller_introduction", verdict="adopt", reason="列入招商清单", **said)  # 3
    wang.judges("derived.hechuan.rubber_seal", verdict="refute", reason="三江厂在产")  # 4
    li.corrects("guotai_kangning", "年初停产", status="suspended")  # 5
    wang.corrects("makes.changxing_clutch.clutch", "只做贸易")  # 6
    li.corrects("claim.hechuan.class3_device.absent", "已有一家取证", status="present")  # 7
    imports(folder, "hechuan", {"企业.csv": FIRMS["hechuan"]}, **env)  # 8
    imports(folder, "hechuan", {"产品.csv": MAKES["hechuan"]}, **env)  # 9
    imports(folder, "hechuan", {"供应.csv": HEADS_OF_SUPPLIES + SUPPLIES["hechuan"]}, **env)  # 10
    li.corrects("project:aerogel_base_project", "尚未开工", state="planned")  # 11
    wang.undoes(6, "现场复核在产")  # 12
    li.withdraws("guotai_kangning", "四月复产")  # 13
    wang.judges("derived.hechuan.air_filter", owner="区经信委", due="2026-12")  # 14


def made_by(editor: Editor, firm: str, segment: str) -> str:
    """The id of the fact that a firm makes a segment."""
    found = editor.asks(f"search?type=enterprise&q={quote(firm)}")["items"]
    assert isinstance(found, list)
    return f"makes.{found[0]['id']}.{segment}"


def main() -> None:
    """Write the stores into this folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {"LIANTU_STORE": f"sqlite:///{folder / 'store.sqlite'}",
               "LIANTU_TOKENS": str(folder / "tokens.json")}  # fmt: skip
        people = [token_of(each, **env) for each in ("王工", "李工")]
        for dataset, edits in (("demo", edit_demo), ("hechuan", edit_hechuan)):
            liantu("load", dataset, **env)
            with serving(**env) as server:
                wang, li = (Editor(server, token, dataset) for token in people)
                edits(wang, li, folder, **env)
        liantu("backup", str(folder / "backup.sqlite"), **env)
        pack(folder)


def token_of(person: str, **env: str) -> str:
    """A new token for an editor."""
    said = liantu("token", "new", "editor", "--name", person, "--json", **env)
    return str(json.loads(said)["token"])


def pack(folder: Path) -> None:
    """Both stores in one archive, which keeps what they share once."""
    with tarfile.open(HERE / MADE, "w:xz", preset=9) as archive:
        for name in ("store.sqlite", "backup.sqlite"):
            content = (folder / name).read_bytes()
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))


if __name__ == "__main__":
    main()
