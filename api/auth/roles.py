"""Roles, each of which may do what the one before it may."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

AccessRole = Literal["reader", "editor", "admin"]
ROLES: tuple[AccessRole, ...] = get_args(AccessRole)
RANK: Mapping[str, int] = {role: rank for rank, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the name and role of a token, and the token's id; all but the role may be empty."""

    name: str
    role: AccessRole
    token: str

    def may(self, role: AccessRole) -> bool:
        """Whether the caller's role reaches `role`.

        >>> Caller("王工", "editor", "1a2b").may("reader"), ANYBODY.may("editor")
        (True, False)
        """
        return RANK[self.role] >= RANK[role]


ANYBODY = Caller("", "reader", "")
"""Whoever reads where reading is open."""
