"""How hard a text is to read, by a formula of its own language; no formula, no figure.

English: Flesch-Kincaid grade (Kincaid and others 1975), at most 6.0 for a chapter and for a
block: the sixth grade is what the AMA asks of patient texts. Spanish: INFLESZ, that is the
perspicuity of Szigriszt-Pazos (1993) on the scale Barrio-Cantalejo validated on patient texts
(An Sist Sanit Navar 2008; 31: 135-152); a chapter must be "fairly easy" (65 or more), a block
"normal" (55 or more). Arabic: not measured. The one open metric (OSMAN) needs vowel marks that
ordinary text does not have, and no limit for patients is agreed.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kiosk.content.plain_text import split_sentences

# One short title can read as hard as a law; below this a figure says more of chance than of words.
FEWEST_WORDS = 8
FEWEST_CHAPTER_WORDS = 30
_LONGEST_SHORT_FORM = 5
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# How a term is said: "(KET-a-meen)". It spells the word before it once more, and is no word.
_SAY_IT = re.compile(r"\((?=[^()]*-)(?=[^()]*\b[A-Z]{2,}\b)[A-Za-z]+(?:-[A-Za-z]+)+\)")


@dataclass(frozen=True, slots=True)
class Measure:
    """A formula and its limits; where long words raise the figure, a larger one is harder."""

    name: str
    chapter: float
    block: float
    syllables: Callable[[str], int]
    weights: tuple[float, float, float]

    _counted: dict[str, int] = field(default_factory=dict)

    def spoken(self, word: str) -> int:
        """How many syllables a word has; FDA is three letters and three syllables."""
        known = self._counted.get(word)
        if known is None:
            short = word.isupper() and 1 < len(word) <= _LONGEST_SHORT_FORM
            known = len(word) if short else self.syllables(word.lower())
            self._counted[word] = known
        return known

    def figure(self, text: "Amount") -> float:
        """The figure of a text with these amounts, to one decimal."""
        start, per_sentence, per_word = self.weights
        length = text.words / max(text.sentences, 1)
        return round(start + per_sentence * length + per_word * text.syllables_per_word, 1)

    def too_hard(self, figure: float, limit: float) -> bool:
        """Whether a figure is beyond the limit."""
        _, _, per_word = self.weights
        return figure > limit if per_word > 0 else figure < limit


@dataclass(frozen=True, slots=True)
class Amount:
    """What the formulas count; words without exempt ones make `counted` and `syllables`."""

    sentences: int = 0
    words: int = 0
    counted: int = 0
    syllables: int = 0

    @property
    def syllables_per_word(self) -> float:
        """Syllables in the average word that is not exempt."""
        return self.syllables / max(self.counted, 1)

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.sentences + other.sentences,
            self.words + other.words,
            self.counted + other.counted,
            self.syllables + other.syllables,
        )


def measure_for(language: str) -> Measure | None:
    """The measure of a language tag such as `en` or `en-GB`; None when there is none."""
    return _MEASURES.get(language.partition("-")[0])


def amount(texts: Iterable[str], measure: Measure, exempt: frozenset[str]) -> Amount:
    """Count texts, each of which ends its last sentence; `exempt` words are in small letters.

    An exempt word makes its sentence longer and the average word no harder.
    """
    total = Amount()
    for text in texts:
        words = _WORD.findall(_SAY_IT.sub("", text))
        if words:
            counted = [word for word in words if word.lower() not in exempt]
            spoken = sum(map(measure.spoken, counted))
            sentences = sum(bool(_WORD.search(one)) for one in split_sentences(text))
            total += Amount(max(sentences, 1), len(words), len(counted), spoken)
    return total


_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
# Where the letters say one syllable less or more than a person does.
_ENGLISH_LESS = re.compile(
    r"(?:[^laeiouy]|[^aeiouy]l|[aeiouy]l)e$|[^aeiouydt]ed$|[^aeiouyscxzgh]es$|[aeiouy]les$"
    r"|(?:some|safe|time|fore|like|side|there|where|life|one|home|more|care)(?=[a-z]{3})"
    r"|(?<=[^aeiou])e(?=ful|less|ly$|ment)"
)
_ENGLISH_MORE = re.compile(
    r"i[aou](?!n$|ns$|us)(?<![tsxcg]i[ao])|io(?!n|us)|[^aeiouy]le$(?<!=)|eo(?!u|pl)|[^gq]ua(?!r)"
    r"|yi|ui(?=[nt][^aeiou])(?<![bgqr]ui)|ea(?=l[^a-z]|ti|tor)|ie(?=t|nc|nt)|sm$|n't$|n’t$"
)


def _english(word: str) -> int:
    spoken = 0
    for part in word.split("-"):
        count = len(_ENGLISH_VOWELS.findall(part))
        count -= len(_ENGLISH_LESS.findall(part))
        count += len(_ENGLISH_MORE.findall(part))
        spoken += max(count, 1)
    return spoken


_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_SPANISH_SILENT = re.compile(r"(?<=[gq])u(?=[eiéí])")
_SPANISH_STRONG = frozenset("aeoáéóíú")


def _spanish(word: str) -> int:
    """Each strong or accented vowel is a syllable, and weak ones join them: tra-ta-mien-to."""
    plain = _SPANISH_SILENT.sub("", word)
    plain = f"{plain[:-1]}i" if plain.endswith("y") else plain
    runs = _SPANISH_VOWELS.findall(plain)
    return max(sum(max(sum(one in _SPANISH_STRONG for one in run), 1) for run in runs), 1)


_MEASURES = {
    "en": Measure("Flesch-Kincaid grade", 6.0, 6.0, _english, (-15.59, 0.39, 11.8)),
    "es": Measure("INFLESZ", 65.0, 55.0, _spanish, (206.835, -1.0, -62.3)),
}
