"""What tests of every storey share: services, databases, a clock that is set by hand."""
