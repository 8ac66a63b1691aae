"""The case record: a shelf for every kind of value in ``bot.core.record``."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from bot.core import agreement, obstacle, rhythm, scan
from bot.core import record as core
from bot.store import tables
from bot.store.alarms import Alarms
from bot.store.cipher import Cipher
from bot.store.shelf import Shelf


class SqlRecord:
    """The record for the length of one transaction; implements ``bot.services.ports.Record``."""

    def __init__(self, conn: Connection, cipher: Cipher) -> None:
        self.people = Shelf(conn, tables.people, core.Person, cipher)
        self.cases = Shelf(conn, tables.cases, core.Case, cipher)
        self.memberships = Shelf(conn, tables.memberships, core.Membership, cipher)
        self.answers = Shelf(conn, tables.answers, core.Answer, cipher)
        self.revisions = Shelf(conn, tables.revisions, core.Revision, cipher)
        self.skips = Shelf(conn, tables.skips, core.Skip, cipher)
        self.own_questions = Shelf(conn, tables.own_questions, core.OwnQuestion, cipher)
        self.notes = Shelf(conn, tables.notes, core.Note, cipher)
        self.invitations = Shelf(conn, tables.invitations, core.Invitation, cipher)
        self.openings = Shelf(conn, tables.openings, core.Opening, cipher)
        self.attempts = Shelf(conn, tables.attempts, core.Attempt, cipher)
        self.parties = Shelf(conn, tables.parties, core.Party, cipher)
        self.traces = Shelf(conn, tables.traces, core.Trace, cipher)
        self.agreements = Shelf(conn, tables.agreements, agreement.Agreement, cipher)
        self.agreement_events = Shelf(
            conn, tables.agreement_events, agreement.AgreementEvent, cipher
        )
        self.schedules = Shelf(conn, tables.schedules, rhythm.Schedule, cipher)
        self.check_ins = Shelf(conn, tables.check_ins, rhythm.CheckIn, cipher)
        self.ratings = Shelf(conn, tables.ratings, rhythm.Rating, cipher)
        self.scans = Shelf(conn, tables.scans, scan.Scan, cipher)
        self.obstacles = Shelf(conn, tables.obstacles, obstacle.Tick, cipher)
        self.round_ups = Shelf(conn, tables.round_ups, rhythm.RoundUp, cipher)
        self.alarms = Alarms(conn, tables.alarms, rhythm.Alarm, cipher)
        self._conn = conn

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is done in the block is wholly undone when it goes wrong; what was done before
        stays."""
        try:
            with self._conn.begin_nested():
                yield
        except Exception:
            for shelf in vars(self).values():
                if isinstance(shelf, Shelf):
                    shelf.forget()
            raise
