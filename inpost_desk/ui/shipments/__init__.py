"""The Shipments page."""
