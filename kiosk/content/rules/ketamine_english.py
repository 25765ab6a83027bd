"""English rules for ketamine and esketamine: the twelve dangerous claims, and what must say “not”.

Evidence ledger, sections 5.9, 5.10 and 6; the numbers in the comments are those of section 6.
"""

from kiosk.content.rules.english import NO
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

_CARE = (
    r"(?:clinics?|hospitals?|doctors?|nurses?|supervis\w+|staff|monitor(?:s|ing)?|medical \w+|"
    r"health worker|equipment|watch(?:ed|ing)?|visits?)"
)
_TAKE = (
    r"(?:tak(?:e|es|ing|en)|us(?:e|es|ing|ed)|spray(?:s|ing)?|dos(?:e|es|ing)|giv(?:e|en)|treat\w*)"
)
_HOME = r"(?:at|from|in)(?: \w+){0,4} (?:home|house|apartment|bedroom)"
_HOOK = r"(?:addict\w*|dependen\w*|misus\w*|abus\w*|habit(?:-?forming)?|withdrawal|hooked)"
_SMALL = (
    r"(?:low|lower|lowest|small|minimal|minor|little|rare|unlikely|negligible|tiny|slight|zero|"
    r"impossible|uncommon|mild)"
)
_UNREAL = r"(?:dissociat\w*|unreal|cut off|detach\w*|out of (?:your|the) body)"
_END_LIFE = (
    r"(?:suicid\w*|(?:thoughts|wish|urge)\w* (?:of|to|about) (?:suicide|end\w*|die|dying|death))"
)

