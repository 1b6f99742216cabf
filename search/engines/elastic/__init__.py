"""The engine for more than one web server: Elasticsearch 8.19."""

from .engine import ElasticEngine

__all__ = ["ElasticEngine"]
