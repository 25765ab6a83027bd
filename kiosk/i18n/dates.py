"""Days as people write them. Western digits in every language: the doses beside them have them."""

from datetime import date

from kiosk.i18n.catalogue import Words


def day_words(words: Words, iso: str) -> str:
    """Return a day given as YYYY-MM-DD in the words of a language."""
    day = date.fromisoformat(iso)
    return words.t(
        "{month} {day}, {year}", month=_months(words)[day.month - 1], day=day.day, year=day.year
    )


def _months(words: Words) -> tuple[str, ...]:
    return (
        words.t("January"),
        words.t("February"),
        words.t("March"),
        words.t("April"),
        words.t("May"),
        words.t("June"),
        words.t("July"),
        words.t("August"),
        words.t("September"),
        words.t("October"),
        words.t("November"),
        words.t("December"),
    )
