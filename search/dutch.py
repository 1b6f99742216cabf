"""One analysis of Dutch for both engines."""

ANALYSIS_VERSION = "1"
