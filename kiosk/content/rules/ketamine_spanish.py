"""Spanish rules for ketamine and esketamine; the numbers are those of the English file."""

from kiosk.content.rules.ketamine import (
    ADDICTION,
    ALL,
    APPROVED,
    AT_HOME,
    CLINIC,
    DISSOCIATION,
    LASTING,
    MISUSE,
    SAME_DAY,
    SHOT,
    SUICIDE,
)
from kiosk.content.rules.ketamine_lost import LOST
from kiosk.content.rules.rule import RuleSet, rule, turned
from kiosk.content.rules.spanish import NO

_CARE = (
    r"(?:clinicas?|hospital\w*|medic[oa]s?|doctor\w*|enfermer[oa]s?|supervision|personal|"
    r"monitor(?:es|eo)?|vigilancia|control(?:es)?)"
)
_HOME = r"(?:en (?:su |la |tu |mi )?(?:propia )?casa|en el hogar|a domicilio)"
_HOOK = (
    r"(?:adiccion|adictiv[oa]s?|adict[oa]s?|dependencia|dependiente|abstinencia|mal uso|"
    r"abuso|engancha\w*)"
)
_SMALL = (
    r"(?:baj[oa]|minim[oa]|poc[oa]|escas[oa]|rar[oa]|nul[oa]|pequen[oa]|cero|imposible|"
    r"improbable|leve|"
    r"menor|insignificante)"
)
_UNREAL = r"(?:disociacion|disociativ\w+|irreal\w*|desconectad[oa]|fuera de(?:l| su) cuerpo)"
_END_LIFE = (
    r"(?:suicid\w+|(?:ideas?|pensamientos|ganas) de (?:morir\w*|mu"
    r"erte|quitarse la vida)|quitarse la vida)"
)
_BACK = "Put the “no” back."


