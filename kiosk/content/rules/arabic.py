"""Arabic rules for any treatment: no promise, no sale, no shame, no pressure, no consent.

Vowel marks are taken off and the forms of alef made one before a rule looks.
"""

from kiosk.content.rules.rule import RuleSet, comparable, rule, turned

NO = r"\b(?:و|ف)?(?:لا|لم|لن|ليس|ليست|ليسوا|لست|غير|بدون|دون|بلا|عدم)\b|ممنوع|يحظر"

_SELLS = "This promises or sells. Say what the claim says, without praise."
_SURE = "Studies have not settled this. Say what they found, in numbers."
_BACK = "Put back the “not”: لا, لم, لن or ليس."

RULES = RuleSet(
    rules=(
        rule(
            r"معجز|خارق|\b(?:ال)?ثوري|\bثورة|يغير حياتك|تغيير حياتك|سحري|مذهل",
            "",
            _SELLS,
            asks=True,
        ),
        rule(
            r"(?:نسبة|معدل|قصص|قصة) (?:ال)?نجاح|شهادات المرضى|مرضانا (?:يقولون|سعداء)",
            "",
            _SELLS,
            asks=True,
        ),
        rule(
            r"(?:اتصل|تواصل) (?:بنا|معنا) (?:اليوم|الآن)|احجز (?:اليوم|الآن)|عرض خاص",
            "",
            _SELLS,
            asks=True,
        ),
        rule(r"(?:يعيد|تعيد) (?:برمجة|ضبط|تشغيل|توصيل) (?:الدماغ|دماغك|عقلك|المخ)", "", _SELLS),
        rule(r"مضمون|نضمن|يضمن|ينجح دائما|ينجح مع الجميع", NO, _SURE),
        rule(
            r"\b(?:ي|ت)شفي|شفاء|علاج نهائي|\bشاف\b",
            NO,
            "No treatment here is a cure. Say what it eases.",
        ),
        rule(r"مثبت|ثبت أن|\bأثبت|يثبت|مؤكد علميا", NO, _SURE),
        rule(
            r"\bدائم(?:ة)?\b|إلى الأبد|للأبد|راحة (?:فورية|طويلة|دائمة)|فوري المفعول|مدى الحياة",
            NO,
            "How long it helps is known only from studies. Give their numbers.",
        ),
        rule(
            r"آمن(?:ة)? (?:تماما|كليا|مئة)|(?:بلا|بدون|دون|لا توجد|لا يوجد|ليس له) "
            r"(?:أي )?(?:مخاطر|خطر|"
            r"آثار جانبية)|خطر (?:ضئيل|معدوم)",
            r"لا يعني",
            "Every treatment has risks. Name them, with numbers.",
        ),
        rule(
            r"\b(?:ال)?مدمن(?:ون|ين|ا)?\b|سكير|\bمجنون|مجانين|حشاش",
            "",
            "This shames people. Say “people who …”.",
            asks=True,
        ),
        rule(
            r"لا تقلق|لا داعي للقلق|ببساطة|لا تخف",
            "",
            "This talks down to people who are worried. Say the fact itself.",
        ),
        rule(
            r"\b(?:قرر|وقع|ابدأ|اقبل) (?:الآن|اليوم|فورا|حالا)|الفرصة الأخيرة",
            NO,
            "This presses people. Say that they may wait, ask or say no.",
        ),
        rule(
            r"تم (?:الحصول على|أخذ) (?:ال)?موافقة|أعطيت (?:ال)?موافقت",
            NO,
            "The kiosk records that people learned, never that they agreed. Say so.",
        ),
        turned(
            r"\b(?:وافقت|توافق|قبلت) (?:على )?(?:هذا )?(?:ال)?علاج", rf"{NO}|\bقبل أن|\bإذا", _BACK
        ),
        turned(r"(?:تتنازل|تنازلت|تخليت|تتخلى) عن (?:\w+ )?(?:حق|حقوق)", NO, _BACK),
        turned(
            r"يجب (?:عليك )?أن (?:تأخذه|تتناوله|تستخدمه|تقبله|تقبل العلاج)|عليك أن (?:تأخذه|تقبله)",
            NO,
            _BACK,
        ),
        turned(
            r"معتمد(?:ة)? (?:\w+ ){0,3}(?:للأطفال|تحت سن|أقل من|دون سن|تحت)",
            r"\b(?:و)?(?:لا|لم|ليس|ليست|غير)\b",
            _BACK,
        ),
        rule(r"[!]", "", "A shout is not calm. End the sentence with a full stop."),
        rule(
            "[\u2600-\u27bf\U0001f300-\U0001faff]",
            "",
            "A small picture means something else to each reader. Use words.",
        ),
    ),
    in_checks=(
        rule(
            r"\bخطأ|\bخاطئ|\bفشل|\bرسب|\bدرجتك|\bعلامتك|\bاختبار",
            "",
            "A check asks how well we explained. Use words that blame nobody.",
            asks=True,
        ),
    ),
)

_HARD = """
أفيونات أفيونية إسكيتامين انتكاس انفصال تخدير تمدد جلوتامات دوبامين ذهان سيروتونين غلوتامات مخدر
مستقبلات مهدئات ناقلات هجوع هلوسة هوس
"""
HARD_WORDS = frozenset(comparable(_HARD).split())
