"""What a fuzz asked, counted while it asks."""

import time
from collections import Counter


class Asked:
    """What was asked so far: answers by status, different requests, wrong answers."""

    def __init__(self) -> None:
        self.statuses = Counter[int]()
        self.different = set[int]()
        self.wrong = 0
        self._start = self._told = time.monotonic()

    def note(self, request: object, status: int, *, wrong: bool) -> None:
        """Count one answer; tell all of them every minute."""
        self.statuses[status] += 1
        self.different.add(hash(request))
        self.wrong += wrong
        if time.monotonic() - self._told > 60:
            self._told = time.monotonic()
            self.tell()

    def tell(self) -> None:
        """Print what was asked."""
        spent = time.monotonic() - self._start
        by_status = ", ".join(f"{each} {count}" for each, count in sorted(self.statuses.items()))
        asked = f"{self.statuses.total()} calls, {len(self.different)} different"
        print(f"{asked}, in {spent:.0f} s, {self.wrong} wrong; by status: {by_status}", flush=True)
