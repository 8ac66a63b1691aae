"""Dutch public holidays, from the library `holidays`, which follows the law."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=64)
def _of(year: int) -> frozenset[date]:
    from holidays import country_holidays  # 12 MB, which only whoever has a rhythm needs

    return frozenset(country_holidays("NL", years=year))


def is_public_holiday(day: date) -> bool:
    """Whether a day is a public holiday in the Netherlands: 5 May only every fifth year."""
    return day in _of(day.year)
