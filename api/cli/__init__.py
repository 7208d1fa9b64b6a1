"""The command line: one module per command."""

import gc
import os
import sys
from collections.abc import Sequence

INTERRUPTED = 130
"""What shells expect of a program ended by Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done or answered, 1 invalid data or unknown name, 2 wrong use."""
    # A command ends before there is anything to collect; `serve` turns it on again.
    gc.disable()
    try:
        return _main(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.enable()


def _main(arguments: Sequence[str] | None) -> int:
    # Looking for plugins in every installed package takes longer than most questions.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    from api.cli.program import run  # noqa: PLC0415 - after the line above
    from api.cli.streams import decoded, prepare_streams  # noqa: PLC0415

    prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    return run([decoded(each) for each in given], os.environ)
