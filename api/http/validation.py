"""What the framework found wrong with a parameter, in a person's words."""

from collections.abc import Mapping

from api.http.errors import ParameterProblem
from graph.message import Listing, Message, _
from graph.model.vocabulary import Lang

SENTENCES: Mapping[str, Message] = {
    "missing": _("缺少此参数"),
    "literal_error": _("只能是 {expected}"),
    "int_parsing": _("应为整数"),
    "int_from_float": _("应为整数"),
    "float_parsing": _("应为数"),
    "float_type": _("应为数"),
    "finite_number": _("应为有限的数"),
    "greater_than_equal": _("不能小于 {ge}"),
    "less_than_equal": _("不能大于 {le}"),
    "string_too_long": _("不能超过 {max_length} 个字符"),
    "string_too_short": _("不能为空"),
    "unknown": _("没有此参数；可用：{allowed}"),
    "json_invalid": _("不是有效的 JSON"),
    "extra_forbidden": _("没有此字段"),
    "string_type": _("应为文字"),
    "string_unicode": _("含有无法表示的字符"),
    "string_pattern_mismatch": _("格式不对，或含有控制字符"),
    "too_short": _("至少需要 {min_length} 项"),
    "too_long": _("不能超过 {max_length} 项"),
    "tuple_type": _("应为列表"),
    "dict_type": _("应为对象"),
    "model_type": _("应为对象"),
    "model_attributes_type": _("应为对象"),
    "reason_needed": _("判断须写明理由"),
    "no_day": _("没有这一天"),
    "private_number": _("清单和线索会对外移交，只写单位或岗位，不写个人电话"),
    "not_text": _("过长，或含有控制字符"),
    "nothing_said": _("判断、责任单位、时限、备注至少填一项"),
    "nothing_decided": _("须写明确认或否定哪些待确认"),
    "both_decided": _("“{id}”不能既确认又否定"),
}
"""By the framework's own code; what is not here keeps the framework's sentence."""


def parameter_problem(found: Mapping[str, object], lang: Lang) -> ParameterProblem:
    """One finding of the framework: its place and its sentence in `lang`."""
    place = found.get("loc")
    path = [_text(part) for part in place] if isinstance(place, tuple | list) else []
    where, parameter = (path[0], ".".join(path[1:])) if path else ("", "")
    return ParameterProblem(parameter=parameter, where=where, why=_why(found, lang))


def _text(part: object) -> str:
    """Write a key of a body, which may hold half a surrogate pair, so that it can be sent."""
    return str(part).encode("utf-8", "backslashreplace").decode()


def _why(found: Mapping[str, object], lang: Lang) -> str:
    sentence = SENTENCES.get(str(found.get("type")))
    if sentence is None:
        return str(found.get("msg"))
    context = found.get("ctx")
    named = dict(context) if isinstance(context, Mapping) else {}
    if "expected" in named:
        expected = str(named["expected"]).replace("'", "").replace(" or ", ", ")
        named["expected"] = Listing(expected.split(", "))
    return sentence.text(lang, **named)
