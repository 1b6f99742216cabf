"""Experiences on the site: writing, reading, replying."""
