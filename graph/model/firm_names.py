"""Names of firms as registers and people write them: what of a name tells a firm from others."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model.dataset import Facts
from graph.model.names import fold, simplified

_FORMS = re.compile(r"(股份有限公司|有限责任公司|有限公司|公司|\(有限合伙\)|\(普通合伙\))$")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_CODE = re.compile(r"[0-9A-HJ-NP-RTUWXY]{18}")
_BRANCH_WORDS = "分公司|分厂|工厂|生产基地|生产厂|事业部|分部|厂区|车间|办事处|项目部|厂|基地"
_BRANCH = re.compile(rf"(?P<firm>.+?公司)\(?[^()]{{0,14}}?(?:{_BRANCH_WORDS})\)?")
_SHORT_BRANCH = re.compile(
    r"(?P<firm>.{2,}?)(?:第?[一二三四五六七八九十\d]{1,3})?(?:分公司|分厂|工厂|生产基地)"
)
PROVINCES = re.compile(
    "(?:北京|天津|上海|重庆)市|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    "|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区"
)


def firm_core(name: str, places: Sequence[str]) -> str:
    """The part of a firm's name that tells it from others: no legal form, no own place.

    >>> firm_core("重庆市合川区飞轮车业（合川）有限责任公司", ("重庆市", "重庆", "合川区", "合川"))
    '飞轮车业'
    >>> firm_core("飞轮车业（成都）有限公司", ("合川区", "合川"))
    '飞轮车业(成都)'
    """
    whole = fold(simplified(name))
    core = _FORMS.sub("", whole)
    core = _BRACKETED.sub(lambda found: "" if found[1] in places else found[0], core)
    core = _FORMS.sub("", core)
    shorter = True
    while shorter:
        place = next((each for each in places if core.startswith(each)), None)
        shorter = place is not None
        core = core.removeprefix(place or "")
    return core or whole


def branch_of(name: str, places: Sequence[str]) -> str:
    """The core of the firm whose branch a name is; empty where it names none.

    >>> branch_of("重庆飞轮车业有限公司合川分公司", ("重庆", "合川"))
    '飞轮车业'
    >>> branch_of("飞轮车业合川第二工厂", ("重庆", "合川")), branch_of("大河链条厂", ())
    ('飞轮车业', '')
    """
    whole = fold(simplified(name))
    found = _BRANCH.fullmatch(whole) or _SHORT_BRANCH.fullmatch(whole)
    if found is None:
        return ""
    firm = found["firm"]
    place = next((each for each in places if firm.endswith(each)), "")
    return firm_core(firm.removesuffix(place) or firm, places)


def places_of(facts: Facts) -> tuple[str, ...]:
    """The names of the district and of the province it lies in, longest first.

    The province is the one that the dataset, its regions or its documents name.
    """
    district = facts.regions.get(facts.dataset.region)
    own = {district.name, *district.aliases} if district else set()
    texts = [facts.dataset.title, *own]
    texts += [text for doc in facts.documents.values() for text in (doc.title, doc.publisher or "")]
    own |= {place for text in texts for place in PROVINCES.findall(text)}
    short = {each[:-1] for each in own if len(each) > 2 and each[-1] in "市区县省旗"}
    return tuple(sorted(map(fold, own | short), key=lambda each: (-len(each), each)))


@dataclass(frozen=True, slots=True)
class FirmAsked:
    """What somebody calls a firm: a text, the cores that its name may have, or its code."""

    text: str
    cores: tuple[str, ...]
    code: str | None
    places: tuple[str, ...]

    def is_called(self, names: Iterable[str], code: str | None) -> bool:
        """Whether a firm of these names, and this credit code, is meant."""
        if self.code is not None:
            return code == self.code
        return any(
            fold(simplified(name)) == self.text or firm_core(name, self.places) in self.cores
            for name in names
        )


def asked_firm(text: str, places: tuple[str, ...]) -> FirmAsked:
    """Read what somebody calls a firm; of a branch the firm is meant as well.

    >>> asked_firm("重慶飛輪車業有限公司", ("重庆",)).cores
    ('飞轮车业',)
    """
    whole = fold(simplified(text))
    cores = dict.fromkeys((firm_core(whole, places), branch_of(whole, places)))
    code = whole.upper() if _CODE.fullmatch(whole.upper()) else None
    return FirmAsked(whole, tuple(filter(None, cores)), code, places)
