"""The campaign itself: rules, register and votes. Knows no messenger and no HTTP."""
