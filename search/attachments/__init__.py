"""What stands in the files that pages offer, so that the pages are found by it.

A file is read once, by a process of its own that may use little memory and little time: what
somebody uploads may be damaged or made to do harm. `reasons`, `formats`, `archives`, `tidying`
and `child` are what that process knows; they must not need Django, so that it starts fast.
"""
