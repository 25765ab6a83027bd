"""Every word that people read at the kiosk goes through the translation."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import Source, parse, sources

# Two words in a row, or one that starts like a sentence.
_WORDS = re.compile(r"[A-Za-z]+[a-z',.]* [A-Za-z(]|^[A-Z][a-z]+[.!?:]? ?$")
# Calls whose words are for translators, for the log, or for staff who mend a machine.
_SAID_ELSEWHERE = {"t", "n", "error", "warning", "PrintFailed"}
# Walk and audit speak to a terminal; a drawing that is missing is a fault of the program; the
# preview's own panel speaks the language of its manual; tags are words of the PDF
# standard.
_NOT_SHOWN = (
    "kiosk/ui/walk/",
    "kiosk/ui/audit/",
    "kiosk/ui/stage/timeline.py",
    "kiosk/ui/preview/",
    "kiosk/ui/copy/pdf_tags.py",
)
_ALLOWED = {
    ("kiosk/ui/theme/fonts.py", "Atkinson Hyperlegible Next"),
    ("kiosk/ui/theme/fonts.py", "Noto Sans Arabic"),
    ("kiosk/ui/theme/fonts.py", "Noto Sans"),
    # The name of the program, in the file and in the printer's queue.
    ("kiosk/ui/copy/pdf.py", "Anteroom"),
    ("kiosk/ui/copy/system_printer.py", "Anteroom"),
    ("kiosk/ui/desk/paper_window.py", "Anteroom"),
    # The name of a kind of file; what is said in English beside the translation of it; the foot
    # of the page that goes to the clinician in English.
    ("kiosk/ui/desk/choosers.py", "PDF (*.pdf)"),
    ("kiosk/ui/desk/window.py", " · Unreviewed translation"),
    # Marks that the page which checks copies looks for.
    ("kiosk/ui/copy/pdf.py", "ANTEROOM COPY BEGIN\n"),
    ("kiosk/ui/copy/pdf.py", "ANTEROOM COPY END\n"),
    # Reasons that go to the log, and to staff after "For staff:".
    ("kiosk/ui/driver.py", "the record store did not answer within "),
    ("kiosk/ui/jobs.py", "internal fault: "),
    (
        "kiosk/ui/blocks/icon_array.py",
        " people out of 100 cannot be drawn. Give a number from 0 to 100.",
    ),
    # How the evidence file rates a claim: keys, each with words of its own.
    ("kiosk/ui/views/sources.py", "general knowledge"),
    ("kiosk/ui/views/sources.py", "supported with nuance"),
    # The name of a job, and a line of the log.
    ("kiosk/ui/finder.py", "printing again"),
    ("kiosk/ui/keeper.py", "the window was taken down; it is back"),
    # What the layout audit reports.
    ("kiosk/ui/pages/table_page.py", "the table is "),
    ("kiosk/ui/pages/table_page.py", " wide and has "),
}  # fmt: skip


def loose_words(source: Source) -> Iterator[tuple[int, str]]:
    """Line and text of every string that looks like words for people and is not translated."""
    skipped: set[int] = set()
    for node in ast.walk(source.tree):
        skipped.update(id(one) for part in _not_words(node) for one in ast.walk(part))
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if node.value.startswith("<?"):
            continue  # XML for programs
        if id(node) not in skipped and _WORDS.search(node.value):
            yield node.lineno, node.value


def _not_words(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node  # a docstring
    elif isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in _SAID_ELSEWHERE or name.endswith("Error"):
            yield node
        elif name in ("cast", "TypeVarTuple"):
            yield from node.args[:1]  # the name of a type
    for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
        if isinstance(part, ast.AST):
            yield part


def test_no_words_of_a_page_stand_outside_the_translation() -> None:
    shown = [
        one
        for one in sources()
        if one.path.startswith("kiosk/ui/") and not one.path.startswith(_NOT_SHOWN)
    ]
    assert len(shown) > 50
    found = {(one.path, text) for one in shown for _, text in loose_words(one)}
    assert found - _ALLOWED == set()
    assert _ALLOWED - found == set()  # nothing is allowed that is not there any more


@pytest.mark.parametrize(
    "line",
    [
        'RowItem("Start a new visit", None)',
        'button.setText("Back")',
        'title = "Please wait"',
        'f"Page {number} of {count}"',
    ],
)
def test_planted_words_are_seen(line: str) -> None:
    assert list(loose_words(parse("kiosk/ui/page.py", line + "\n")))


@pytest.mark.parametrize("line", ['showing.t("Start a new visit")', 'Sheet("staff-menu", name)'])
def test_translated_words_and_keys_are_not(line: str) -> None:
    assert not list(loose_words(parse("kiosk/ui/page.py", line + "\n")))
