"""What a person could type."""

from hypothesis import strategies as st

# Ordinary letters, and the signs on which something could trip. (Of all the signs there are, each
# process would first have to make a list.)
ANYTHING = st.text("abcABC 123.,'’-_|={}[]<>/\\\"\n\t\x00\u2028\u202eéß한🙂", max_size=60)
