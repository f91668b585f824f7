"""Which proxy leads to an address: the settings', the environment's, the system's, or none.

Asked once for each account that is opened. A script that chooses a proxy (PAC) is noticed and never run.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies, getproxies_environment, proxy_bypass

from inpost_desk.domain.proxy import DIRECT
from inpost_desk.shipx.environments import is_loopback

_DESKTOP_SECONDS: Final = 3.0
_PROGRAM: Final = "gsettings"
_WINDOWS_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"


class Source(StrEnum):
    """Who named the proxy."""

    NOBODY = "nobody"
    SETTINGS = "settings"
    ENVIRONMENT = "environment"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Proxy:
    """The way to one address. An empty `address` is the direct one.

    The address of an environment may hold a user and a password: `shown` is what others may read. `script`
    is where the system says that a PAC file lies.
    """

    address: str = field(default="", repr=False)
    source: Source = Source.NOBODY
    script: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """Scheme, host and port."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if self.address else ""


def proxy_for(address: str, given: str = "") -> Proxy:
    """The proxy for an https or http `address`; `given` is what the settings say (see `domain.proxy`).

    This machine is never asked through one. May ask the desktop's settings: takes up to 3 s.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if is_loopback(host):
        return Proxy()
    if given:
        return Proxy("" if given == DIRECT else given, Source.SETTINGS)
    if getproxies_environment():
        found, source = getproxies(), Source.ENVIRONMENT
    elif desktop := _desktop_settings():
        return desktop_proxy(desktop, host=host, scheme=parts.scheme)
    else:
        found, source = getproxies(), Source.SYSTEM
    # Both lists of exceptions, of the environment and of the system, are judged by this one.
    excepted = proxy_bypass(f"{host}:{parts.port}" if parts.port else host)
    named = "" if excepted else found.get(parts.scheme) or found.get("all") or ""
    if named:
        return Proxy(_with_scheme(named), source)
    return Proxy(script="" if excepted or found else system_script())


def desktop_proxy(values: Mapping[str, str], *, host: str, scheme: str) -> Proxy:
    """The proxy that GNOME's settings name, as `gsettings list-recursively` prints them."""
    mode = _text(values, "org.gnome.system.proxy mode")
    if mode == "auto":
        script = _text(values, "org.gnome.system.proxy autoconfig-url")
        return Proxy(source=Source.SYSTEM, script=script or "WPAD")
    exceptions = values.get("org.gnome.system.proxy ignore-hosts", "[]")
    if mode != "manual" or _excepted(host, exceptions):
        return Proxy()
    there = _text(values, f"org.gnome.system.proxy.{scheme} host")
    port = values.get(f"org.gnome.system.proxy.{scheme} port", "0")
    if not there or port == "0":
        return Proxy()
    return Proxy(f"http://{there}:{port}", Source.SYSTEM)


def system_script() -> str:
    """Where Windows says that a PAC file lies, "" where it says nothing or another system runs."""
    if sys.platform != "win32":
        return ""
    import winreg  # pragma: no cover - never run here

    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:  # pragma: no cover
        try:
            return str(winreg.QueryValueEx(key, "AutoConfigURL")[0])
        except OSError:
            return ""


def _desktop_settings() -> dict[str, str]:
    """Schema and key with their value; nothing outside a Linux desktop: only that one keeps them."""
    program = shutil.which(_PROGRAM) if os.environ.get("XDG_CURRENT_DESKTOP") else None
    if sys.platform != "linux" or program is None:
        return {}
    try:
        answer = subprocess.run(  # noqa: S603
            [program, "list-recursively", "org.gnome.system.proxy"],
            capture_output=True,
            text=True,
            timeout=_DESKTOP_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    found = (line.split(" ", 2) for line in answer.stdout.splitlines())
    return {f"{one[0]} {one[1]}": one[2] for one in found if len(one) == 3}


def _text(values: Mapping[str, str], name: str) -> str:
    return values.get(name, "").strip("'\"")


def _excepted(host: str, listed: str) -> bool:
    """Whether GNOME's list names the host: as it is, as `*.firma` or `.firma`, or as a network."""
    try:
        patterns = ast.literal_eval(listed.removeprefix("@as "))
    except (ValueError, SyntaxError):
        return False
    return any(_matches(host.casefold(), str(one).casefold()) for one in patterns)


def _matches(host: str, pattern: str) -> bool:
    try:
        return ip_address(host) in ip_network(pattern, strict=False)
    except ValueError:
        plain = pattern.removeprefix("*").removeprefix(".")
        return host == plain or host.endswith(f".{plain}")


def _with_scheme(address: str) -> str:
    return address if "://" in address else f"http://{address}"
