"""The demo content: the progress report of 2013, in our own words, loaded from text files.

`content/` holds one TOML file per page and tables of terms, areas and figures; the modules
here turn them into the site. Loading twice changes nothing, and a page that somebody has
edited is left as that person made it.
"""
