"""An akimat's rulebook: read from TOML, checked as a whole, and handed on as frozen data."""
