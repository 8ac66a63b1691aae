"""What people can do with Zwaan: one verb a file, plain Python, ports for all that it needs."""
