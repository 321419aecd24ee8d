"""Tests of the pages: over HTTP, in Chromium, as a process that is killed."""
