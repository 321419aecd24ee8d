"""What runs by the clock: closing, opening, counting, and sending what waits in the outbox."""
