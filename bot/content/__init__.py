"""Reading what stands under ``data/``: whole and right, or refused with file, line and reason."""