RULES = RuleSet(
    rules=(
        *LOST["en"],
        # 1 and 3: without a clinic, at home.
        rule(
            rf"\b(?:without|outside|away from)(?: of)?(?: \w+){{0,3}} {_CARE}\b",
            r"\b(?:not|no|never|cannot|only|alone|hurt|harm|drugs|tell)\b|n't\b",
            CLINIC,
        ),
        rule(
            rf"\b(?:not|n't|never|no longer) (?:need|have|require|needs)(?: \w+){{0,4}} {_CARE}\b",
            "",
            CLINIC,
        ),
        rule(rf"n't (?:need|have|require)(?: \w+){{0,4}} {_CARE}\b", "", CLINIC),
        rule(
            rf"\bneeds? no(?: \w+){{0,3}} {_CARE}\b|\bno need (?:for|of|"
            rf"to)(?: \w+){{0,4}} {_CARE}\b",
            "",
            CLINIC,
        ),
        rule(
            rf"\b{_CARE}(?: \w+)? (?:is|are)(?: not|n't)(?: \w+)? (?:need|requir|necess)\w*|"
            rf"\bno(?: \w+){{0,3}} {_CARE}(?: \w+)? (?:is|are)? ?(?:need|requir|necess)\w*",
            "",
            CLINIC,
        ),
        rule(
            r"\bself-?(?:administ\w+|dos\w+|treat\w*)|\banywhere you (?:like|want|are)|"
            r"\bin private\b",
            NO,
            CLINIC,
        ),
        rule(rf"\b{_TAKE}(?: \w+){{0,4}} (?:on your own|by yourself)", NO, CLINIC),
        rule(
            rf"\b(?:{_TAKE}|safe(?:ly)?|get it|have it)(?: \w+){{0,6}} {_HOME}\b",
            rf"{NO}|\bwarn\w*",
            AT_HOME,
        ),
        rule(
            rf"\b{_HOME}\b.{{0,40}}\b(?:safe(?:ly)?|ketamine|spravato|spray|doses?)\b|"
            r"\b(?:at-)?home (?:use|treatment|ketamine|dos\w+)",
            rf"{NO}|\bwarn\w*|\bride\b|\brisk",
            AT_HOME,
        ),
        turned(
            r"\b(?:take|use|bring|carry) (?:it|some|spravato|(?:the|your) (?:spray|dose|medicine)) "
            r"(?:at )?home",
            NO,
            "It never goes home. Put the “not” back.",
        ),
        turned(
            r"\b(?:taken?|brought|carried)(?: (?:it|some|spravato|ketamine|the|your|sprays?|"
            r"doses?|be))*"
            r" home\b",
            rf"{NO}|\badult\b|\bsomeone\b",
            "It never goes home. Put the “not” back.",
        ),
        # 2: approval.
        rule(
            r"\bketamine\b(?=.{0,60}\b(?:approv\w*|cleared|licensed|authori[sz]ed|endorse\w*|"
            r"on-label)"
            r"\b)",
            rf"{NO}|\boff-label\b|\banesthe\w+|\bsurgery\b|\bto sleep\b|\bwarn",
            APPROVED,
        ),
        rule(
            r"\b(?:approv\w*|clear(?:s|ed)|licens\w+|authori[sz]\w+|endors\w+|back(?:s|ed)|"
            r"allow\w*)\b"
            r"(?: \w+){0,4} ketamine\b",
            rf"{NO}|\boff-label\b|\banesthe\w+|\bsurgery\b|\bto sleep\b",
            APPROVED,
        ),
        turned(
            r"\bapproved for (?:\w+ )?(?:ptsd|anxiety|ocd|alcohol|addiction|pain|bipolar)",
            NO,
            "It is not approved for this. Put the “not” back.",
        ),
        turned(r"\bfda (?:has |had )?reviewed\b|\badvised\b", NO, "Put the “not” back."),
        # 4 and 5: misuse, dependence, withdrawal.
        rule(
            rf"\b(?:no|{_SMALL}|hardly any|almost no|without)(?: \w+){{0,3}} {_HOOK}",
            r"\b(?:know|knows|known|judge|approved)\b",
            MISUSE,
        ),
        rule(
            rf"\b{_HOOK}(?: \w+){{0,4}} (?:is|are|was|were|seems?|stays?|remains?|"
            rf"looks?)(?: \w+){{0,2}} "
            rf"(?:{_SMALL}|a myth|not|n't|no|never|nothing)\b",
            r"\bknow",
            MISUSE,
        ),
        rule(
            rf"(?:\b(?:not|never|cannot|no one|nobody|non|rarely|seldom|hardly ever|unlikely to)|"
            rf"n't)"
            rf"\b[ -](?:\w+ ){{0,4}}{_HOOK}",
            r"\b(?:know|knows|known|judge|approved|can be|may be|same)\b",
            MISUSE,
        ),
        rule(r"\bless addictive|\bsafer than\b", r"\bcannot say\b|\bnot\b", MISUSE),
        rule(
            r"\bbody (?:\w+ ){0,3}(?:not|never|n't) (?:\w+ )?(?:get used|come to need|depend|"
            r"crave)",
            "",
            MISUSE,
        ),
        rule(
            r"\b(?:stop|quit)(?: \w+){0,5} without (?:any )?(?:problem|trouble|feeling|effect|"
            r"symptom)",
            "",
            MISUSE,
        ),
        turned(
            r"\bshare (?:it|this|your|the)\b", rf"{NO}|\bagainst the law\b", "Put the “not” back."
        ),
        # 6: dissociation.
        rule(
            rf"\b(?:less|fewer|reduc\w+|no|hardly any|weaker|avoids?|free of|limits?|prevents?|"
            rf"{_SMALL}|rarely|seldom)(?: \w+){{0,3}} {_UNREAL}|\b{_UNREAL}[- ]free\b",
            r"\bbad\b",
            DISSOCIATION,
        ),
        rule(
            rf"\b(?:{_UNREAL})(?: \w+){{0,3}} (?:is|are|seems?|feels?)(?: \w+){{0,2}} "
            rf"(?:reduced|less|weak|absent|avoided|gone|{_SMALL})\b",
            "",
            DISSOCIATION,
        ),
        rule(
            rf"(?:\b(?:not|never|without|rarely)|n't)\b (?:\w+ ){{0,5}}{_UNREAL}",
            r"\bmay not be\b|\bnot (?:know|mean)",
            DISSOCIATION,
        ),
        rule(
            r"\b(?:stay|remain|feel)s?(?: \w+)? (?:connected|fully present|clear-headed|"
            r"fully aware)\b",
            NO,
            DISSOCIATION,
        ),
        # 7: the shot.
        rule(
            r"\b(?:shots?|injections?|muscle|im ketamine)\b.{0,60}\b(?:hours to|slow(?:er|ly)?|"
            r"gradual\w*|"
            r"mild\w*|gentl\w+|steady|steadily|after (?:a few|some|several) hours)\b",
            rf"{NO}|\bbreath",
            SHOT,
        ),
        rule(r"\b(?:gentle|mild|slow|gradual|steady)\b(?: \w+){0,3} (?:shot|injection)", NO, SHOT),
        rule(r"\btakes? (?:\w+ )?hours to (?:work|peak|start|act)", NO, SHOT),
        # 8: suicide and crisis help.
        rule(
            rf"\b(?:prevent|stop|remov|eras|eliminat|cur|banish|clear|resolv|protect|wip)\w*"
            rf"(?: \w+){{0,4}} {_END_LIFE}",
            r"\bnot (?:been )?shown\b|\b(?:does|has) not\b",
            SUICIDE,
        ),
        rule(
            rf"\b(?:tak|get|mak|rid)\w* (?:\w+ ){{0,3}}{_END_LIFE}(?: \w+){{0,2}} (?:away|go|"
            rf"vanish)|"
            rf"\brid of(?: \w+){{0,2}} {_END_LIFE}",
            NO,
            SUICIDE,
        ),
        rule(
            rf"\b{_END_LIFE}(?: \w+){{0,4}} (?:vanish\w*|disappear\w*|(?:go|goes|went) away|gone|"
            rf"stops?|"
            r"fades?|end)\b",
            NO,
            SUICIDE,
        ),
        rule(
            rf"\b(?:no more|no longer (?:have|feel)|never again|n't have|not have)(?: \w+){{0,3}} "
            rf"{_END_LIFE}",
            r"\bif\b",
            SUICIDE,
        ),
        rule(
            rf"\b(?:instant|immediate|rapid|quick|fast)\w*(?: \w+){{0,4}} (?:{_END_LIFE}|crisis)",
            NO,
            SUICIDE,
        ),
        rule(
            r"(?:\b(?:not|no)|n't)\b need(?: \w+){0,5} (?:crisis|hot ?line|help ?line|emergency|"
            r"hospital)|"
            r"\b(?:instead of|replaces?|in place of)(?: \w+){0,3} (?:crisis|emergency|hot ?line|"
            r"help line)",
            r"\bnot a replacement\b|\bnot replace\b",
            SUICIDE,
        ),
        turned(
            r"\bwait (?:for|until) (?:your|the) next (?:visit|session|appointment)\b",
            NO,
            "Help must not wait. Put the “not” back.",
        ),
        rule(
            rf"\b(?:ends?|ended|saves?|frees?|rescues?)(?: \w+){{0,4}} {_END_LIFE}",
            rf"{NO}|\bif\b|\bor\b",
            SUICIDE,
        ),
        rule(
            r"\bno (?:added|extra|higher|greater|more|real|known|such)? ?risks?\b",
            r"\bnot the same as\b",
            "Every group here has risks. Name them, with numbers.",
        ),
        # 9: for whom.
        rule(
            r"\b(?:any|every)(?:one|body)\b(?: \w+){0,2} (?:can|may|could|should|"
            r"benefits?)(?! (?:tell|ask))"
            r"|\b(?:all|most|any|every) (?:adults?|people|patients?|person)(?: \w+)? (?:can|may|"
            r"could|should) "
            r"(?:use|have|take|get|try)",
            rf"{NO}|\bask\b",
            ALL,
        ),
        rule(
            r"\bfor (?:almost |nearly |practically )?(?:every(?:one|body)|any(?:one|body)|"
            r"all (?:people|"
            r"adults|patients)|all)\b|\bsuits? (?:almost |nearly )?(?:every|any|all)",
            NO,
            ALL,
        ),
        rule(
            r"\b(?:no|not|without|n't)(?: \w+){0,3} (?:screen\w*|check-?up|contraindication\w*|"
            r"exclusion\w*)\b"
            r"|\bno(?: one| body|body)? (?:\w+ ){0,2}(?:needs? to|must|has to|should) (?:avoid|"
            r"be checked)",
            "",
            ALL,
        ),
        rule(r"\b(?:no one|nobody) who (?:cannot|can't|should not|must not)\b", "", ALL),
        rule(
            r"\bsafe(?:ly)?\b.{0,30}\b(?:pregnan\w+|breast-?feed\w*)"
            r"|\b(?:pregnan\w+|breast-?feed\w*)\b.{0,40}\bsafe(?:ly)?\b",
            rf"{NO}|\bask\b|\btell\b",
            "It may harm an unborn baby. Say that it is not advised.",
        ),
        # 10: the same day.
        turned(
            r"\bdriv(?:e|es|ing)\b",
            rf"{NO}|\bonly\b|\bbefore (?:you drive|driving)\b|\bsafe to drive\b|\bdrives you\b",
            "Here driving is ruled out until the next day. Put the “not” back.",
        ),
        rule(
            r"\b(?:drive|driving)\b.{0,40}\b(?:same day|hours?|minutes?|awake|fine|home)\b",
            r"\b(?:not|never|cannot|no) (?:\w+ )?(?:drive|driving)\b|n't drive|\buntil\b|"
            r"\bnext day\b|^no\b",
            SAME_DAY,
        ),
        rule(
            r"\b(?:go|travel|get|walk|leave|ride)(?: \w+)?(?: home)? (?:alone|by yourself|"
            r"on your own)\b",
            NO,
            SAME_DAY,
        ),
        rule(
            r"(?:\b(?:not|no)|n't) need (?:\w+ ){0,4}(?:ride|adult|escort|driver|someone|anyone|"
            r"one with)|"
            r"\bno (?:ride|escort|adult|driver)(?: home)? (?:is )?(?:need|requir|necess)\w*",
            "",
            SAME_DAY,
        ),
        rule(
            r"\bleave (?:right away|as soon as|at once|whenever|when you (?:like|want|feel|wish))",
            NO,
            SAME_DAY,
        ),
        rule(
            r"(?:\b(?:not|never|no|without|rarely)|n't)\b (?:\w+ ){0,4}(?:sleepy|sleepiness|"
            r"drows\w+|sedat\w+)",
            r"\buntil\b|\bmay not\b",
            SAME_DAY,
        ),
        rule(
            r"(?:\b(?:not|never|no|without|cannot)|n't)\b (?:\w+ ){0,4}(?:breath\w*)",
            r"\bif\b|\bknow|\bcan(?:not|'t) breathe\b",
            SAME_DAY,
        ),
        rule(
            r"\bbreathing (?:\w+ ){0,2}(?:is|stays|remains|will be)(?: \w+)? (?:normal|safe|fine|"
            r"unaffected)",
            NO,
            SAME_DAY,
        ),
        rule(
            r"\bbreath\w*(?: \w+){0,3} (?:not|never)(?: \w+){0,2} (?:affect|slow|chang|harm)\w*",
            "",
            SAME_DAY,
        ),
        turned(
            r"\bsign papers\b|\bbig (?:choices|decisions)\b|\bride a bike\b|\buse machines\b"
            r"|\bget up alone\b|\bleave alone\b|\bdrive yourself\b",
            NO,
            "Put the “not” back.",
        ),
        turned(r"\bdrink alcohol\b", rf"{NO}|\bif you\b|\btell us\b", "Put the “not” back."),
        # 11: addiction.
        rule(
            r"\b(?:treats?|treated|treatment for|cur(?:e|es)|ends?|cuts?|stops?|reduces?|heals?|"
            r"beats?|breaks?"
            r"|relieves?|fix(?:es)?|helps?(?: with| you)?)(?: \w+){0,3} (?:addict\w*|craving\w*|"
            r"drinking|"
            r"alcohol (?:use|problem)\w*|drug (?:use|problem)\w*)",
            rf"{NO}|\bapproved\b|\bstud(?:y|ies)\b|\btell\b",
            ADDICTION,
        ),
        rule(
            r"\b(?:addict\w*|craving\w*)(?: \w+){0,3} (?:vanish\w*|disappear\w*|go(?:es)? away|"
            r"fade|ends?)\b",
            NO,
            ADDICTION,
        ),
        rule(
            r"\b(?:works?|effective|good|made|treats?|helps?)(?: \w+){0,2} (?:for |against |with )?"
            r"(?:\w+ )?(?:ptsd|anxiety|ocd)\b",
            rf"{NO}|\bmay\b|\bstud(?:y|ies)\b|\btherapy\b|\basked?\b|\bsmall\b",
            "For this the proof is weak or missing. Say what studies found.",
        ),
        # 12: for good.
        rule(
            r"\blasts? (?:for )?(?:many |several )?(?:months|years|a lifetime)|\bmonths (?:of|"
            r"without)\b|"
            r"\bfor good\b|\bfor life\b|\bnever (?:comes?|came) back|\bnot (?:come back|relapse|"
            r"return)\b|"
            r"\bstays? away\b|\bone (?:course|dose|session) is (?:enough|all)",
            r"\b(?:no|not) (?:good|know)\b",
            LASTING,
        ),
        rule(
            r"\b(?:one|another|a) (?:patient|man|woman|veteran|mother) (?:said|says|told|felt|"
            r"got|found)|"
            r"\b(?:stories|reviews)(?: \w+){0,4} (?:show|prove|tell)",
            rf"{NO}|\bone person\b",
            LASTING,
        ),
        rule(
            r"\b(?:stays?|holds?|goes on|continues?|persists?)(?: \w+){0,2} (?:months|years)\b",
            rf"{NO}|\bask\b",
            LASTING,
        ),
        rule(r"\bparty drug|\btoad\b", "", "This shames or leads astray. Leave it out."),
        # The same, for other lost words: one of them turned round can cost a life.
        turned(
            r"\bbreast-?feed\b",
            rf"{NO}|\bif you\b|\btell us\b|\b(?:are|may be) pregnant\b|\bask\b",
            "Put the “not” back.",
        ),
        turned(
            r"\b(?:stop|change|skip)(?: or (?:stop|change))? (?:any|your|other|them|taking)\b",
            rf"{NO}|\bask\b",
            "Nobody should stop a medicine alone. Put the “not” back.",
        ),
        turned(r"\b(?:food|drinks?) for [0-9]+ (?:hours|minutes)\b", NO, "Put the “no” back."),
        turned(r"\btake \w+(?: or \w+)? if you have had\b", NO, "Put the “not” back."),
        turned(
            r"\bmust (?:take|have|use|get) (?:spravato|ketamine)\b",
            NO,
            "Nobody must have this treatment. Put the “not” back.",
        ),
    ),
)
