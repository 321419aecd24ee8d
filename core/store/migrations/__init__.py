"""The history of the tables, applied by ``core.store.migrate``."""
