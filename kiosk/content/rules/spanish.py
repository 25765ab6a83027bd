"""Spanish rules for any treatment: no promise, no sale, no shame, no pressure, no consent.

Accents are taken off before a rule looks, so the patterns have none.
"""

from kiosk.content.rules.rule import RuleSet, number_words, rule, turned

NO = r"\b(?:no|nunca|jamas|ni|sin|nadie|nada|ninguna?|ninguno|tampoco)\b"

_SELLS = "This promises or sells. Say what the claim says, without praise."
_SURE = "Studies have not settled this. Say what they found, in numbers."
_BACK = "Put the “no” back."

RULES = RuleSet(
    rules=(
        rule(
            r"\bmilagr|\brevolucionari|\bavance historico|\bcambi\w+ (?:la|su|tu) vida|"
            r"\btransforma\w*"
            r"|\bincreible",
            "",
            _SELLS,
            asks=True,
        ),
        rule(
            r"\b(?:tasa|historias?|casos?) de exito|\btestimonio|\bnuestros pacientes (?:dicen|"
            r"cuentan)",
            "",
            _SELLS,
            asks=True,
        ),
        rule(
            r"\b(?:llame(?:nos)?|contactenos|reserve|visitenos) (?:hoy|ahora|ya)\b|"
            r"\boferta especial",
            "",
            _SELLS,
            asks=True,
        ),
        rule(
            r"\b(?:reinicia|reprograma|recablea|resetea)\w* (?:el|su|tu) (?:cerebro|mente)",
            "",
            _SELLS,
        ),
        rule(r"\bgaranti[zc]\w+|\bsiempre funciona|\bfunciona (?:en|para) tod[oa]s", NO, _SURE),
        rule(
            r"\bcur(?:a|an|ar|ara|o|ado|ada|acion)\b",
            NO,
            "No treatment here is a cure. Say what it eases.",
        ),
        rule(r"\b(?:demostrad|comprobad)[oa]s?\b|\bprueban? que\b|\bdemuestran? que\b", NO, _SURE),
        rule(
            r"\bpermanente|\balivio (?:duradero|inmediato|instantaneo|al instante)|"
            r"\bpara siempre\b|"
            r"\bduradero|\bde por vida\b|\bdefinitiv[oa]\b",
            NO,
            "How long it helps is known only from studies. Give their numbers.",
        ),
        rule(
            r"\b(?:totalmente|completamente|100 ?%|del todo) segur[oa]|"
            r"\bsin (?:ningun )?(?:riesgos?|"
            r"efectos? secundarios?|peligro)|\briesgo (?:minimo|cero|nulo)|\bno (?:tiene|hay) "
            r"(?:ningun )?(?:riesgos?|efectos? secundarios?)",
            r"\bno (?:es|significa) ",
            "Every treatment has risks. Name them, with numbers.",
        ),
        rule(
            r"\b(?:drogadict[oa]s?|adict[oa]s|yonquis?|borrach[oa]s?|loc[oa]s)\b",
            "",
            "This shames people. Say “personas que …”.",
            asks=True,
        ),
        rule(
            r"\bsimplemente\b|\bno se preocupe\b|\bno te preocupes\b|\bnada que temer\b|"
            r"\bno tema\b",
            "",
            "This talks down to people who are worried. Say the fact itself.",
        ),
        rule(
            r"\b(?:decida|firme|empiece|acepte|decidase) (?:ahora|hoy|ya|de inmediato)\b|"
            r"\bultima oportunidad",
            NO,
            "This presses people. Say that they may wait, ask or say no.",
        ),
        rule(
            r"\bconsentimiento informado (?:fue|ha sido|se ha|queda) |\bha dado su consentimiento",
            NO,
            "The kiosk records that people learned, never that they agreed. Say so.",
        ),
        turned(
            r"\b(?:ha )?(?:aceptado|aceptad[oa]|acepta|acepto|consentido) (?:el|este|recibir el) "
            r"tratamiento\b",
            rf"{NO}|\bsi\b|\bantes de\b",
            _BACK,
        ),
        turned(r"\brenunci\w+ a(?:l)? (?:\w+ )?derechos?\b", NO, _BACK),
        turned(
            r"\b(?:debe|tiene que) (?:tomarl[oa]|usarl[oa]|recibirl[oa]|aceptarl[oa]|aceptar el "
            r"tratamiento)\b",
            NO,
            _BACK,
        ),
        turned(r"\baprobad[oa]s? para (?:\w+ ){0,2}(?:menores|ninos)", NO, _BACK),
        rule(r"[!¡]", "", "A shout is not calm. End the sentence with a full stop."),
        rule(
            "[\u2600-\u27bf\U0001f300-\U0001faff]",
            "",
            "A small picture means something else to each reader. Use words.",
        ),
    ),
    in_checks=(
        rule(
            r"\b(?:incorrect[oa]|equivocad[oa]|equivoco|fallo|fallado|puntuacion|puntaje|examen|"
            r"error)\b",
            "",
            "A check asks how well we explained. Use words that blame nobody.",
            asks=True,
        ),
    ),
)

_HARD = """
acetilcolina agonista ampa anestesico aneurisma antidepresivo apnea avm bdnf benzodiacepina
biodisponibilidad bipolar bolo cistitis contraindicacion delirio dependencia derivado disociacion
disociativo dopamina eficacia escetamina esketamina farmacocinetica glutamato hepatico
hipertension infusion intramuscular intranasal intravenoso mania neurotransmisor nmda opioide
placebo psicodelico psicosis psicotico recaida receptor refractario remision renal sedacion
sedante serotonina sinapsis sublingual taquicardia titulacion vertigo
"""
HARD_WORDS = frozenset(_HARD.split())

_DIGITS = {
    **dict(
        zip(
            [
                "dos",
                "tres",
                "cuatro",
                "cinco",
                "seis",
                "siete",
                "ocho",
                "nueve",
                "diez",
                "once",
                "doce",
            ],
            map(str, range(2, 13)),
            strict=True,
        )
    ),
    "docena": "12",
    "trece": "13",
    "catorce": "14",
    "quince": "15",
    "dieciséis": "16",
    "dieciseis": "16",
    "diecisiete": "17",
    "dieciocho": "18",
    "diecinueve": "19",
    "veinte": "20",
    "treinta": "30",
    "cuarenta": "40",
    "cincuenta": "50",
    "sesenta": "60",
    "setenta": "70",
    "ochenta": "80",
    "noventa": "90",
    "cien": "100",
    "mil": "1000",
}
_UNITS = (
    r"horas?|dias?|noches?|semanas?|meses|años?|minutos?|"
    r"veces|dosis|pastillas?|personas?|puntos?|"
    r"(?:de|por) (?:cada )?(?:[0-9]+|tres|cuatro|cinco|diez|cien|ciento)"
)
NUMBER_WORDS = number_words(_DIGITS, _UNITS)
