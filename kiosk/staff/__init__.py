"""What staff may do, as plain functions. No Qt."""
