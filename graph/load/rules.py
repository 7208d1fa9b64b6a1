"""All rules over a whole layer or dataset."""

from collections.abc import Sequence

from graph.load.catalog import Catalog
from graph.load.entries import SourceEntry
from graph.load.report import FindingsReport
from graph.load.rules_contradictions import refuse_contradictions
from graph.load.rules_figures import refuse_later_actuals, refuse_wrong_figures
from graph.load.rules_gaps import refuse_competing_gaps
from graph.load.rules_ids import (
    refuse_reused_ids,
    refuse_second_ids,
    refuse_shared_names,
)
from graph.load.rules_proof import refuse_unprinted, refuse_unproven
from graph.load.rules_recipes import (
    refuse_captive_circles,
    refuse_kind_circles,
    refuse_region_circles,
    refuse_second_groups,
    refuse_self_supply,
)
from graph.load.rules_statements import refuse_second_roles_alike, refuse_wrong_urgency


def check_rules(entries: Sequence[SourceEntry], catalog: Catalog, to: FindingsReport) -> None:
    """Check what holds over all records together; every breach goes to the report."""
    refuse_second_ids(entries, to)
    refuse_reused_ids(entries, to)
    refuse_shared_names(entries, to)
    refuse_self_supply(entries, to)
    refuse_second_groups(entries, to)
    if not refuse_kind_circles(entries, to):
        refuse_captive_circles(entries, to)
    refuse_region_circles(entries, to)
    refuse_unproven(entries, catalog, to)
    refuse_unprinted(entries, to)
    refuse_competing_gaps(entries, to)
    refuse_wrong_urgency(entries, to)
    refuse_wrong_figures(entries, to)
    refuse_second_roles_alike(entries, to)
    refuse_later_actuals(entries, to)
    refuse_contradictions(entries, catalog, to)
