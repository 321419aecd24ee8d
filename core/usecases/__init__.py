"""Verbs, one package a capability: open the transaction, ask the rules, write, commit."""
