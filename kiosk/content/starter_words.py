"""The words of a new pack in the other languages of the kiosk. Examples for authors, unreviewed."""

WORDS: dict[str, dict[str, str]] = {
    "es": {
        "How it works": "Cómo funciona",
        "Write what this treatment is": "Escriba qué es este tratamiento",
        "This is an example page.": "Esta es una página de ejemplo.",
        "Write one idea on each page, in short words.": "Escriba una idea en cada página, con "
        "palabras cortas.",
        "A box says what is good to know.": "Un cuadro dice lo que es bueno saber.",
        "Write how it may work": "Escriba cómo puede funcionar",
        "This is an example of an idea that is still being studied.": "Este es un ejemplo de una "
        "idea que aún se estudia.",
        "Side effects": "Efectos secundarios",
        "Write what people may feel": "Escriba qué puede sentir la gente",
        "Write one thing people may feel.": "Escriba una cosa que la gente puede sentir.",
        "Write another one, and how often it comes.": "Escriba otra, y cada cuánto llega.",
        "Write when to tell staff": "Escriba cuándo avisar al personal",
        "Write what staff need to know before the treatment.": "Escriba qué le hace "
        "falta saber al personal antes del tratamiento.",
        "Your choice": "Su decisión",
        "Write what else there is": "Escriba qué más hay",
        "Write each other way in equal detail, and also waiting.": "Escriba cada otro camino con "
        "igual detalle, y también esperar.",
        "What the last button means": "Qué significa el último botón",
        "You can say no, wait, or stop at any time.": "Usted puede decir que no, esperar o parar "
        "en cualquier momento.",
        "You went through this information.": "Usted vio esta información.",
        "You have not agreed to treatment.": "No ha aceptado el tratamiento.",
        "Questions": "Preguntas",
        "Write a question that people ask": "Escriba una pregunta que hace la gente",
        "This is an example answer.": "Esta es una respuesta de ejemplo.",
        "Write another question": "Escriba otra pregunta",
        "Ask your clinician.": "Pregunte a su médico.",
        "Check how well we explained": "Vea qué tan bien explicamos",
        "Write a question about one idea": "Escriba una pregunta sobre una idea",
        "The right choice": "La opción correcta",
        "Another choice": "Otra opción",
        "Explain the idea again": "Explique la idea otra vez",
        "This is an example of other words for the same idea.": "Este es un ejemplo de otras "
        "palabras para la misma idea.",
        "Explain it once more": "Explíquela una vez más",
        "Say it in a third way, for those who are not sure.": "Dígalo de una tercera manera, para "
        "quien no esté seguro.",
        "The treatment": "El tratamiento",
        "At the clinic": "En la clínica",
    },
    "ar": {
        "How it works": "كيف يعمل",
        "Write what this treatment is": "اكتب ما هو هذا العلاج",
        "This is an example page.": "هذه صفحة مثال.",
        "Write one idea on each page, in short words.": "اكتب فكرة واحدة في كل صفحة، بكلمات قصيرة.",
        "A box says what is good to know.": "يقول الإطار ما يفيد أن تعرفه.",
        "Write how it may work": "اكتب كيف قد يعمل",
        "This is an example of an idea that is still being studied.": "هذا مثال على فكرة ما زالت "
        "تُدرس.",
        "Side effects": "الآثار الجانبية",
        "Write what people may feel": "اكتب ما قد يشعر به الناس",
        "Write one thing people may feel.": "اكتب شيئًا قد يشعر به الناس.",
        "Write another one, and how often it comes.": "اكتب شيئًا آخر، وكم مرة يحدث.",
        "Write when to tell staff": "اكتب متى تخبر الموظفين",
        "Write what staff need to know before the treatment.": "اكتب ما يحتاج الموظفون إلى "
        "معرفته قبل العلاج.",
        "Your choice": "اختيارك",
        "Write what else there is": "اكتب ما هي الخيارات الأخرى",
        "Write each other way in equal detail, and also waiting.": "اكتب كل طريقة أخرى بالتفصيل "
        "نفسه، والانتظار كذلك.",
        "What the last button means": "ماذا يعني الزر الأخير",
        "You can say no, wait, or stop at any time.": "يمكنك أن تقول لا، أو تنتظر، أو تتوقف في أي "
        "وقت.",
        "You went through this information.": "لقد اطلعت على هذه المعلومات.",
        "You have not agreed to treatment.": "لم توافق على العلاج.",
        "Questions": "أسئلة",
        "Write a question that people ask": "اكتب سؤالًا يطرحه الناس",
        "This is an example answer.": "هذه إجابة مثال.",
        "Write another question": "اكتب سؤالًا آخر",
        "Ask your clinician.": "اسأل طبيبك.",
        "Check how well we explained": "تحقق من جودة شرحنا",
        "Write a question about one idea": "اكتب سؤالًا عن فكرة واحدة",
        "The right choice": "الخيار الصحيح",
        "Another choice": "خيار آخر",
        "Explain the idea again": "اشرح الفكرة مرة أخرى",
        "This is an example of other words for the same idea.": "هذا مثال على كلمات أخرى للفكرة "
        "نفسها.",
        "Explain it once more": "اشرحها مرة أخيرة",
        "Say it in a third way, for those who are not sure.": "قلها بطريقة ثالثة لمن ليس متأكدًا.",
        "The treatment": "العلاج",
        "At the clinic": "في العيادة",
    },
}


def in_language(text: str, tag: str) -> str:
    """A text of a new pack in a language; English where the kiosk speaks no other."""
    words = WORDS.get(tag.partition("-")[0], {})
    for english in sorted(words, key=len, reverse=True):
        text = text.replace(english, words[english])
    return text
