"""Entry points: settings are read, everything is wired, processes are run."""
