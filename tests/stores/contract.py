"""What every store promises, written once: each backend inherits `StoreContract`."""

from tests.stores.contract_closure import ClosureContract
from tests.stores.contract_edits import ArchiveContract, EditContract, StaleContract
from tests.stores.contract_network import NetworkContract
from tests.stores.contract_published import PublishContract
from tests.stores.contract_reads import DatasetContract, OrphanContract, VersionContract
from tests.stores.contract_reattached import DenialContract, MergedContract
from tests.stores.contract_search import SearchContract
from tests.stores.contract_supply import NeighbourContract, PathContract
from tests.stores.contract_writes import LoadContract, ReportContract, ServiceContract


class StoreContract(
    LoadContract,
    ReportContract,
    EditContract,
    StaleContract,
    ArchiveContract,
    OrphanContract,
    MergedContract,
    DenialContract,
    VersionContract,
    DatasetContract,
    SearchContract,
    PublishContract,
    ServiceContract,
    ClosureContract,
    NeighbourContract,
    PathContract,
    NetworkContract,
):
    """Inherit this and give it a `store` fixture with an empty store."""
