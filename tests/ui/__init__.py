"""Widgets and pages, driven by real key and mouse events."""
