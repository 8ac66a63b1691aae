"""What Zwaan says: the results of services put into words, bubbles and buttons."""
