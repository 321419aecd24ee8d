"""The pages of the akimat's own server, for what must not pass through a messenger."""
