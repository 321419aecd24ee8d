"""Who somebody is: keys, keyed hashes of people and phones, clerk's codes."""
