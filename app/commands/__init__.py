"""The operator's commands, ``python -m core …``: they read settings, call use cases and print in English."""
