"""How the pictures of the window are made: see `docs/make_pictures.py`."""
