"""The explorer: choose a figure, areas and periods; see, compare and take along."""
