"""All that knows Rasa: our channel, memory and reader inside it, and the client that asks it."""
