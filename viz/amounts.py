"""Numbers as they are written."""

from graph.answers.shapes import IndicatorItem


def amount(number: float) -> str:
    """A number with its thousands set apart and no idle zeros.

    >>> amount(2686.7), amount(913.0)
    ('2,686.7', '913')
    """
    return f"{number:,.10g}"


def written(item: IndicatorItem) -> str:
    """The value as the document prints it; a bare number gets its unit unless the name has it."""
    bare = item.printed[-1:].isdigit() and item.unit not in item.name
    return f"{item.printed} {item.unit}" if bare else item.printed
