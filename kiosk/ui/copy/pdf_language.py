"""The language of a PDF, which Qt leaves out; a screen reader needs it to choose its voice."""

import re

_CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\n(/Type /Catalog\n.*?)>>\nendobj", re.DOTALL)
_TRAILER = re.compile(rb"trailer\n<<\n(.*?)>>\nstartxref\n(\d+)\s*%%EOF\s*$", re.DOTALL)


def with_language(pdf: bytes, language: str) -> bytes:
    """Return the PDF with an update after it that names its language (BCP 47).

    A PDF of another build than expected is returned as it is: the copy matters more.
    """
    catalog, trailer = _CATALOG.search(pdf), _TRAILER.search(pdf)
    if catalog is None or trailer is None:
        return pdf
    number, held = catalog[1], catalog[2]
    extra = f"/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>\n".encode()
    at = len(pdf)
    table = at + len(number) + len(held) + len(extra) + len(b" 0 obj\n<<\n>>\nendobj\n")
    return b"".join(
        (
            *(pdf, number, b" 0 obj\n<<\n", held, extra, b">>\nendobj\n"),
            *(b"xref\n", number, b" 1\n", f"{at:010d} 00000 n \n".encode()),
            *(b"trailer\n<<\n", trailer[1], b"/Prev ", trailer[2], b"\n>>\n"),
            f"startxref\n{table}\n%%EOF\n".encode(),
        )
    )
