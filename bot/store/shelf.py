"""Keeps frozen values of one kind in one table: sealed where they must be, found by equality."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    LargeBinary,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from bot.core.method import Cell
from bot.store.cipher import Cipher
from bot.store.tables import UtcDateTime

T = TypeVar("T")
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]  # into the database, and out of it
Clause = tuple[tuple[str, bool], ...]  # names of columns, and whether each must be empty


class Shelf(Generic[T]):
    """The values of one dataclass, for the length of one transaction.

    What was read once is not read again in the same transaction, until something is put here.
    """

    def __init__(self, conn: Connection, table: Table, kind: type[T], cipher: Cipher) -> None:
        self._conn = conn
        self._table = table
        self._kind = kind
        hashable: Any = kind
        self._codecs = _codecs(table, hashable, cipher)
        self._read: dict[Any, list[Any]] = {}

    def get(self, id: str) -> T | None:
        return self.first(id=id)

    def first(self, **where: object) -> T | None:
        return next(iter(self._find(where)), None)

    def find(self, **where: object) -> list[T]:
        """All values whose columns equal ``where``, oldest first."""
        return list(self._find(where))

    def pick(self, column: str, **where: object) -> list[Any]:
        """One column of what ``find`` would give, without opening anything that is sealed."""
        decode = self._codecs[column][1]
        return [decode(row[0]) for row in self._rows(column, where)]

    def put(self, value: T) -> None:
        """Keep a value: a new one, or in the place of the one with its id."""
        self._read.clear()
        row = {name: codec[0](getattr(value, name)) for name, codec in self._codecs.items()}
        change = {**row, _KEY: row["id"]}
        if not self._conn.execute(_update(self._table), change).rowcount:
            self._conn.execute(_insert(self._table), row)

    def remove(self, **where: object) -> int:
        """Take away all values whose columns equal ``where``; returns how many."""
        self._read.clear()
        clause, values = self._matches(where)
        return self._conn.execute(_delete(self._table, clause), values).rowcount

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._read.clear()

    def _find(self, where: Mapping[str, object]) -> list[T]:
        asked = tuple(where.items())
        if asked not in self._read:
            self._read[asked] = [self._value(row) for row in self._rows(None, where)]
        return self._read[asked]

    def _rows(self, column: str | None, where: Mapping[str, object]) -> Sequence[Row[Any]]:
        clause, values = self._matches(where)
        return self._conn.execute(_select(self._table, column, clause), values).all()

    def _matches(self, where: Mapping[str, object]) -> tuple[Clause, dict[str, Any]]:
        """Which columns must equal something, or be empty; and what they must equal."""
        values = {name: self._codecs[name][0](value) for name, value in where.items()}
        clause = tuple((name, value is None) for name, value in values.items())
        return clause, {_KEY + n: value for n, value in values.items() if value is not None}

    def _value(self, row: Row[Any]) -> T:
        said = row._mapping
        return self._kind(**{name: codec[1](said[name]) for name, codec in self._codecs.items()})


# Statements are built once: to build one costs more than to run it.
_KEY = "where_"  # before the names of what is looked for, which is not what is set


@lru_cache(maxsize=512)
def _select(table: Table, column: str | None, clause: Clause) -> Select[Any]:
    wanted = table if column is None else table.c[column]
    began = [c for c in table.c if isinstance(c.type, UtcDateTime)][:1]
    return select(wanted).where(*_equal(table, clause)).order_by(*began, table.c.id)


@lru_cache(maxsize=512)
def _delete(table: Table, clause: Clause) -> Delete:
    return delete(table).where(*_equal(table, clause))


@lru_cache
def _update(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam(_KEY, type_=table.c.id.type))


@lru_cache
def _insert(table: Table) -> Insert:
    return insert(table)


def _equal(table: Table, clause: Clause) -> list[ColumnElement[bool]]:
    return [
        column.is_(None) if empty else column == bindparam(_KEY + name, type_=column.type)
        for name, empty in clause
        for column in [table.c[name]]
    ]


@lru_cache  # a record opens nine shelves at every transaction
def _codecs(table: Table, kind: type, cipher: Cipher) -> dict[str, Codec]:
    hints = get_type_hints(kind)
    codecs = {}
    for field in fields(kind):
        sealed = isinstance(table.c[field.name].type, LargeBinary)
        codecs[field.name] = (cipher.seal, cipher.open) if sealed else _plain(hints[field.name])
    return {name: _optional(codec) for name, codec in codecs.items()}


def _plain(hint: Any) -> Codec:
    """How a value of this type stands in a column that is not sealed."""
    if isinstance(hint, UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is tuple:
        return ",".join, lambda text: tuple(text.split(",")) if text else ()
    if hint is Cell:
        return lambda cell: cell.id, Cell.parse
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str, hint
    if hint in (str, bool, int, date, datetime) or get_origin(hint) is not None:
        return lambda value: value, lambda value: value
    raise TypeError(f"no way to keep a {hint}")


def _optional(codec: Codec) -> Codec:
    encode, decode = codec
    return (
        lambda value: None if value is None else encode(value),
        lambda value: None if value is None else decode(value),
    )
