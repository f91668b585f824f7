"""Makes the sounds of the station from nothing but sines, into `resources/sounds` or into `--folder`.

Each is told from the others by its rhythm, not by its pitch alone: a hall is loud, and a scanner beeps too.
"""

from __future__ import annotations

import argparse
import math
import sys
import wave
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
RATE: Final = 22_050
# Of full scale, so that no loudspeaker rattles.
LOUDEST: Final = 0.7
# Seconds: a tone that begins or ends at once clicks.
EDGE: Final = 0.004
# A small loudspeaker cannot say the ground note of the low one: its overtones do.
HARSH: Final = (1.0, 0.0, 0.7, 0.0, 0.55, 0.0, 0.4)
CLEAR: Final = (1.0, 0.25, 0.1)


@dataclass(frozen=True, slots=True)
class Tone:
    """From one pitch to another, in hertz; 0 is silence. `overtones` are shares, from the ground note on."""

    start: float
    seconds: float
    end: float = 0.0
    overtones: tuple[float, ...] = CLEAR


def _times(count: int, tone: Tone, gap: float) -> tuple[Tone, ...]:
    return (tone, *((Tone(0, gap), tone) * (count - 1)))


SOUNDS: Final[dict[str, tuple[Tone, ...]]] = {
    "taken": (Tone(1900, 0.045),),
    "printed": (Tone(880, 0.09), Tone(0, 0.015), Tone(1318.5, 0.14)),
    "warning": _times(2, Tone(587.3, 0.15), 0.08),
    "stop": _times(3, Tone(185, 0.2, overtones=HARSH), 0.07),
    "duplicate": _times(3, Tone(1046.5, 0.055), 0.055),
    "deaf": (Tone(880, 0.5, 262),),
}


def main() -> int:
    """Write every sound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "resources/sounds")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        write(folder / f"{name}.wav", tones)
    return 0


def write(place: Path, tones: Sequence[Tone]) -> None:
    """One sound: 16 bits, mono."""
    samples = array("h", (round(32_767 * LOUDEST * one) for tone in tones for one in heard(tone)))
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(place), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def heard(tone: Tone) -> Iterator[float]:
    """Its samples, from -1 to 1."""
    count, phase = round(tone.seconds * RATE), 0.0
    whole = sum(tone.overtones)
    for place in range(count):
        share = place / count
        pitch = tone.start + ((tone.end or tone.start) - tone.start) * share
        phase += 2 * math.pi * pitch / RATE
        parts = (part * math.sin(phase * (at + 1)) for at, part in enumerate(tone.overtones))
        yield sum(parts) / whole * _edge(place, count)


def _edge(place: int, count: int) -> float:
    near = min(place, count - 1 - place) / (EDGE * RATE)
    return 1.0 if near >= 1 else (1 - math.cos(math.pi * near)) / 2


if __name__ == "__main__":
    sys.exit(main())
