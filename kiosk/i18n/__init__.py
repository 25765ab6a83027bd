"""Languages, their direction, and the words of the program itself. No Qt."""
