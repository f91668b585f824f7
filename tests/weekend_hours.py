"""Hours of Paczka w Weekend for tests that are about something else, or about the hours."""

from __future__ import annotations

from datetime import time

from inpost_desk.domain.weekend_window import WeekendWindow

ALWAYS = WeekendWindow(0, time(0), 0, time(0))
THURSDAY_NIGHT = "2026-03-05T21:00:00+01:00"
