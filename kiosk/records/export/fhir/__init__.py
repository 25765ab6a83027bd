"""Records as HL7 FHIR R4 resources, plain dictionaries ready for JSON."""
