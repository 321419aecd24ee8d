"""The council decides on the results of a territory, project by project, beside the count (F2)."""
