"""The ways in and out: each turns its channel's messages into ``Inbound``, and shows what comes."""
