"""What can come over a bare line, without a browser or a well-behaved client."""

import asyncio
import socket

import pytest

from bot.gateway.web_server import take_port
from tests.harness.page_server import PageServer
from tests.harness.stack import Stack

pytestmark = pytest.mark.asyncio(loop_scope="session")

OUTSIDE = (
    "/page/../app.py",
    "/page/../../../../pyproject.toml",
    "/page/%2e%2e/app.py",
    "/page/..%2fapp.py",
    "/page/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fpyproject.toml",
    "/page/..%5capp.py",
    "/page//etc/passwd",
    "/page/%00",
    "/page/",
    "/page",
)


async def test_only_files_of_the_page_can_be_fetched(server: PageServer) -> None:
    for path in OUTSIDE:
        ask = f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        head, body = await _ask(server.port, ask)
        assert head.split()[1] in ("404", "307"), path
        assert body in ("Not Found", ""), path


async def test_a_file_of_the_page_can(server: PageServer) -> None:
    head, body = await _ask(
        server.port, "GET /page/app.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    assert head.split()[1] == "200"
    assert "Puts the page together" in body


async def test_a_header_without_end_is_cut_off(stack: Stack) -> None:
    port = stack.ports["gateway"]
    huge = f"GET /words HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: {'a' * 500_000}\r\n\r\n"
    head, _ = await _ask(port, huge)
    assert head == "" or head.split()[1] in ("400", "431")


@pytest.mark.parametrize(
    "said",
    [
        "nonsense",
        "GET / HTTP/9.9",
        "POST /messages HTTP/1.1\r\nHost: x\r\nContent-Length: many",
        "POST /messages HTTP/1.1\r\nHost: x\r\nContent-Length: -1",
        "POST /messages HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
    ],
    ids=lambda said: said[-20:],
)
async def test_nonsense_is_refused_and_others_are_served_on(server: PageServer, said: str) -> None:
    head, _ = await _ask(server.port, f"{said}\r\n\r\n")
    assert head == "" or head.split()[1].startswith("4")
    assert server.door.knocks == []
    await _still_serves(server)


async def test_what_is_accepted_at_our_port_sends_without_waiting_for_more() -> None:
    with take_port("127.0.0.1", 0) as port:
        caller = socket.create_connection(port.getsockname())
        accepted, _ = port.accept()
        with caller, accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


async def _still_serves(server: PageServer) -> None:
    head, _ = await _ask(server.port, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert head.split()[1] == "200"


async def _ask(port: int, said: str) -> tuple[str, str]:
    """The head and the body that come back; a line closed without a word gives two blanks."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(said.encode())
        answer = (await asyncio.wait_for(reader.read(), 5)).decode(errors="replace")
    except ConnectionResetError:
        return "", ""
    finally:
        writer.close()
    head, _, body = answer.partition("\r\n\r\n")
    return head, body
