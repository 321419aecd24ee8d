"""The campaign's kit: posters, texts and QR codes, made by whoever speaks for the akimat (A7, D2)."""
