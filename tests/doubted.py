"""The first thirty rows of the gap list, read with nothing but the plan in hand: what was doubted.

Rows that the reading proved wrong were mended, in a rule or a fact; those here stand, with why.
"""

from collections.abc import Iterator
from typing import NamedTuple

from graph.answers.shapes import GapItem

READ = 30
HEAD = f"""## The first {READ} rows, doubted

Somebody who has only the plan read the first {READ} rows and asked of each: is this absurd, is it
in the wrong place, is something before it missing? These rows were doubted and stand.
"""


class Doubt(NamedTuple):
    name: str
    doubt: str
    why: str


DOUBTS = (
    Doubt(
        "汽车电子",
        "The sentence goes on with cameras, radar and head-up displays for the aftermarket; why "
        "should cars and engines built today wait for it?",
        "It asks for makers of car electronics at large, and no car or engine goes without control "
        "units. The aftermarket goods are its kinds and named beside it. It is not sure: four of "
        "its kinds may be here already.",
    ),
    Doubt(
        "摩托车车架",
        "The plan calls motor and controller the core parts, frame and plastics basic ones; and "
        "motorcycles are built here, so somebody must weld their frames.",
        "What is built today comes before what is planned, so the basic parts stand before the "
        "core parts of electric motorcycles. That a maker welds its own frames is for it to say; "
        "the plan says that they are to be brought in.",
    ),
    Doubt(
        "二氧化硅（硅溶胶）",
        "The plan asks for firms upstream of silica; aerogel is made from other silicon sources "
        "too, and is made here already.",
        "That is why it is not sure and names the five others. Any of them closes it.",
    ),
    Doubt(
        "摩托车调速器",
        "A trifle, before the complete electric drive of cars?",
        "Two planned products wait for it, and as many for the drive; what serves one more kind of "
        "vehicle comes first. The plan urges both alike.",
    ),
    Doubt(
        "电驱动总成",
        "One vehicle is named as waiting, where the plan speaks of all new-energy models.",
        "Takers of one most general kind, here cars, are one family under one name; the line below "
        "it names all products that it would unlock.",
    ),
    Doubt(
        "III类高端器械产品",
        "Too general to attract anyone, and ranked like three particular machines.",
        "The plan says no more than that they are lacking. What ties shares a rank, and the tie is "
        "told.",
    ),
    Doubt(
        "新能源摩托车",
        "The plan's first wish for motorcycles stands last of the confirmed ones.",
        "Nothing here waits for it but buyers; what holds up production or plans stands before the "
        "market. Its own parts stand at 5, 6 and 7.",
    ),
    Doubt(
        "传感器",
        "Electronic components are a headline of the plan and are only wished?",
        "Anyone buys them by catalogue, and the plan wants them to supply the electronics of "
        "Chengdu and Chongqing, not a product made here. So nothing waits for them.",
    ),
    Doubt(
        "工业互联网平台",
        "One is being built, so why is it on the list?",
        "The plan wants a number of them (一批); one under way does not settle that.",
    ),
    Doubt(
        "A0及A00级纯电动乘用车",
        "Electric cars as something to be added, where the plan makes them its breakthrough?",
        "The plan has local car makers extend to them; nobody is to be brought in. What they lack "
        "is on the list as needed for a plan or for production.",
    ),
    Doubt(
        "轻便电动车",
        "The sentence that names them (line 254) names electric motorcycles too, and these are a "
        "confirmed gap.",
        "Both are to be added by local makers (努力拓展); of motorcycles alone a second sentence "
        "says that their makers are to be brought in (引进一批).",
    ),
    Doubt(
        "汽车文化与文旅",
        "Theme parks about cars are no manufacturing.",
        "The plan puts it into the chain of the aftermarket and asks for such projects. It is a "
        "wish, in the lowest urgency.",
    ),
    Doubt(
        "医用口罩",
        "Nobody lacks masks.",
        "So the list does not say: a wish, since the plan names them, for the market, and no "
        "product waits.",
    ),
    Doubt(
        "医用制剂",
        "Medicines are made here, and line 273 calls them consumables by what seems a slip.",
        "The sentence is quoted as it stands. Which medicines are made here nobody says, and a "
        "wish claims no lack.",
    ),
)
OMITTED = """Not among them, and missed: 动力电池. Of batteries the plan speaks only as fuel cells
(line 248) and of leasing and recycling them (404); it asks for no maker. So it is a question and no
wish, among those that the cars built here raise. Wherever else the plan says 引进, 引育,
补齐, 缺乏 or 空白 of a product or a type of firm, a row quotes it; a test compares.

Missed by another reader: firms of a type, among them makers of health food with a name (277),
users of aerogel and of aluminium (283, 284), 海天味业 and the like (307), glass of a known brand
(306), leading firms of network security (258). More or better firms are wanted there, in chains
that have some, and no product lacks one: they are directions 招引方向, a list of their own. What
puts makers of car parts off (28) is on record, as a weakness."""


def doubted(items: tuple[GapItem, ...]) -> Iterator[str]:
    """The doubted rows by their place in the list now; an error for one that is no longer there."""
    first = {each.segment.name: each for each in reversed(items[:READ]) if each.segment}
    yield HEAD
    for doubt in DOUBTS:
        row = first[doubt.name]
        yield f"- **{doubt.name}** ({row.standing}, {row.rank}): {doubt.doubt} *{doubt.why}*"
    yield f"\n{OMITTED}\n"
