"""Anteroom: a patient-education and consent kiosk for clinics."""

__version__ = "0.1.0"
