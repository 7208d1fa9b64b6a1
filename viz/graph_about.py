"""What the panel of the graph says: pieces of HTML about one record or one relation."""

from graph.answers.shapes import EnterpriseBody, GapBody, Ref, SegmentBody
from graph.answers.shapes.graph import Related
from viz.chrome import Chrome
from viz.render import render


def about_segment(chrome: Chrome, body: SegmentBody) -> str:
    """A segment: status, makers, gaps, inputs and outputs, evidence."""
    me = Ref(type="segment", id=body.id, name=body.name, name_en=body.name_en)
    return _about(chrome, "segment", me, body=body)


def about_enterprise(chrome: Chrome, body: EnterpriseBody) -> str:
    """An enterprise: status, what it makes, its roles, evidence."""
    me = Ref(type="enterprise", id=body.id, name=body.name, name_en=body.name_en)
    return _about(chrome, "enterprise", me, body=body)


def about_gap(chrome: Chrome, body: GapBody) -> str:
    """A gap: its kind and standing, who waits for it, what would settle it, evidence."""
    return _about(chrome, "gap", Ref(type="gap", id=body.id, name=body.name), body=body)


def about_place(chrome: Chrome, me: Ref) -> str:
    """A chain, an industry or a region: where to read more."""
    return _about(chrome, "place", me)


def about_relation(chrome: Chrome, body: Related) -> str:
    """A relation: its ends, its word, its evidence."""
    return render("graph-relation.html", chrome, body=body)


def _about(chrome: Chrome, sort: str, me: Ref, **names: object) -> str:
    return render("graph-about.html", chrome, sort=sort, me=me, **names)
