"""Small files beside the tokens: what a restart should not forget, for its owner alone."""

import logging
import os
from pathlib import Path

LOG = logging.getLogger("liantu.kept")


def keep(file: Path, content: bytes) -> None:
    """Write the whole new file or leave the old one; one that cannot be written is logged."""
    draft = file.with_name(f"{file.name}.new")
    try:
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
        draft.replace(file)
    except OSError as error:
        LOG.warning("%s cannot be kept: %s", file, error.strerror)


def kept(file: Path) -> bytes | None:
    """Return what was kept; nothing of a file that others could have written, or is not there."""
    try:
        with file.open("rb") as opened:
            if os.name == "posix" and os.fstat(opened.fileno()).st_mode & 0o022:
                LOG.warning("%s is not read: others may write it (chmod 600)", file)
                return None
            return opened.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        LOG.warning("%s cannot be read: %s", file, error.strerror)
        return None
