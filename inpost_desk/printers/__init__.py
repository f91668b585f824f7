"""Printers and how they are reached. No Qt but in the one module that draws through a driver."""
