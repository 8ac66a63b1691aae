"""Language: the spaCy pipeline, name masking, dates."""
