"""Python reads this at its start when this folder is on PYTHONPATH: it puts in the fault points,
and the clock that a test turns."""

from tests.harness import faultpoints, turned_clock

faultpoints.install()
turned_clock.install()
