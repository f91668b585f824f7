"""What the ledger's tables are made of: their common list, UTC times, exact money, texts never null."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, DateTime, MetaData, String, TypeDecorator

tables = MetaData()


class UtcTime(TypeDecorator[datetime]):
    """Aware times in, aware UTC times out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        del dialect
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


class Money(TypeDecorator[Decimal]):
    """PLN, exact."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> str | None:
        del dialect
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Any) -> Decimal | None:
        del dialect
        return None if value is None else Decimal(value)


def text_column(name: str, length: int = 255) -> Column[str]:
    """A text that is "" where nothing is known."""
    return Column(name, String(length), nullable=False, server_default="")
