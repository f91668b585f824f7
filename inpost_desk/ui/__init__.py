"""The window: the only package with widgets."""
