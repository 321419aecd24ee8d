"""What stands from the opening of voting on: rules, projects, costs, who may vote (A4)."""
