"""How often somebody tried is counted for all processes together, and told to nobody.

The package that signs people in keeps its counts in the default cache; each process has a default
cache of its own, so that guessing would go on in the next one.
"""

from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.crypto import salted_hmac

# Counts of tries, codes that were used, and answers of a provider that were used.
COUNTED = ("allauth", "jwt:")


def unreadable(key, prefix, version):
    """Return a key that tells no address, of mail or network, to who reads the table."""
    return salted_hmac("accounts.throttling", f"{prefix}:{version}:{key}").hexdigest()


class AttemptsApart(BaseCache):
    """The memory of this process, with the counts in the cache that all processes share."""

    def __init__(self, name, params):
        super().__init__(params)
        self.memory = LocMemCache(name, params)

    def _place(self, key):
        return caches["attempts"] if str(key).startswith(COUNTED) else self.memory

    def add(self, key, *args, **kwargs):
        """Keep a value unless there is one."""
        return self._place(key).add(key, *args, **kwargs)

    def get(self, key, *args, **kwargs):
        """Return what is kept."""
        return self._place(key).get(key, *args, **kwargs)

    def set(self, key, *args, **kwargs):
        """Keep a value."""
        return self._place(key).set(key, *args, **kwargs)

    def touch(self, key, *args, **kwargs):
        """Keep a value for longer."""
        return self._place(key).touch(key, *args, **kwargs)

    def delete(self, key, *args, **kwargs):
        """Forget a value."""
        return self._place(key).delete(key, *args, **kwargs)

    def has_key(self, key, *args, **kwargs):
        """Tell whether a value is kept."""
        return self._place(key).has_key(key, *args, **kwargs)

    def clear(self):
        """Forget what this process remembers."""
        self.memory.clear()
