"""A review of the tiny pack, as the command writes it."""

from kiosk.content.reviews import Review, languages_of, with_review
from tests.content.tiny_pack import TinyPack


def reviewed(tiny: TinyPack, tag: str = "en", interface: str = "ab" * 32) -> TinyPack:
    """Record a review of the words as they are."""
    words = next(one.words for one in languages_of(tiny.write()) if one.tag == tag)
    review = Review('Ana "Nan" Ruiz', "certified translator", "2026-11-21", words, interface)
    tiny.files["pack.toml"] = with_review(tiny.files["pack.toml"], tag, review)
    return tiny
