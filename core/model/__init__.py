"""The nouns of CONTEXT.md as frozen dataclasses and enums, importable by everybody."""
