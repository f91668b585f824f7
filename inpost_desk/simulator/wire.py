"""What every path of ShipX has in common: whose token it is, JSON read and written. No rule lives here."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from inpost_desk.simulator.accounts import TOKENS
from inpost_desk.simulator.engine import Engine
from inpost_desk.simulator.records import Account
from inpost_desk.simulator.refusals import Refusal, invalid

JSON_TYPE = "application/json; charset=utf-8"


def account_of(request: Request, engine: Engine) -> Account:
    """The account of the token. Raises `Refusal`."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    organization = TOKENS.get(token.strip()) if scheme.lower() == "bearer" else None
    if organization is None:
        raise Refusal("token_invalid")
    return engine.account(organization)


def owner_of(request: Request, engine: Engine) -> Account:
    """The account of the token, which must be the one in the path. Raises `Refusal`."""
    account = account_of(request, engine)
    if request.path_params["org"] != account.id:
        raise Refusal("forbidden")
    return account


def host(request: Request) -> str:
    """As the client calls us."""
    return request.headers.get("host", "127.0.0.1")


def answer(body: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(
        msgspec.json.encode(body), status_code=status, headers=headers, media_type=JSON_TYPE
    )


async def body_of(request: Request) -> Any:
    """Raises `Refusal` for what is no JSON."""
    try:
        return msgspec.json.decode(await request.body())
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refusal("invalid_parameter") from None


async def object_of(request: Request) -> dict[str, Any]:
    """Raises `Refusal` for what is no JSON object."""
    body = await body_of(request)
    if not isinstance(body, dict):
        raise invalid([(("body",), "invalid")])
    return body
