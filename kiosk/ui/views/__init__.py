"""From a visit to what a page shows: plain values, no widgets."""
