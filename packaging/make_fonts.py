"""Build the bundled TTF files from the web-font packages named in assets/README.md.

A maintainer runs this by hand when a font version changes; the kiosk never does. It needs
fonttools and brotli, both in the tools of this repository.

    npm pack @fontsource/atkinson-hyperlegible-next
    npm pack @fontsource/noto-sans-arabic @fontsource/noto-sans
    (unpack each into its own folder under UNPACKED)
    python packaging/make_fonts.py UNPACKED
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger, Options  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
# The axis table describes a variable font; these are single weights and Qt would list it wrongly.
DROPPED_TABLES = ("STAT",)
# 2026-01-01T00:00:00Z in the font epoch (1904), so that a rebuild gives the same bytes.
FONT_TIME = 3850070400


@dataclass(frozen=True, slots=True)
class Face:
    """One output file: its package folder, the subsets to merge and the weight."""

    stem: str
    package: str
    subsets: tuple[str, ...]
    weight: int


ATKINSON = ("latin", "latin-ext")
ARABIC = ("arabic", "latin")
NOTO = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic")
FACES = (
    Face("AtkinsonHyperlegibleNext-Regular", "atkinson-hyperlegible-next", ATKINSON, 400),
    Face("AtkinsonHyperlegibleNext-SemiBold", "atkinson-hyperlegible-next", ATKINSON, 600),
    Face("AtkinsonHyperlegibleNext-Bold", "atkinson-hyperlegible-next", ATKINSON, 700),
    Face("NotoSansArabic-Regular", "noto-sans-arabic", ARABIC, 400),
    Face("NotoSansArabic-SemiBold", "noto-sans-arabic", ARABIC, 600),
    Face("NotoSansArabic-Bold", "noto-sans-arabic", ARABIC, 700),
    Face("NotoSans-Regular", "noto-sans", NOTO, 400),
    Face("NotoSans-Bold", "noto-sans", NOTO, 700),
)


def source_files(unpacked: Path, face: Face) -> list[Path]:
    """Return the subset files of one face; raises FileNotFoundError naming the first absent one."""
    found = []
    for subset in face.subsets:
        name = f"{face.package}-{subset}-{face.weight}-normal.woff2"
        matches = sorted(unpacked.rglob(name))
        if not matches:
            message = f"{name} is not under {unpacked}"
            raise FileNotFoundError(message)
        found.append(matches[0])
    return found


def build(unpacked: Path, face: Face, target: Path) -> int:
    """Merge the subsets of one face into target and return its size in bytes."""
    with tempfile.TemporaryDirectory() as scratch:
        plain = []
        for number, source in enumerate(source_files(unpacked, face)):
            font = TTFont(source)
            font.flavor = None
            path = Path(scratch) / f"{number}.ttf"
            font.save(path)
            plain.append(str(path))
        options = Options()
        options.drop_tables = [*options.drop_tables, *DROPPED_TABLES]
        merged = Merger(options=options).merge(plain)
        one_glyph_a_letter(merged)
        merged.recalcTimestamp = False
        merged["head"].created = merged["head"].modified = FONT_TIME
        merged.save(target)
    return target.stat().st_size


def one_glyph_a_letter(font: TTFont) -> None:
    """Undo the substitutions by which the merger gives a letter of two subsets a second glyph.

    The second glyph looks the same but belongs to no letter, so a PDF cannot tell which letter
    it was: copied text, and a screen reader, would miss every A.
    """
    letters = {*font.getBestCmap().values(), "NULL", "CR", "nonmarkingreturn"}
    features = font["GSUB"].table.FeatureList.FeatureRecord
    numbers = {n for f in features if f.FeatureTag == "locl" for n in f.Feature.LookupListIndex}
    for number in numbers:
        for subtable in font["GSUB"].table.LookupList.Lookup[number].SubTable:
            mapping = getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
            for letter, twin in list(mapping.items()):
                same = isinstance(twin, str) and twin.removeprefix(f"{letter}.").isdigit()
                if same and letter in letters and twin not in letters:
                    del mapping[letter]


def main() -> int:
    """Build every face and print what was made."""
    parser = argparse.ArgumentParser(description="Build assets/fonts from unpacked npm packages.")
    parser.add_argument("unpacked", type=Path, help="folder that holds the unpacked packages")
    unpacked = parser.parse_args().unpacked
    for face in FACES:
        target = FONTS / f"{face.stem}.ttf"
        size = build(unpacked, face, target)
        print(f"{target.name}: {size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
