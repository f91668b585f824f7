"""Every sentence the program says, in English here and in Polish by Qt translation."""
