"""Journeys in a real window: the program as a process of its own, real keys and mouse, real paper."""
