"""What staff are, may do and attest at a kiosk, as values."""
