"""Who may ask: checks of host, origin and token before anything else is looked at.

A page on another site can make a browser ask a service on this machine, under the name of that
site. So requests that name another host or come from another origin are refused.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import StoreError
from kg.serve.metrics import Metrics

LOCAL = ("127.0.0.1", "localhost", "::1")
SHORTEST_TOKEN = 16
_TOKEN_NAMES = {"token", "access_token", "api_key", "bearer"}
_HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Who may do what: names the service answers to, the token if one is set, if it may write."""

    hosts: frozenset[str]
    token: str | None = None
    write: bool = False
    open: bool = True  # whether one may read without the token

    def is_bearer(self, headers: Headers) -> bool:
        """Whether the request carries the token."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        known = self.token is not None and scheme.lower() == "bearer"
        return known and hmac.compare_digest(token.strip().encode(), str(self.token).encode())


def access(
    host: str, *, names: Iterable[str] = (), write: bool = False, token_file: Path | None = None
) -> Access:
    """The rules for a service on this address; raises `StoreError` for rules that are no rules."""
    token = read_token(token_file) if token_file else None
    local = is_local(host)
    if write and not token:
        raise StoreError(
            "--write needs --token-file: without a token anybody could change the store"
        )
    if not local and not token:
        raise StoreError(
            f"{host} can be reached from other machines: give --token-file, or stay on 127.0.0.1"
        )
    known = {*LOCAL, *(name.lower() for name in names), host.lower()}
    return Access(frozenset(known), token, write, local)


def is_local(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def read_token(path: Path) -> str:
    """The token in a file; raises `StoreError` where it is none, or too short to be one."""
    try:
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: cannot be read: {error}") from error
    if len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable():
        raise StoreError(
            f"{path}: holds no token: write {SHORTEST_TOKEN} or more letters and digits into it"
        )
    return token


class Guard:
    """Middleware that lets through only what may pass, and adds the headers of safe answers."""

    def __init__(self, app: ASGIApp, access: Access, metrics: Metrics) -> None:
        self.app, self.access, self.metrics = app, access, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.metrics.requested(message["status"])
                given = {name for name, _ in message["headers"]}
                extra = ((k.encode(), v.encode()) for k, v in _HEADERS.items())
                message["headers"] = [
                    *message["headers"], *(pair for pair in extra if pair[0] not in given)
                ]  # fmt: skip
            await send(message)

        refusal = self.refusal(scope)
        await (refusal or self.app)(scope, receive, secured)

    def refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Why the request may not pass; None if it may."""
        headers = Headers(scope=scope)
        if _name(headers.get("host", "")) not in self.access.hosts:
            return _refused(421, "this service does not answer to that host name")
        if "origin" in headers and not _same(headers["origin"], headers["host"]):
            return _refused(403, "pages of other sites may not ask here")
        query = scope["query_string"].decode("ascii", "replace")
        if any(key.lower() in _TOKEN_NAMES for key, _ in parse_qsl(query)):
            return _refused(
                400, "a token belongs into the Authorization header, not into an address"
            )
        carries = "authorization" in headers
        if not self.access.is_bearer(headers) and (carries or not self.access.open):
            if scope["path"] == "/health" and not carries:
                return None
            refused = _refused(401, "the token is missing or wrong")
            refused.headers["www-authenticate"] = 'Bearer realm="actorgraph"'
            return refused
        return None


def _refused(status: int, why: str) -> PlainTextResponse:
    return PlainTextResponse(why + "\n", status)


def _name(host: str) -> str:
    """A Host header without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _same(origin: str, host: str) -> bool:
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()
