"""What is written about the program, and how its pictures are made."""
