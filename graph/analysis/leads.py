"""Clocks of leads 招商线索: by when a stage should be left, and which leads are late."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.errors import BadParameterError
from graph.model import Lead
from graph.model.vocabulary import LEAD_STAGES, LeadStage

StageDays = Mapping[LeadStage, int]
USUAL_DAYS: StageDays = {"study": 30, "contact": 60, "talks": 90, "signed": 180, "building": 540}
"""Days per stage where the office says nothing else: a setting to begin with, no finding."""
OVER: frozenset[LeadStage] = frozenset({"producing", "ended"})
"""Stages that nothing has to follow."""
_DAYS = re.compile(r"\s*(\w+)\s*[:=]\s*(\d{1,4})\s*")


@dataclass(frozen=True, slots=True)
class LeadClock:
    """The day on which somebody asks, and how many days each stage may take."""

    today: date
    days: StageDays = field(default_factory=lambda: USUAL_DAYS)

    def deadline(self, lead: Lead) -> date | None:
        """Return by when the lead should leave its stage: the day it names, else by the clock.

        >>> from graph.model import Evidence
        >>> said = {"owner": "招商局", "evidence": (Evidence(basis="reported", note="来函"),)}
        >>> lead = Lead(id="lead.belt.2", gap="belt", since="2026-11-01", **said)
        >>> LeadClock(date(2026, 12, 3)).deadline(lead)
        datetime.date(2026, 12, 1)
        """
        if lead.stage in OVER:
            return None
        if lead.due is not None:
            return date.fromisoformat(lead.due)
        days = self.days.get(lead.stage)
        return None if days is None else date.fromisoformat(lead.since) + timedelta(days=days)

    def days_late(self, lead: Lead) -> int:
        """Return how many days a lead is late; on the day itself it is not."""
        due = self.deadline(lead)
        return 0 if due is None else max(0, (self.today - due).days)


def parse_stage_days(text: str) -> StageDays:
    """Read `study:20,talks:60`: what is not named keeps its usual days, 0 stops the clock.

    Raise `BadParameterError`.

    >>> parse_stage_days("study:20,building:0")["study"]
    20
    """
    found: dict[LeadStage, int] = dict(USUAL_DAYS)
    stages: dict[str, LeadStage] = {each: each for each in LEAD_STAGES if each not in OVER}
    for part in filter(str.strip, text.split(",")):
        read = _DAYS.fullmatch(part)
        stage = stages.get(read[1]) if read else None
        if read is None or stage is None:
            allowed = ",".join(f"{each}:{days}" for each, days in USUAL_DAYS.items())
            raise BadParameterError(parameter="LIANTU_STAGE_DAYS", value=part, allowed=allowed)
        found[stage] = int(read[2])
    return {stage: days for stage, days in found.items() if days}
