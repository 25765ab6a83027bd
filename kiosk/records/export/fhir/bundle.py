"""Transactions that can be sent twice: every entry is a PUT to an id made from the record."""

from kiosk.records.export.fhir.audit import audit_event
from kiosk.records.export.fhir.names import Json
from kiosk.records.export.fhir.resources import (
    Visit,
    consent,
    document_reference,
    provenance,
    questionnaire_response,
)


def visit_resources(visit: Visit) -> list[Json]:
    """Return the resources of a visit, the complete one first."""
    return [
        document_reference(visit),
        questionnaire_response(visit),
        consent(visit),
        provenance(visit),
        audit_event(visit.entry, visit.person),
    ]


def transaction(resources: list[Json]) -> Json:
    """Return a transaction Bundle that creates the resources, or updates them."""
    return {
        "resourceType": "Bundle",
        "type": "transaction",
        "entry": [
            {
                "fullUrl": f"urn:uuid:{one['id']}",
                "resource": one,
                "request": {"method": "PUT", "url": f"{one['resourceType']}/{one['id']}"},
            }
            for one in resources
        ],
    }
