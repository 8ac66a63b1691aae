"""Python reads this at its start when this folder is on PYTHONPATH: it puts in the fault points."""

from tests.harness.faultpoints import install

install()
