"""The web server that faces the network: uvicorn, on a port that is taken before all else."""

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

GRACE = 2  # seconds for requests that are under way at the end


class PortTaken(Exception):
    """Another program listens there already."""


def take_port(host: str, port: int) -> socket.socket:
    """A socket that listens at this address. PortTaken when somebody else does.

    What is accepted on it sends at once. Left to itself the kernel holds the body of a reply back
    until the head was acknowledged, which takes 40 ms; asyncio prevents that only on sockets that
    it made itself.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise PortTaken(f"{host}:{port}") from error
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


class WebServer(uvicorn.Server):
    """Ends on Ctrl-C or a request to end, and then lets the gateway end the rest in peace."""

    def __init__(self, app: Starlette) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http="h11",  # which, unlike httptools, limits how long headers may be
                ws="none",  # uvicorn's own choice of websockets is newer than Rasa's
                log_level="warning",
                timeout_graceful_shutdown=GRACE,
            )
        )

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As shipped it raises the signal once more, which would break off all that comes after."""
        loop = asyncio.get_running_loop()
        numbers = (signal.SIGINT, signal.SIGTERM)
        for number in numbers:
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in numbers:
                loop.remove_signal_handler(number)
