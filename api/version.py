"""Which version of the program this is."""

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Return the installed version, `source` where the program runs from its source tree."""
    try:
        return version("liantu")
    except PackageNotFoundError:
        return "source"