RULES = RuleSet(
    rules=(
        *LOST["es"],
        # 1 and 3
        rule(
            rf"\b(?:sin|fuera del?)(?: \w+){{0,3}} {_CARE}\b",
            r"\b(?:no|nunca|jamas|solo|dano|drogas)\b",
            CLINIC,
        ),
        rule(
            rf"\bno (?:se |le |hace )?(?:necesit|requier|precis|falt|"
            rf"hace falta)\w*(?: \w+){{0,4}} {_CARE}\b",
            "",
            CLINIC,
        ),
        rule(rf"\b{_CARE}(?: \w+)? no (?:es|son|hacen?) (?:necesari|falta|obligatori)", "", CLINIC),
        rule(
            r"\bautoadministr\w*|\bdonde (?:usted )?quiera\b|\b(?:us|tom|aplic)\w+(?: \w+){0,4} "
            r"(?:por su cuenta|usted sol[oa])\b",
            rf"{NO}|\bpersonal\b",
            CLINIC,
        ),
        rule(
            rf"\b(?:segur\w+|us[aeo]\w*|tom\w+|aplic\w+|trat\w+|dosis|[ck]etamina|"
            rf"spravato)\b.{{0,50}}{_HOME}",
            rf"{NO}|\badv(?:ierte|irtio|ertencia)\w*|\briesgo|\bdescans",
            AT_HOME,
        ),
        rule(
            rf"\b{_HOME}.{{0,40}}\b(?:segur\w+|[ck]etamina|spravato|dosis|aerosol)",
            rf"{NO}|\badv(?:ierte|irtio|ertencia)\w*|\briesgo",
            AT_HOME,
        ),
        turned(
            r"\bllev\w+(?: \w+){0,4} a (?:su |la |tu )?casa\b",
            rf"{NO}|\badult[oa]|\balguien|\bpersona|\bviaje|\bacompan",
            _BACK,
        ),
        # 2
        rule(
            r"\b(?<!es)[ck]etamina\b(?=.{0,60}\b(?:aprob\w+|aprueba|autoriz\w+|avalad\w+|aval)\b)",
            rf"{NO}|\banest|\bcirugia|\bdormir|\badv",
            APPROVED,
        ),
        rule(
            r"\b(?:aprob\w+|aprueba|autoriz\w+|aval\w*|permit\w+)\b(?: \w+){0,4} [ck]etamina\b",
            rf"{NO}|\banest|\bcirugia|\bdormir",
            APPROVED,
        ),
        turned(
            r"\baprobad[oa] para (?:\w+ ){0,2}(?:tept|estres|ansiedad|toc|alcohol|adiccion|dolor|"
            r"bipolar)",
            NO,
            _BACK,
        ),
        turned(r"\bfda (?:lo |la |ya )*(?:ha )?revis(?:o|ado)\b", NO, _BACK),
        # 4 and 5
        rule(
            rf"\b(?:{_SMALL}|sin|ningun|no hay|casi ningun|menos)(?: \w+){{0,3}} {_HOOK}",
            r"\bsab\w+|\bjuzg|\baprob",
            MISUSE,
        ),
        rule(
            rf"\b{_HOOK}(?: \w+){{0,4}} (?:es|son|parece|fue)(?: \w+){{0,2}} (?:{_SMALL}|"
            rf"un mito)\b",
            r"\bsab\w+",
            MISUSE,
        ),
        rule(
            rf"\b(?:no|nunca|nadie|jamas|rara vez)\b (?:\w+ ){{0,4}}{_HOOK}",
            r"\bsab\w+|\bjuzg|\baprob|\bmismo que|\bigual que",
            MISUSE,
        ),
        rule(
            r"\bcuerpo (?:\w+ ){0,3}no (?:se )?acostumbra|\bno se acostumbra|"
            r"\bdejar\w*(?: \w+){0,4} sin "
            r"(?:ningun )?(?:problema|malestar|sintoma)",
            "",
            MISUSE,
        ),
        turned(
            r"\bcompart(?:a|ir|e) (?:\w+ )?(?:medicin|medicament|[ck]etamina|dosis|aerosol|"
            r"droga)\w*",
            rf"{NO}|\bley\b|\bilegal",
            _BACK,
        ),
        # 6
        rule(
            rf"\b(?:menos|reduc\w+|sin|apenas|rara vez|evita\w*|limita\w*|"
            rf"{_SMALL})(?: \w+){{0,3}} {_UNREAL}",
            "",
            DISSOCIATION,
        ),
        rule(
            rf"\b(?:no|nunca)\b (?:\w+ ){{0,5}}{_UNREAL}",
            r"\bsab\w+|\bsignifica|\bpuede no\b|\bquizas? no\b",
            DISSOCIATION,
        ),
        rule(
            rf"\b{_UNREAL}(?: \w+){{0,3}} (?:es|son|parece)(?: \w+){{0,2}} (?:{_SMALL}|menor|"
            rf"reducida)\b",
            "",
            DISSOCIATION,
        ),
        # 7
        rule(
            r"\b(?:inyeccion(?:es)?|pinchazo|intramuscular|musculo|"
            r"inyectada?)\b.{0,60}\b(?:horas en|lent\w+|"
            r"gradual\w*|suave\w*|leve\w*|despacio|poco a poco|varias horas|unas horas)",
            rf"{NO}|\brespir",
            SHOT,
        ),
        rule(r"\btarda\w* (?:\w+ )?horas en\b", NO, SHOT),
        # 8
        rule(
            rf"\b(?:previene|prevenir|evita|elimina|quita|borra|detiene|acaba con|pone fin|"
            rf"protege|impide|frena)"
            rf"\w*(?: \w+){{0,4}} {_END_LIFE}",
            NO,
            SUICIDE,
        ),
        rule(
            rf"\b{_END_LIFE}(?: \w+){{0,4}} (?:desaparec\w+|se van|se va|acaban|terminan)\b",
            NO,
            SUICIDE,
        ),
        rule(rf"\bno (?:volvera a|vuelve a|tendra)(?: \w+){{0,4}} {_END_LIFE}", "", SUICIDE),
        rule(
            r"\bno (?:necesit|hace falta|llame|requier)\w*(?: \w+){0,5} (?:crisis|emergencias?|"
            r"urgencias)|"
            r"\ben (?:lugar|vez) de(?: \w+){0,3} (?:crisis|emergencias?|urgencias)",
            "",
            SUICIDE,
        ),
        turned(r"\besper[ea]\w* (?:a|hasta) (?:su|la) proxima (?:visita|cita|sesion)", NO, _BACK),
        # 9
        rule(
            r"\b(?:cualquiera|todo el mundo|todos|cualquier (?:persona|adulto)|"
            r"toda persona)(?: \w+){0,2} "
            r"(?:pued\w+|podr\w+)",
            rf"{NO}|\bpregunt",
            ALL,
        ),
        rule(
            r"\bpara (?:casi )?(?:todos|todo el mundo|cualquiera|cualquier (?:persona|adulto)|"
            r"todas las personas)"
            r"\b",
            NO,
            ALL,
        ),
        rule(
            r"\b(?:sin|no)(?: \w+){0,3} (?:evaluacion|revision previa|contraindicacion\w*)\b|"
            r"\bnadie (?:tiene que|debe|necesita) (?:evitar|revis)",
            r"\bno (?:empie|se da)",
            ALL,
        ),
        # 10
        turned(
            r"\b(?:conduc(?:e|es|ir|iendo)|conduzca|manej(?:ar|e|a|ando))\b",
            rf"{NO}|\bantes de\b|\bhasta\b",
            "Here driving is ruled out until the next day. Put the “no” back.",
        ),
        rule(
            r"\b(?:conduc\w+|manej\w+)\b.{0,40}\b(?:mismo dia|horas?|minutos|despiert[oa]|"
            r"a casa)\b",
            r"\b(?:no|nunca) (?:\w+ ){0,2}(?:conduc|conduzca|manej)|\bhasta\b|\bdia siguiente\b",
            SAME_DAY,
        ),
        rule(
            r"\b(?:volver|irse|vaya\w*|ir|regres\w+|salir|vuelva)(?: \w+){0,3} (?:sol[oa]|"
            r"por su cuenta)\b",
            NO,
            SAME_DAY,
        ),
        rule(
            r"\bno (?:necesit|hace falta|requier)\w*(?: \w+){0,4} (?:acompan\w+|adulto|alguien|"
            r"nadie|transporte)",
            "",
            SAME_DAY,
        ),
        rule(
            r"\b(?:sal(?:ir|ga)|irse|vayase) (?:\w+ )?(?:cuando (?:usted )?quiera|enseguida|"
            r"de inmediato)",
            NO,
            SAME_DAY,
        ),
        rule(
            r"\b(?:no|nunca|sin|rara vez)\b (?:\w+ ){0,4}(?:somnolen\w+|sueno|adormec\w+|"
            r"sedacion|sedad[oa])",
            r"\bhasta\b|\bpuede no\b|\bdormir\b",
            SAME_DAY,
        ),
        rule(
            r"\b(?:no|nunca|sin)\b (?:\w+ ){0,4}respira\w*|\brespiracion (?:\w+ ){0,2}(?:normal|"
            r"segura)",
            r"\bsi\b|\bsab|\bno puede respirar",
            SAME_DAY,
        ),
        turned(
            r"\bfirm(?:e|ar) (?:papeles|documentos)|\bdecisiones (?:importantes|grandes)", NO, _BACK
        ),
        turned(r"\bbicicleta\b|\b(?:use|usar|utilice|opere) (?:\w+ )?maquin", NO, _BACK),
        turned(r"\b(?:beb[ae]r?|tom[ae]r?) (?:\w+ )?alcohol", rf"{NO}|\bsi\b|\bdig", _BACK),
        turned(r"\blevant\w+ sol[oa]\b", NO, _BACK),
        # 11
        rule(
            r"\b(?:trata|cura|combate|elimina|reduce|corta|quita|vence|ayuda (?:con|contra|a)|"
            r"sirve para)\w*"
            r"(?: \w+){0,4} (?:adiccion\w*|alcoholismo|ansias|deseos? de (?:beber|consumir))",
            rf"{NO}|\bestudi|\baprob",
            ADDICTION,
        ),
        rule(r"\b(?:adiccion|ansias)(?: \w+){0,3} (?:desaparec\w+|se van?|termina)", NO, ADDICTION),
        # 12
        rule(
            r"\bdur\w+(?: \w+){0,2} (?:meses|anos|toda la vida)|\bmeses (?:de alivio|sin)|"
            r"\bno (?:vuelve|volvera|regresa|recae)n?\b|\bnunca vuelve|\buna (?:sola )?(?:dosis|"
            r"sesion) "
            r"(?:basta|es suficiente)",
            r"\bno (?:se )?sab\w+|\bningun",
            LASTING,
        ),
        rule(
            r"\b(?:un|una) (?:paciente|mujer|hombre) (?:dijo|dice|conto|cuenta|sintio)|"
            r"\bhistorias?(?: \w+){0,3}"
            r" (?:muestran|demuestran|prueban)",
            NO,
            LASTING,
        ),
        rule(r"\bdroga de fiesta", "", "This shames people. Leave it out."),
        # The same, for other lost words.
        turned(r"\bamamant\w+|\bd(?:e|ar|a) (?:el )?pecho", rf"{NO}|\bsi\b|\bdig|\bpregunt", _BACK),
        turned(
            r"\b(?:deje|suspenda|cambie|interrumpa) (?:de tomar |o cambie )?(?:sus?|los|las|"
            r"otr[oa]s|cualquier)"
            r"\b",
            rf"{NO}|\bpregunt",
            "Nobody should stop a medicine alone. Put the “no” back.",
        ),
        turned(r"\b(?:coma|beba|tome)\b(?: \w+){0,5} (?:horas?|minutos) antes", NO, _BACK),
        turned(r"\bse (?:aconseja|recomienda) (?:en|durante) el embarazo", NO, _BACK),
        turned(
            r"\b(?:debe|tiene que) (?:tomar|usar|recibir) (?:spravato|(?:la )?[ck]etamina)",
            NO,
            _BACK,
        ),
    ),
)
