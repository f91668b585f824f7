"""InPost Desk: InPost labels at the packing table."""
