"""A valid pack becomes exactly the typed blocks its author wrote."""

from kiosk.content.blocks import (
    Bullets,
    Callout,
    Check,
    Choice,
    Crisis,
    CrisisLine,
    Figure,
    IconArray,
    Lesson,
    Paragraph,
    Region,
    Reteach,
    Statement,
    Subheading,
    Topic,
)
from kiosk.content.pack import load_pack
from kiosk.content.rules.ketamine import REQUIRED_CLAIMS
from kiosk.content.sentence import Run, Sentence
from tests.content.tiny_pack import TinyPack


def english(tiny: TinyPack) -> Lesson:
    return load_pack(tiny.write()).lessons["en"]


def said(text: str, line: int, *claims: str) -> Sentence:
    return Sentence((Run(text),), claims, line)


def test_a_chapter_keeps_its_name_title_minutes_and_pages(tiny: TinyPack) -> None:
    chapter = english(tiny).chapters[0]
    assert (chapter.id, chapter.title, chapter.minutes) == ("mechanism", "How it works", 3)
    assert [page.id for page in chapter.pages] == ["cells-talk"]


def test_a_page_keeps_every_key_of_its_heading(tiny: TinyPack) -> None:
    page = english(tiny).chapters[0].pages[0]
    assert (page.title, page.line) == ("Brain cells talk", 3)
    assert (page.elements, page.routes, page.claims) == (("C04",), ("iv",), ("MECH-01",))
    assert page.topic == ""


def test_every_block_stands_in_file_order_with_its_line(tiny: TinyPack) -> None:
    assert english(tiny).chapters[0].pages[0].blocks == (
        Figure("scene:cells-talk", "Two cells. A dot crosses the gap.", "Two cells", 5),
        Paragraph(
            (
                Sentence(
                    (Run("Your brain has "), Run("very many", "strong"), Run(" cells.")),
                    ("MECH-01",),
                    7,
                ),
                Sentence(
                    (Run("They pass on a "), Run("signal", "term"), Run(", all day.")),
                    ("MECH-01", "MECH-07", "SIDE-06"),
                    8,
                ),
            )
        ),
        Subheading("What we think", 10),
        Callout(
            "IDEA",
            (
                said("Some links may be weak.", 13, "MECH-07"),
                said("We do not know for sure.", 14, "MECH-07"),
            ),
        ),
        Bullets(
            (said("One small step.", 16, "MECH-01"), said("Another step.", 17, "MECH-01")),
            ordered=False,
        ),
        Bullets(
            (said("First wait.", 19, "MECH-01"), said("Then ask.", 20, "MECH-01")), ordered=True
        ),
    )


def test_fenced_parts_become_blocks(tiny: TinyPack) -> None:
    page = english(tiny).chapters[1].pages[0]
    assert page.claims == REQUIRED_CLAIMS
    array = IconArray(
        effect="Feel dizzy",
        with_count=29,
        without_count=8,
        with_label="with the spray",
        without_label="with a dummy spray",
        study="People also took a pill.",
        claims=("SIDE-02",),
        line=tiny.line("en/your-choice.md", "```icon-array"),
    )
    statement = Statement(
        "went-through",
        "You went through this. You have not agreed to anything.",
        ("CONS-03",),
        tiny.line("en/your-choice.md", "```statement"),
    )
    figure = Figure("figures/room.svg", "A chair by a window.", "", 5)
    assert page.blocks == (figure, array, Crisis(), statement)


def test_a_lesson_gathers_the_statements_of_its_pages(tiny: TinyPack) -> None:
    assert [one.id for one in english(tiny).statements] == ["went-through"]


def test_a_check_question_keeps_choices_and_texts_in_order(tiny: TinyPack) -> None:
    assert english(tiny).checks == (
        Check(
            id="drive",
            question="When can you drive?",
            lead=(Paragraph((said("You feel fine at noon.", 5, "AFT-01"),)),),
            choices=(
                Choice("After lunch", right=False, line=7),
                Choice("The next day", right=True, line=8),
            ),
            reteach=(
                Reteach(
                    "Sleep first",
                    (
                        Paragraph((said("Sleep one night before you drive.", 12, "AFT-01"),)),
                        Crisis(),
                    ),
                    10,
                ),
                Reteach(
                    "Feeling fine is not enough",
                    (Paragraph((said("You may react slowly.", 19, "AFT-01"),)),),
                    17,
                ),
            ),
            claims=("AFT-01",),
            elements=("C18", "C19"),
            safety=True,
            line=3,
        ),
    )


