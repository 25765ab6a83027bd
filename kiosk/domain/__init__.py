"""The rules of a visit: plain values and pure functions, nothing of ours imported."""
