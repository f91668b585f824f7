"""One command, one table: `python -m benchmarks` (see `__main__`). Nothing of this ships with the program."""
