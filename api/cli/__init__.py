"""The command line: one module per command."""

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done or answered, 1 invalid data or unknown name, 2 wrong use."""
    from api.cli.program import run  # noqa: PLC0415 - `liantu.api` users need no command line
    from api.cli.streams import decoded, prepare_streams  # noqa: PLC0415

    prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    return run([decoded(each) for each in given], os.environ)
