"""Raw routers: service events, lasting buttons, errors, groups, and whatever nobody expected."""
