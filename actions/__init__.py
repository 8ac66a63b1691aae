"""What the engine has done by hand: each action reads the message, calls one service, and says
the result. One topic, one file name, here and in ``data/rules`` and ``data/nlu``."""
