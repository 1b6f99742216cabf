"""Progress reports: what their blocks show, how that is kept, and what a reader sees."""
