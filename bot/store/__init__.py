"""The case record in a database: SQLAlchemy, encryption, migrations. Only here is SQL known."""
