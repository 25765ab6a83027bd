"""The mechanism drawings: pure shapes, one painter, one widget."""
