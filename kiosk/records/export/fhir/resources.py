"""The five resources that one visit becomes, each from the record alone."""

import base64
import hashlib
from dataclasses import dataclass

from kiosk.records.export.entries import Entry, compact
from kiosk.records.export.fhir import names
from kiosk.records.export.fhir.names import Json
from kiosk.records.export.standing import Standing, instant
from kiosk.records.export.visit_text import DOORS, summary


@dataclass(frozen=True, slots=True)
class Visit:
    """An opened visit and what later records say about it."""

    entry: Entry
    person: Json
    standing: Standing

    @property
    def decided(self) -> str:
        """When the last button was pressed, a FHIR instant."""
        return instant(self.person["decided"]["utc"], self.entry)


def document_reference(visit: Visit) -> Json:
    """Return the resource that says everything by itself: a page to read and the record."""
    entry, person = visit.entry, visit.person
    status, signed = visit.standing.document
    title = f"Patient education record {entry.receipt}"
    page = summary(entry, person, visit.standing).encode()
    relates = {}
    if visit.standing.replaces:
        older = names.link_to("DocumentReference", entry, visit.standing.replaces)
        relates = {"relatesTo": [{"code": "replaces", "target": older}]}
    return {
        **_start("DocumentReference", entry),
        "masterIdentifier": {"system": names.RECORD, "value": entry.row.id},
        "identifier": names.identifiers(entry),
        "status": status,
        "docStatus": signed,
        "type": names.DOCUMENT_TYPE,
        "subject": names.subject(entry, person),
        "date": visit.decided,
        "author": [names.kiosk_agent(entry)],
        **_authenticator(visit.standing),
        **relates,
        "description": f"{title}. Chose: {DOORS[person['door']]}.",
        "securityLabel": [{"coding": names.meta(entry)["security"]}],
        "content": [
            {"attachment": _attachment("text/plain; charset=utf-8", page, title, "en")},
            {"attachment": _attachment("application/json", _whole(entry), f"{title}, data", None)},
        ],
        "context": {
            "period": {"start": instant(person["started"]["utc"], entry), "end": visit.decided}
        },
    }


def _start(kind: str, entry: Entry) -> Json:
    return {
        "resourceType": kind,
        "id": names.resource_id(kind, entry),
        "meta": names.meta(entry),
    }


def _authenticator(standing: Standing) -> Json:
    signed = standing.last("cosign")
    return {"authenticator": names.staff_agent(signed.staff)} if signed and signed.staff else {}


def _attachment(kind: str, content: bytes, title: str, language: str | None) -> Json:
    # FHIR R4 fixes SHA-1 here; it finds slips of transport, the signature proves the record.
    digest = hashlib.sha1(content, usedforsecurity=False).digest()
    return {
        "contentType": kind,
        **({"language": language} if language else {}),
        "data": base64.b64encode(content).decode(),
        "size": len(content),
        "hash": base64.b64encode(digest).decode(),
        "title": title,
    }


def _whole(entry: Entry) -> bytes:
    row = entry.row
    proof = {"leaf": row.leaf.hex(), "root": row.root.hex(), "sig": row.sig.hex()}
    return compact({"body": row.body.decode(), **proof, "sealed": entry.person}).encode()


# A mark is a wish to talk; it is no finding, so it is never exported as a condition.
_MARKED = "Pages marked with a question, and lines (page#line) marked to talk about"


def questionnaire_response(visit: Visit) -> Json:
    """Return what was answered, flagged and chosen."""
    entry, person = visit.entry, visit.person
    void = visit.standing.last("void")
    chosen = {"system": names.DOOR, "code": person["door"], "display": DOORS[person["door"]]}
    items: list[Json] = [
        {"linkId": "door", "text": "Choice at the end", "answer": [{"valueCoding": chosen}]}
    ]
    items += [_idea(idea) for idea in person["ideas"]]
    if person["flags"]:
        answers = [{"valueString": flag} for flag in person["flags"]]
        items.append({"linkId": "questions", "text": _MARKED, "answer": answers})
    return {
        **_start("QuestionnaireResponse", entry),
        "identifier": names.identifiers(entry)[0],
        "status": "entered-in-error" if void else "completed",
        "subject": names.subject(entry, person),
        "authored": visit.decided,
        "author": names.kiosk_agent(entry),
        "item": items,
    }


def _idea(idea: Json) -> Json:
    link = f"idea.{idea['idea']}"
    absent = {"valueCoding": {"system": names.ABSENT, "code": "asked-unknown"}}
    answers = [absent if one is None else {"valueInteger": one} for one in idea["choices"]]
    asked: list[Json] = []
    if answers:
        text = "Choices in order; positions in the content, or not sure"
        asked.append({"linkId": f"{link}.choices", "text": text, "answer": answers})
    return {
        "linkId": link,
        "text": idea["idea"],
        "item": [
            *asked,
            {
                "linkId": f"{link}.explained",
                "text": "Times explained in another way",
                "answer": [{"valueInteger": idea["explained"]}],
            },
            {
                "linkId": f"{link}.talk",
                "text": "To talk about with the clinician",
                "answer": [{"valueBoolean": idea["talk"]}],
            },
        ],
    }


def consent(visit: Visit) -> Json:
    """Return the Consent: never active before a clinician has co-signed."""
    entry, person, standing = visit.entry, visit.person, visit.standing
    pack = entry.clear.fields["pack"]
    status = standing.consent[person["door"]]
    signed = standing.last("cosign")
    when = {"verificationDate": signed.at} if signed else {}
    return {
        **_start("Consent", entry),
        "identifier": names.identifiers(entry),
        "status": status,
        "scope": {"coding": [{"system": names.SCOPE, "code": "treatment"}]},
        "category": [names.DOCUMENT_TYPE],
        "patient": names.subject(entry, person),
        "dateTime": visit.decided,
        "sourceReference": names.link_to("DocumentReference", entry),
        "policyRule": {
            "text": f"Content {pack['id']} {pack['version']} sha256 {pack['sha256']}: "
            f"{person['meaning']}"
        },
        "verification": [{"verified": signed is not None, **when}],
    }


def provenance(visit: Visit) -> Json:
    """Return who made the record, who co-signed it, and the kiosk's own signature."""
    entry, signed = visit.entry, visit.standing.last("cosign")
    agents = [_agent("author", names.kiosk_agent(entry))]
    if signed and signed.staff:
        agents.append(_agent("verifier", names.staff_agent(signed.staff)))
    signature = {
        "type": [
            {
                "system": names.SIGNATURE,
                "code": "1.2.840.10065.1.12.1.14",
                "display": "Source Signature",
            }
        ],
        "when": visit.decided,
        "who": names.kiosk_agent(entry),
        "sigFormat": "application/octet-stream",
        # Over the checkpoint and the leaf, not over FHIR; both are in the document's data.
        "data": base64.b64encode(entry.row.sig).decode(),
    }
    return {
        **_start("Provenance", entry),
        "target": [
            names.link_to(kind, entry)
            for kind in ("DocumentReference", "QuestionnaireResponse", "Consent")
        ],
        "occurredDateTime": visit.decided,
        "recorded": visit.decided,
        "agent": agents,
        "entity": [{"role": "source", "what": names.link_to("DocumentReference", entry)}],
        "signature": [signature],
    }


def _agent(role: str, who: Json) -> Json:
    return {"type": {"coding": [{"system": names.PARTICIPANT, "code": role}]}, "who": who}
