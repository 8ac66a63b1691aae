"""The gateway: intake, turns, outbox, clock. One way in and one way out for every channel."""