def test_questions_belong_to_topics(tiny: TinyPack) -> None:
    lesson = english(tiny)
    assert lesson.faq_id == "questions"
    assert lesson.topics == (Topic("medicine", "The medicine"), Topic("visit", "Your visit"))
    assert lesson.chapters[2].pages[0].topic == "medicine"


def test_the_pack_keeps_its_description_evidence_and_regions(tiny: TinyPack) -> None:
    pack = load_pack(tiny.write())
    info = pack.info
    assert (info.id, info.version, info.status) == ("tiny", "0.1.0", "draft")
    assert (info.sources_date, info.review_by) == ("2026-11-21", "2027-05-21")
    assert info.routes == ("iv", "spray")
    assert [(one.tag, one.reviewed) for one in info.languages] == [("en", False)]
    assert pack.evidence["MECH-01"].sources == ("BOOK",)
    assert [one.code for one in pack.sources] == ["BOOK"]
    line = CrisisLine("988 Lifeline", "988", "988", "At any time", ("AFT-07",))
    assert pack.regions == (Region("US", "United States", "911", (line,), "2026-11-21"),)


def test_a_recorded_review_is_kept(tiny: TinyPack) -> None:
    tiny.swap("pack.toml", 'reviewer = ""', 'reviewer = "Dr. A. Reader"')
    tiny.swap("pack.toml", 'reviewed_on = ""', "reviewed_on = 2026-11-20")
    language = load_pack(tiny.write()).info.languages[0]
    assert (language.reviewer, language.reviewed_on) == ("Dr. A. Reader", "2026-11-20")
    assert not language.reviewed  # nothing says which words were read
    assert language.outdated


def test_a_list_with_empty_lines_between_is_one_list(tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "- Another step.", "\n- Another step.")
    bullets = english(tiny).chapters[0].pages[0].blocks[4]
    assert isinstance(bullets, Bullets)
    assert [(one.text, one.line) for one in bullets.items] == [
        ("One small step.", 16),
        ("Another step.", 18),
    ]


def test_spaces_at_the_end_of_a_line_do_not_matter(tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", "[^MECH-07]\n", "[^MECH-07]  \n")
    assert english(tiny).chapters[2].pages[0].sentences[0].text == "Nobody knows for sure."


def test_right_to_left_text_and_accents_pass_unchanged(tiny: TinyPack) -> None:
    for text in ("هل هذا آمن؟", "¿Es seguro el día después?", "Dr. Lee is in at 9 a.m. each day."):
        tiny.files["en/questions.md"] = (
            f'# Q {{#questions}}\n\n## W {{#w topic="visit"}}\n\n{text} [^MECH-01]\n'
        )
        assert english(tiny).chapters[2].pages[0].sentences[0].text == text


def test_words_count_what_a_reader_meets(tiny: TinyPack) -> None:
    # Title 3, caption 2, sentences 6 + 7, subheading 3, box 5 + 6, bullets 3 + 2, numbers 2 + 2.
    assert english(tiny).chapters[0].pages[0].words == 41


def test_the_page_fingerprint_follows_words_not_lines(tiny: TinyPack) -> None:
    before = english(tiny).chapters[0].pages[0]
    tiny.swap("en/mechanism.md", "\n### What", "\n\n### What")
    moved = english(tiny).chapters[0].pages[0]
    tiny.swap("en/mechanism.md", "all day", "all night")
    changed = english(tiny).chapters[0].pages[0]
    tiny.swap("en/mechanism.md", "[!IDEA]", "[!SAFETY]")
    boxed = english(tiny).chapters[0].pages[0]
    assert before.sha256 == moved.sha256
    assert len({one.sha256 for one in (moved, changed, boxed)}) == 3
