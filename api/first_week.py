"""The first week of a dataset, with the proposals that wait: the same for route and page."""

from collections import Counter

from api.queries import this_year
from api.queueing import queue_of
from graph.answers import Workspace
from graph.answers.shapes.first_week import FirstWeekBody
from graph.exchange.report.first_week import first_week
from graph.model.vocabulary import Lang
from graph.recognition.proposal import STRENGTHS


def first_week_of(ws: Workspace, lang: Lang) -> FirstWeekBody:
    """Show the first week; proposals are counted, the strong ones first."""
    there = queue_of(ws).values()
    found = Counter(each.proposal.strength for each in there if each.state == "waiting")
    waiting = {str(strength): found[strength] for strength in STRENGTHS}
    return first_week(ws, lang, waiting, this_year())
