"""Zwaan beside the usual way of building it; ``python -m benchmarks.run`` measures both."""
