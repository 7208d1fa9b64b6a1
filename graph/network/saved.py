"""A compiled network as named columns, and back; which files they are is not known here."""

from array import array
from collections.abc import Callable, Iterator
from typing import TypeAlias, Union

from graph.model import Facts
from graph.network.arrays import Arrays, Rows
from graph.network.network import Locals, Network

Column: TypeAlias = Union["array[int]", bytearray]
_ARRAYS, _LOCALS = Arrays.__annotations__, Locals.__annotations__
_TEXTS = frozenset({"enterprises", "regions"})
"""What `Locals` holds beside numbers: ids, which the facts have."""


def network_columns(network: Network, facts: Facts) -> Iterator[tuple[str, Column]]:
    """Yield every array of the network of facts, by name."""
    numbers = {group: number for number, group in enumerate(facts.input_groups)}
    yield "network.group", array("i", [numbers[each] for each in network.group_ids])
    for holder, names in ((network.arrays, _ARRAYS), (network.locals, _LOCALS)):
        for name in names:
            found = getattr(holder, name)
            if isinstance(found, Rows):
                yield f"network.{name}.starts", found.starts
                yield f"network.{name}.values", found.values
            elif name not in _TEXTS:
                yield f"network.{name}", found


def network_from(facts: Facts, read: Callable[[str], Column]) -> Network:
    """Return the network of facts from its columns; copies, which nobody changes under it."""
    ids, groups = tuple(facts.segments), tuple(facts.input_groups)
    arrays = {name: _read(name, kind, read) for name, kind in _ARRAYS.items()}
    places = {name: _read(name, kind, read) for name, kind in _LOCALS.items() if name not in _TEXTS}
    return Network(
        dataset=facts.dataset.id,
        version=facts.version,
        region=facts.dataset.region,
        ids=ids,
        group_ids=tuple(groups[number] for number in read("network.group")),
        arrays=Arrays(**arrays),  # type: ignore[arg-type] # as its fields say
        locals=Locals(
            enterprises=tuple(facts.enterprises),
            regions=tuple(facts.regions),
            **places,  # type: ignore[arg-type]
        ),
        numbers={segment: number for number, segment in enumerate(ids)},
    )


def _read(name: str, kind: object, read: Callable[[str], Column]) -> Column | Rows:
    if kind is not Rows:
        return read(f"network.{name}")
    starts, values = read(f"network.{name}.starts"), read(f"network.{name}.values")
    return Rows(starts, values)  # type: ignore[arg-type] # an array is read as one
