"""How much of a file is read, and what reading it may cost."""

MEGABYTE = 2**20

# Of the file, and of everything that is packed in it.
LARGEST = 50 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
MOST_ENTRIES = 10_000

# What stands further on is not found.
MOST_PAGES = 500
MOST_CHARACTERS = 100_000
# A word that never ends would make a hit that never ends.
LONGEST_RUN = 200

# Of the process that reads.
MEMORY = 768 * MEGABYTE
SECONDS = 15
# For a machine that is busy with other things: the process counts its own seconds.
PATIENCE = 60
