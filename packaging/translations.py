"""Keep the translations of the interface in step with the code; needs no gettext.

    python packaging/translations.py update     new sentences in, dropped ones out, .mo built
    python packaging/translations.py check      say what is missing or wrong; exit code 1 if any is

Translate in kiosk/i18n/locale/TAG/LC_MESSAGES/anteroom.po with any editor for gettext files, then
run `update`. The .mo files are committed, so that installing needs no build step.
"""

import argparse
import ast
import gettext
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from po_file import Entry, Po, PoError, mo_bytes, po_text, read_po

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "kiosk"
LOCALE = CODE / "i18n" / "locale"
# What the code calls its two ways to say something; `n` also takes the plural.
_ONE, _MANY = ("t", "_t"), ("n",)
_FIELD = re.compile(r"\{[^{}]*\}")
_COUNTS = range(1000)


class NotALiteralError(Exception):
    """Code asks for the translation of words that are not written out there."""


def extract(folder: Path = CODE) -> dict[tuple[str, str], list[str]]:
    """Return every sentence of the code with the files it stands in; raises NotALiteralError."""
    found: dict[tuple[str, str], list[str]] = {}
    for file in sorted(folder.rglob("*.py")):
        place = file.relative_to(folder.parent).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"), filename=str(file))
        for key in _keys(tree, place):
            places = found.setdefault(key, [])
            if place not in places:
                places.append(place)
    return found


def _keys(tree: ast.Module, place: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in _ONE and node.args:
            texts = node.args[:1]
        elif node.func.attr in _MANY and len(node.args) >= len("sp"):
            texts = node.args[:2]
        else:
            continue
        if all(isinstance(one, ast.Name) and one.id == "msgid" for one in texts):
            continue  # a method that only hands a sentence on
        words = [one.value for one in texts if isinstance(one, ast.Constant)]
        plain = [one for one in words if isinstance(one, str)]
        if len(plain) != len(texts):
            raise NotALiteralError(f"{place}:{node.lineno}: write the words out here")
        yield plain[0], plain[1] if len(plain) > 1 else ""


def po_path(tag: str) -> Path:
    """Return where the translation into a language stands."""
    return LOCALE / tag / "LC_MESSAGES" / "anteroom.po"


def tags() -> list[str]:
    """Return the languages that have a translation."""
    return sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/anteroom.po"))


def updated(po: Po, wanted: dict[tuple[str, str], list[str]]) -> Po:
    """Return a file with exactly the sentences of the code, in the order of the code."""
    forms = plural_forms(po)
    entries = []
    for (text, plural), places in wanted.items():
        known = po.find((text, plural))
        empty = ("",) * (forms if plural else 1)
        entries.append(
            Entry(
                text,
                plural,
                known.forms if known else empty,
                tuple(places),
                known.note if known else "",
                bool(known and known.fuzzy),
            )
        )
    return Po(po.comments, po.header, tuple(entries))


def plural_forms(po: Po) -> int:
    """Return how many plural forms the language has."""
    found = re.search(r"nplurals=(\d+)", po.header.get("Plural-Forms", ""))
    return int(found[1]) if found else 2


def faults(po: Po, wanted: dict[tuple[str, str], list[str]]) -> Iterator[str]:
    """Yield what keeps a translation from being complete and right in form."""
    known = {one.key for one in po.entries}
    yield from (f"not there: {text!r}" for text, plural in wanted if (text, plural) not in known)
    singles = _single_counts(po)
    for one in po.entries:
        if one.key not in wanted:
            yield f"no longer in the code: {one.text!r}"
        elif one.fuzzy:
            yield f"fuzzy, so somebody must look at it: {one.text!r}"
        elif len(one.forms) != (plural_forms(po) if one.plural else 1):
            yield f"{len(one.forms)} forms where {plural_forms(po)} are needed: {one.text!r}"
        elif not all(form.strip() for form in one.forms):
            yield f"not translated: {one.text!r}"
        else:
            yield from _field_faults(one, singles)


def _field_faults(one: Entry, singles: set[int]) -> Iterator[str]:
    wanted = set(_FIELD.findall(one.plural or one.text))
    for number, form in enumerate(one.forms):
        found = set(_FIELD.findall(form))
        # A form for a single number may write it as a word: one minute, two minutes.
        spared = {"{count}"} if one.plural and number in singles else set()
        if not (wanted - spared <= found <= wanted):
            yield f"the fields differ, {sorted(wanted)} and {sorted(found)}: {one.text!r}"
        if form.count("{") != form.count("}"):
            yield f"a bracket has no partner: {form!r}"


def _single_counts(po: Po) -> set[int]:
    """Return the plural forms that stand for one number alone, by the rule of the header."""
    rule = po.header.get("Plural-Forms", "").partition("plural=")[2].rstrip("; ")
    choose = gettext.c2py(rule)
    form_of = [choose(count) for count in _COUNTS]
    return {form for form in set(form_of) if form_of.count(form) == 1}


def update(wanted: dict[tuple[str, str], list[str]]) -> None:
    """Write every .po and .mo anew."""
    for tag in tags():
        path = po_path(tag)
        po = updated(read_po(path), wanted)
        path.write_text(po_text(po), encoding="utf-8")
        path.with_suffix(".mo").write_bytes(mo_bytes(po))


def check(wanted: dict[tuple[str, str], list[str]]) -> list[str]:
    """Return everything wrong with the translations, or with a .mo that is not of its .po."""
    found = []
    for tag in tags():
        path = po_path(tag)
        po = read_po(path)
        found += [f"{tag}: {fault}" for fault in faults(po, wanted)]
        mo = path.with_suffix(".mo")
        if not mo.is_file() or mo.read_bytes() != mo_bytes(po):
            found.append(f"{tag}: the .mo is not of this .po; run packaging/translations.py update")
        else:
            gettext.GNUTranslations(io.BytesIO(mo.read_bytes()))
    return found


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description="Keep the translations in step with the code.")
    parser.add_argument("do", choices=("update", "check"))
    do = parser.parse_args().do
    try:
        wanted = extract()
        if do == "update":
            update(wanted)
        found = check(wanted)
    except (NotALiteralError, PoError, OSError) as error:
        print(f"translations: {error}", file=sys.stderr)
        return 1
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
