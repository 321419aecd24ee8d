"""The tests, one package a capability or a storey, so that a test is found where its subject is."""
