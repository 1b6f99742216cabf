"""Makes one tagged PDF (PDF/UA-1) of what it is sent, in a process of its own.

`python -m programmes.reporting.printer` reads JSON from its input (`html`, `base_url`, and as
`files` every style sheet, font and picture by its address, in base64) and writes the PDF. It
reads no other file and asks nothing over the network. A process of its own, because WeasyPrint
makes Pillow accept pictures that are cut off, which uploads must not.
"""

import base64
import json
import sys

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse


class SentAlong(URLFetcher):
    """Finds only what was sent along."""

    def __init__(self, files):
        super().__init__(allowed_protocols=())
        self._files = files

    def fetch(self, url, headers=None):
        """Return a file that was sent, or refuse."""
        if url not in self._files:
            raise ValueError(f"Not sent along: {url}")
        kind = {"Content-Type": "text/css"} if url.endswith(".css") else {}
        return URLFetcherResponse(url, base64.b64decode(self._files[url]), kind)


def main():
    """Read, and write the PDF."""
    sent = json.load(sys.stdin)
    fetcher = SentAlong(sent["files"])
    document = HTML(string=sent["html"], base_url=sent["base_url"], url_fetcher=fetcher)
    sys.stdout.buffer.write(document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True))


if __name__ == "__main__":
    main()
