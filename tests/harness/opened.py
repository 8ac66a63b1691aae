"""Everything that a database holds, in every table and column, with what is sealed opened."""

from collections.abc import Iterator

from sqlalchemy import LargeBinary, select

from bot.settings import Settings
from bot.store.tables import metadata
from bot.wiring import open_database


def tables_with(settings: Settings, word: str) -> list[str]:
    """The names of the tables in which a word stands, anywhere in a row, sealed or not."""
    return sorted({table for table, text in _all_texts(settings) if word in text})


def _all_texts(settings: Settings) -> Iterator[tuple[str, str]]:
    database = open_database(settings)
    try:
        with database.read() as conn:
            for table in metadata.sorted_tables:
                for row in conn.execute(select(table)):
                    for column in table.columns:
                        value = row._mapping[column.name]
                        sealed = isinstance(column.type, LargeBinary) and value is not None
                        yield table.name, database.cipher.open(value) if sealed else str(value)
    finally:
        database.close()
