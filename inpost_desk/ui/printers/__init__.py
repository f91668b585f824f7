"""The printers in the settings."""
