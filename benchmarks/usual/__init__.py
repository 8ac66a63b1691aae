"""The usual way: one Rasa form with every question as a slot. Only ever here to be measured."""
