"""Values with a form of their own: amounts of money, days, credit codes; each reads plain text."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from graph.message import Message, _
from graph.model.plain_looks import CURRENCY
from graph.model.vocabulary import Currency, Lang


def broken(message: Message) -> PydanticCustomError:
    """An error of a rule of ours."""
    return PydanticCustomError("liantu", "{said}", {"said": message.text("en"), "message": message})


_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Days that a spreadsheet counts: 1954 to 2119."""
_DAY = re.compile(
    r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
)
_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月)")
_YEAR = re.compile(r"(\d{4})年?")
_MONEY = re.compile(r"(\D*?)(\d{1,15}(?:\.\d{1,9})?)(万|亿)?(\D*)")
_ASIDE = re.compile(r"[()]|(?<=元)整$|(?<=万)元(?=人民币$)")
"""What stands about an amount in registers: 1,000万(元), 500万(美元), 1000万元整."""
_TIMES = {"万": 1.0, "亿": 10_000.0}
_CURRENCIES: Mapping[str, Currency] = {
    name.casefold(): code
    for code, look in CURRENCY.items()
    for name in (code, look.words.text("zh"), *look.also)
}


def _day(text: str) -> str:
    day = date_in(text)
    if day is None:
        raise broken(_("“{text}”不是日期，应如 2008-05-16、2008-05 或 2008", text=text))
    return day


def _credit_code(text: str) -> str:
    from stdnum.cn import uscc  # noqa: PLC0415 - only where somebody states a code

    code = folded(text).replace(" ", "").replace("-", "").upper()
    if not uscc.is_valid(code):
        raise broken(_("“{text}”不是有效的统一社会信用代码", text=text))
    return code


def folded(text: str) -> str:
    """A text with half-width digits and letters, as codes and dates are read.

    >>> folded("２０２６年")
    '2026年'
    """
    return text if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def date_in(text: str) -> str | None:
    """A date, month or year as ISO 8601; null for a text that is none.

    >>> [date_in(each) for each in ("2026年11月25日", "20261125", "46351", "2026/1", "25.11.2026")]
    ['2026-11-25', '2026-11-25', '2026-11-25', '2026-01', None]
    """
    plain = folded(text).replace(" ", "") if "年" in text else folded(text)
    if plain.isdigit() and plain.isascii():
        return _of_digits(plain)
    if day := _DAY.fullmatch(plain):
        return _iso(*(int(each) for each in day.groups()))
    if month := _MONTH.fullmatch(plain):
        year, one, other = month.groups()
        first = _iso(int(year), int(one or other), 1)
        return first and first[:7]
    year_alone = _YEAR.fullmatch(plain)
    return year_alone.group(1) if year_alone else None


def _of_digits(plain: str) -> str | None:
    if len(plain) == 8:
        return _iso(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
    if len(plain) == 5 and int(plain) in _SERIALS:
        return (_FIRST_SERIAL + timedelta(days=int(plain))).isoformat()
    return plain if len(plain) == 4 and 1900 <= int(plain) <= 2200 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


Day = Annotated[str, AfterValidator(_day)]
"""A day, a month or a year, as exactly as it is known (ISO 8601)."""
CreditCode = Annotated[str, AfterValidator(_credit_code)]
"""A 统一社会信用代码 (GB 32100), its check character verified."""


class Money(BaseModel):
    """An amount of `currency`, in units of 10,000 (万); reads text such as 5000万元 too."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False, defer_build=True
    )

    amount: float = Field(ge=0)
    currency: Currency = "CNY"

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        return money_in(value) if isinstance(value, str) else value

    def text(self, lang: Lang) -> str:
        """Write it for people.

        >>> Money(amount=5000).text("zh"), Money(amount=300, currency="USD").text("en")
        ('5000万元', '3,000,000 USD')
        """
        if lang == "en":
            return f"{_plain(self.amount * 10_000, ',')} {self.currency}"
        return f"{_plain(self.amount)}万{CURRENCY[self.currency].words.text('zh')}"


def money_in(text: str) -> dict[str, object]:
    """Read an amount of money; a bare number is one of 万元. Raise an error for any other text.

    >>> money_in("1.2亿元"), money_in("USD 300万"), money_in("5,000")
    ({'amount': 12000.0, 'currency': 'CNY'}, {'amount': 300.0, 'currency': 'USD'}, \
{'amount': 5000.0, 'currency': 'CNY'})
    """
    plain = _ASIDE.sub("", folded(text).replace(",", "").replace(" ", "").casefold())
    found = _MONEY.fullmatch(plain)
    named = found[1] + found[4] if found else ""
    currency = _CURRENCIES.get(named or "元")
    if found is None or currency is None:
        raise broken(_("“{text}”不是金额，应如 5000万元、1.2亿元、300万美元", text=text))
    times = _TIMES[found[3]] if found[3] else (0.0001 if named else 1.0)
    return {"amount": round(float(found[2]) * times, 9), "currency": currency}


def _plain(number: float, separator: str = "") -> str:
    return f"{number:{separator}.6f}".rstrip("0").rstrip(".")
