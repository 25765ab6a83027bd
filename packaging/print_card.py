"""Make the reception card that is printed, one page of A4 or Letter, from its Markdown.

`python packaging/print_card.py` writes docs/reception-card.html.
"""

from pathlib import Path

import markdown

CARD = Path(__file__).resolve().parent.parent / "docs" / "reception-card.md"
_STYLE = """
@page { margin: 11mm }
body { font: 10pt/1.28 Atkinson Hyperlegible Next, Verdana, DejaVu Sans, sans-serif; margin: 0 }
main { columns: 2; column-gap: 7mm; column-fill: balance }
h1 { font-size: 15pt; margin: 0 0 2mm; column-span: all }
h2 { font-size: 11pt; margin: 2.5mm 0 1mm; break-after: avoid }
p, ul, ol { margin: 0 0 1.4mm }
ul, ol { padding-left: 4.5mm }
li { margin-bottom: .6mm; break-inside: avoid }
table { border-collapse: collapse; width: 100% }
th, td { border: .3mm solid #777; padding: .5mm 1mm; text-align: left; vertical-align: top }
tr { break-inside: avoid }
"""


def page() -> str:
    """Return the card as one page of HTML that needs nothing else."""
    body = markdown.markdown(CARD.read_text("utf-8"), extensions=["tables"])
    head = '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Reception</title>'
    return f"{head}\n<style>{_STYLE}</style>\n<main>\n{body}\n</main></html>\n"


if __name__ == "__main__":
    CARD.with_suffix(".html").write_text(page(), "utf-8")
