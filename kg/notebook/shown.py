"""What a notebook shows: the page to explore, in a frame, and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

# Scripts of the page run, and only they; without `allow-same-origin` they reach neither the
# notebook nor its cookies. Articles open in a tab of their own, outside of the frame.
SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True, slots=True)
class View:
    """A page in a frame of its own, `height` pixels high."""

    page: str = field(repr=False)
    height: int

    def _repr_html_(self) -> str:
        return (
            f'<iframe sandbox="{SANDBOX}" srcdoc="{escape(self.page)}" title="Graph to explore" '
            f'width="100%" height="{int(self.height)}" style="border: 1px solid #d9dee3"></iframe>'
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the bytes of a PNG file."""

    data: bytes = field(repr=False)

    def _repr_png_(self) -> bytes:
        return self.data
