"""Tells somebody who waits how far it is, every few seconds."""

import time

EVERY_SECONDS = 2.0


class Progress:
    """Writes lines such as `  12,400 of 100,000 documents, 1,530 per second, 57 s left`."""

    def __init__(self, write):
        self.write = write
        self.start = self.told_at = time.monotonic()

    def __call__(self, count, total):
        """Tell how many of how many there are, unless that was told a moment ago."""
        now = time.monotonic()
        if count < total and now - self.told_at >= EVERY_SECONDS:
            self.told_at = now
            rate = count / (now - self.start)
            left = f", {(total - count) / rate:.0f} s left" if rate else ""
            self.write(f"  {count:,} of {total:,} documents, {rate:,.0f} per second{left}")
