"""Zwaan: everyone around a child thinks through the same case, question by question."""
