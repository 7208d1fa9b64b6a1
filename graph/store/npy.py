"""One-dimensional arrays as `.npy` files, written and read without numpy.

Importing numpy takes longer than reading the arrays of a district; whoever has it opens the files
with `numpy.load(…, mmap_mode="r")`.
"""

import sys
from array import array
from typing import TypeAlias, Union

Numbers: TypeAlias = Union["array[int]", bytearray]
MAGIC = b"\x93NUMPY\x01\x00"
ALIGNED = 64
_LENGTH = 2


def npy(values: Numbers) -> bytes:
    """Return the content of an `.npy` file.

    >>> from_npy(npy(array("i", [1, -2]))), from_npy(npy(bytearray(b"ab")))
    (array('i', [1, -2]), bytearray(b'ab'))
    """
    described = {"descr": _descr(values), "fortran_order": False, "shape": (len(values),)}
    header = repr(described).encode()
    filled = -(len(MAGIC) + _LENGTH + len(header) + 1) % ALIGNED
    length = (len(header) + filled + 1).to_bytes(_LENGTH, "little")
    return b"".join((MAGIC, length, header, b" " * filled, b"\n", bytes(values)))


def from_npy(content: bytes | memoryview) -> Numbers:
    """Return the array of a file that `npy` wrote on a machine like this one; a copy."""
    view = memoryview(content)
    start = len(MAGIC) + _LENGTH
    end = start + int.from_bytes(view[len(MAGIC) : start], "little")
    descr = bytes(view[start:end]).split(b"'", 4)[3].decode()
    if descr.endswith("u1"):
        return bytearray(view[end:])
    values = array(_TYPECODES[descr])
    values.frombytes(view[end:])
    return values


def _descr(values: Numbers) -> str:
    if isinstance(values, bytearray):
        return "|u1"
    order = "<" if sys.byteorder == "little" else ">"
    kind = "i" if values.typecode.islower() else "u"
    return f"{order}{kind}{values.itemsize}"


_TYPECODES = {_descr(array(code)): code for code in "qQlLiI"}
"""The type of array by what a file calls it; of two of one size the usual one (`l`, not `q`)."""
