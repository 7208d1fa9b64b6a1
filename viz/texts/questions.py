"""Words of the gap list, what is missing, and what would settle most."""

from graph.message import Message, _

TEXTS: dict[str, Message] = {
    "basis_stated": _("规划称"),
    "basis_reported": _("填报"),
    "basis_register": _("名录"),
    "basis_derived": _("推算"),
}
