"""The case record: a shelf for every kind of value in ``bot.core.record``."""

from sqlalchemy import Connection

from bot.core import record as core
from bot.store import tables
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
        self.attempts = Shelf(conn, tables.attempts, core.Attempt, cipher)
        self.parties = Shelf(conn, tables.parties, core.Party, cipher)
        self.traces = Shelf(conn, tables.traces, core.Trace, cipher)
