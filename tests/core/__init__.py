"""Tests of the core, one package a storey."""
