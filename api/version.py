"""Which version of the program this is."""


def program_version() -> str:
    """Return the installed version, `source` where the program runs from its source tree."""
    # No answer of a command needs this, and it imports the standard library's email.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("liantu")
    except PackageNotFoundError:
        return "source"
