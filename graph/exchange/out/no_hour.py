"""Documents that bear no hour: of the same facts, the same bytes."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import IO

NO_HOUR = datetime(2000, 1, 1)


def without_hour(save: Callable[[IO[bytes]], None]) -> bytes:
    """What `save` writes as a ZIP archive, without the hour of any part."""
    raw, clean = io.BytesIO(), io.BytesIO()
    save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            part = zipfile.ZipInfo(each.filename, NO_HOUR.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(each))
    return clean.getvalue()
