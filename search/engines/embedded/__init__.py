"""The engine that needs no server: SQLite with its full text search, in one file."""

from .engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
