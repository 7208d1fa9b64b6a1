"""The compiled network as a networkx graph, for everyone else's algorithms."""

from typing import TYPE_CHECKING

from graph.model.vocabulary import INPUT_SORTS
from graph.network.arrays import NONE
from graph.network.network import Network

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(network: Network) -> "nx.MultiDiGraph[str]":
    """Give the segments as nodes and what ties them as edges.

    Edges: `supplies` from an input to its consumer (key: the group's id; `essential`, `input`,
    `exact`), `by_product` from source to target, `kind_of` from a kind to its general segment.
    Inherited groups are edges of the kind too. Needs networkx, which takes a third of a second
    to import, so it is imported here.

    >>> from graph.network.compile import compile_network
    >>> from graph.model import Dataset, Edition, facts_from
    >>> about = Dataset(id="x", title="x", title_en="x", region="x",
    ...                 edition=Edition(label="x", date="2026-01-01"))
    >>> to_networkx(compile_network(facts_from(about, 1, []))).number_of_nodes()
    0
    """
    import networkx as nx  # noqa: PLC0415 - heavy, and only needed here

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(dataset=network.dataset, version=network.version)
    arrays = network.arrays
    for number, segment in enumerate(network.ids):
        graph.add_node(
            segment, traded=bool(arrays.traded[number]), captive=bool(arrays.captive[number])
        )
    for group, record in enumerate(network.group_ids):
        consumer = network.ids[arrays.consumer[group]]
        for at in range(arrays.members.starts[group], arrays.members.starts[group + 1]):
            graph.add_edge(
                network.ids[arrays.members.values[at]],
                consumer,
                key=record,
                relation="supplies",
                essential=bool(arrays.essential[group]),
                input=INPUT_SORTS[arrays.input_sort[group]],
                exact=bool(arrays.exact[at]),
            )
    for number, segment in enumerate(network.ids):
        for target in arrays.yields.row(number):
            graph.add_edge(segment, network.ids[target], key="by_product", relation="by_product")
        if arrays.parent[number] != NONE:
            general = network.ids[arrays.parent[number]]
            graph.add_edge(segment, general, key="kind_of", relation="kind_of")
    return graph
