"""The tiny pack in Spanish and Arabic, sentence for sentence."""

from tests.content.tiny_pack import CHECKS, CHOICE, MECHANISM, QUESTIONS, TinyPack

_SPANISH = {
    "How it works": "Cómo funciona",
    "Brain cells talk": "Las células hablan",
    "Two cells. A dot crosses the gap.": "Dos células. Un punto cruza el espacio.",
    "Two cells": "Dos células",
    "Your brain has **very many** cells.": "Su cerebro tiene **muchas** células.",
    "They pass on a *signal*, all day.": "Pasan una *señal*, todo el día.",
    "What we think": "Lo que pensamos",
    "Some links may be weak.": "Algunos enlaces pueden ser débiles.",
    "We do not know for sure.": "No lo sabemos con certeza.",
    "One small step.": "Un paso corto.",
    "Another step.": "Otro paso.",
    "First wait.": "Primero espere.",
    "Then ask.": "Luego pregunte.",
    "Your choice": "Su decisión",
    "What must be said": "Lo que hay que decir",
    "A chair by a window.": "Una silla junto a una ventana.",
    "Feel dizzy": "Sienten mareo",
    "with the spray": "con el aerosol",
    "with a dummy spray": "con un aerosol falso",
    "People also took a pill.": "También tomaron una pastilla.",
    "You went through this. You have not agreed to anything.": (
        "Usted vio esto. No ha aceptado nada."
    ),
    "# Questions": "# Preguntas",
    "How does it work?": "¿Cómo actúa?",
    "Nobody knows for sure.": "Nadie lo sabe con certeza.",
    "Check how well we explained": "Vea si lo explicamos bien",
    "When can you drive?": "¿Cuándo puede conducir?",
    "You feel fine at noon.": "Se siente bien a mediodía.",
    "After lunch": "Después de comer",
    "The next day": "Al día siguiente",
    "Sleep first": "Primero dormir",
    "Sleep one night before you drive.": "Duerma una noche antes de conducir.",
    "Feeling fine is not enough": "Sentirse bien no basta",
    "You may react slowly.": "Puede reaccionar despacio.",
}
_ARABIC = {
    "How it works": "كيف يعمل",
    "Brain cells talk": "خلايا الدماغ تتحدث",
    "Two cells. A dot crosses the gap.": "خليتان. نقطة تعبر الفراغ بينهما.",
    "Two cells": "خليتان",
    "Your brain has **very many** cells.": "في دماغك خلايا **كثيرة**.",
    "They pass on a *signal*, all day.": "تنقل *إشارة* طوال اليوم.",
    "What we think": "ما نظنه",
    "Some links may be weak.": "قد تكون بعض الروابط ضعيفة.",
    "We do not know for sure.": "لا نعرف على وجه اليقين.",
    "One small step.": "خطوة صغيرة.",
    "Another step.": "خطوة أخرى.",
    "First wait.": "انتظر أولا.",
    "Then ask.": "ثم اسأل.",
    "Your choice": "اختيارك",
    "What must be said": "ما يجب أن يقال",
    "A chair by a window.": "كرسي بجانب نافذة.",
    "Feel dizzy": "يشعرون بالدوار",
    "with the spray": "مع البخاخ",
    "with a dummy spray": "مع بخاخ وهمي",
    "People also took a pill.": "تناول الناس أيضا حبة.",
    "You went through this. You have not agreed to anything.": "قرأت هذا. لم توافق على شيء.",
    "# Questions": "# أسئلة",
    "How does it work?": "كيف يعمل؟",
    "Nobody knows for sure.": "لا أحد يعرف على وجه اليقين.",
    "Check how well we explained": "هل شرحنا جيدا",
    "When can you drive?": "متى يمكنك القيادة؟",
    "You feel fine at noon.": "تشعر أنك بخير عند الظهر.",
    "After lunch": "بعد الغداء",
    "The next day": "اليوم التالي",
    "Sleep first": "النوم أولا",
    "Sleep one night before you drive.": "نم ليلة قبل القيادة.",
    "Feeling fine is not enough": "الشعور الجيد لا يكفي",
    "You may react slowly.": "قد تكون ردود فعلك بطيئة.",
}
_TOPICS = {"es": ("La medicina", "Su visita"), "ar": ("الدواء", "زيارتك")}
# The title of the pack, and the hours of its help line.
_AROUND = {"es": ("Un paquete", "A toda hora"), "ar": ("حزمة صغيرة", "في كل وقت")}
_WORDS = {"es": ("Español", _SPANISH), "ar": ("العربية", _ARABIC)}


def with_language(tiny: TinyPack, tag: str) -> TinyPack:
    """Add a whole language to the tiny pack."""
    name, _ = _WORDS[tag]
    title, hours = _AROUND[tag]
    tiny.files["pack.toml"] += f'[[language]]\ntag = "{tag}"\nname = "{name}"\ntitle = "{title}"\n'
    for english, other in zip(("The medicine", "Your visit"), _TOPICS[tag], strict=True):
        tiny.swap("pack.toml", f'en = "{english}"', f'en = "{english}"\n{tag} = "{other}"')
    crisis = tiny.files["crisis.toml"]
    if "hours_in" in crisis:
        tiny.swap("crisis.toml", "hours_in = { ", f'hours_in = {{ {tag} = "{hours}", ')
    else:
        line = 'hours = "At any time"'
        tiny.swap("crisis.toml", line, f'{line}\nhours_in = {{ {tag} = "{hours}" }}')
    tiny.files |= lesson_in(tag)
    return tiny


def lesson_in(tag: str) -> dict[str, str]:
    """Return the pages of the tiny pack in another language, by file name."""
    texts = {
        "mechanism": MECHANISM,
        "your-choice": CHOICE,
        "questions": QUESTIONS,
        "checks": CHECKS,
    }
    return {f"{tag}/{stem}.md": _translated(text, _WORDS[tag][1]) for stem, text in texts.items()}


def _translated(text: str, words: dict[str, str]) -> str:
    for english in sorted(words, key=len, reverse=True):
        text = text.replace(english, words[english])
    return text
