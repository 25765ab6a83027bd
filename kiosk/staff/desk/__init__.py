"""The reception desk and the clinician's desk, without any window."""
