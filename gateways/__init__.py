"""The outside world behind the core's ports: one module a service that an akimat may run beside the bot."""
