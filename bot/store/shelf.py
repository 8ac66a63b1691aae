"""Keeps frozen values of one kind in one table: sealed where they must be, found by equality."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from sqlalchemy import Connection, LargeBinary, Table, delete, insert, select, update

from bot.core.method import Cell
from bot.store.cipher import Cipher
from bot.store.tables import UtcDateTime

T = TypeVar("T")
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]  # into the database, and out of it


class Shelf(Generic[T]):
    """The values of one dataclass, for the length of one transaction."""

    def __init__(self, conn: Connection, table: Table, kind: type[T], cipher: Cipher) -> None:
        self._conn = conn
        self._table = table
        self._kind = kind
        hashable: Any = kind
        self._codecs = _codecs(table, hashable, cipher)
        self._order = [*[c for c in table.c if isinstance(c.type, UtcDateTime)][:1], table.c.id]

    def get(self, id: str) -> T | None:
        found = self._conn.execute(select(self._table).where(self._table.c.id == id)).mappings()
        row = found.first()
        return self._value(row) if row else None

    def first(self, **where: object) -> T | None:
        return next(iter(self.find(**where)), None)

    def find(self, **where: object) -> list[T]:
        """All values whose columns equal ``where``, oldest first."""
        query = select(self._table).where(*self._matches(where)).order_by(*self._order)
        return [self._value(row) for row in self._conn.execute(query).mappings()]

    def pick(self, column: str, **where: object) -> list[Any]:
        """One column of what ``find`` would give, without opening anything that is sealed."""
        query = select(self._table.c[column]).where(*self._matches(where)).order_by(*self._order)
        decode = self._codecs[column][1]
        return [decode(value) for value in self._conn.scalars(query)]

    def put(self, value: T) -> None:
        """Keep a value: a new one, or in the place of the one with its id."""
        row = {name: codec[0](getattr(value, name)) for name, codec in self._codecs.items()}
        same = self._table.c.id == row["id"]
        if not self._conn.execute(update(self._table).where(same).values(row)).rowcount:
            self._conn.execute(insert(self._table).values(row))

    def remove(self, **where: object) -> int:
        """Take away all values whose columns equal ``where``; returns how many."""
        return self._conn.execute(delete(self._table).where(*self._matches(where))).rowcount

    def _matches(self, where: dict[str, object]) -> list[Any]:
        return [self._table.c[name] == self._codecs[name][0](v) for name, v in where.items()]

    def _value(self, row: Any) -> T:
        return self._kind(**{name: codec[1](row[name]) for name, codec in self._codecs.items()})


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
    if hint in (str, bool, int, datetime) or get_origin(hint) is not None:
        return lambda value: value, lambda value: value
    raise TypeError(f"no way to keep a {hint}")


def _optional(codec: Codec) -> Codec:
    encode, decode = codec
    return (
        lambda value: None if value is None else encode(value),
        lambda value: None if value is None else decode(value),
    )
