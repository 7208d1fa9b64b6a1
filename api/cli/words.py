"""Words for codes that no picture needs."""

from api.cli.say import Say
from graph.answers.shapes import Ref

TYPES: dict[str, tuple[str, str]] = {
    "industry": ("产业", "industry"),
    "chain": ("产业链", "chain"),
    "region": ("地区", "region"),
    "segment": ("环节", "segment"),
    "enterprise": ("企业", "enterprise"),
    "gap": ("缺口", "gap"),
    "document": ("文件", "document"),
}
SORTS: dict[str, tuple[str, str]] = {
    "raw_material": ("原料", "raw material"),
    "material": ("材料", "material"),
    "component": ("零部件", "component"),
    "equipment": ("装备", "equipment"),
    "product": ("产品", "product"),
    "software": ("软件", "software"),
    "service": ("服务", "service"),
}
STAGES: dict[str, tuple[str, str]] = {
    "upstream": ("上游", "upstream"),
    "midstream": ("中游", "midstream"),
    "downstream": ("下游", "downstream"),
    "supporting": ("配套", "supporting"),
}


def type_word(code: str, say: Say) -> str:
    """Return the word for a type of record."""
    return say(*TYPES.get(code, (code, code)))


def named(ref: Ref, say: Say) -> str:
    """Return the name of a record in the reader's language, Chinese where it has no other."""
    return say(ref.name, ref.name_en or ref.name)


def listed(refs: tuple[Ref, ...], say: Say) -> str:
    """Return names joined by commas."""
    return say("、", ", ").join(named(ref, say) for ref in refs)
