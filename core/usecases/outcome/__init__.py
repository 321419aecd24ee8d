"""The end of voting: closing, opening the boxes, counting, telling everybody (F1, F5)."""
