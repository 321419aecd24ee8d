"""Measures taps and votes beside named baselines in one run, and weighs screens; never a timed test."""
