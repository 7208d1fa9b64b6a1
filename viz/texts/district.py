"""Words of the pages about regions, indicators, platforms and projects."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "measure_cumulative": _("累计"),
    "measure_annual_average": _("年均"),
    "measure_growth": _("比上年"),
    "binding_binding": _("约束性"),
    "binding_expected": _("预期性"),
    "state_none": _("未写明进展"),
}
