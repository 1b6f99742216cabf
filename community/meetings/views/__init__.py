"""The pages of meetings that are no pages in the tree."""
