"""Forty texts that try to run, break out, hide or reorder, and a corpus with them everywhere."""

from __future__ import annotations

from kg.model import (
    UNWRITABLE,
    Actor,
    Claim,
    Corpus,
    Document,
    Evidence,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Status,
    When,
)
from tests.export.html.corpus import gather

RUN = "window.ran=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</ScRiPt ><sCrIpT>{RUN}</sCrIpT>",
    f"<!--<script>{RUN}//-->",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"<img src=x onerror={RUN}>",
    f"<img src=x:x onerror='{RUN}'//",
    f'"><img src=x onerror="{RUN}">',
    f"'><svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext></mtext><mglyph><style><img src=x onerror={RUN}>",
    f"<body onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src=javascript:parent.{RUN}></iframe>",
    f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{display:none!important}</style>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"javascript:{RUN}",
    f"JaVaScRiPt&colon;{RUN}",
    f" javascript:{RUN}//https://news.example/",
    f"data:text/html,<script>{RUN}</script>",
    f"https://news.example/\" onmouseover=\"{RUN}",
    f"${{{RUN}}} {{{{constructor.constructor('{RUN}')()}}}} $title $data",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e &lt;script&gt;{RUN}&lt;/script&gt;",
    "__proto__",
    "constructor",
    "\u202eesrever \u2066isolated\u202d",
    "\x00\x01\x1b[2J\x7f\u2028\u2029\ufeff",
    "z" + "\u0317\u0325\u0489\u0300" * 60,
    "W" * 3000,
    "\U000e0001\U000e0041\ufff9un\u200bseen\ufffb\u00ad\u2060",
)  # fmt: skip


def hostile() -> Corpus:
    """Each payload as an actor that supplies weapons to the next, in every field of everything."""
    actors = [_actor(number, payload) for number, payload in enumerate(PAYLOADS)]
    claims = []
    for number, payload in enumerate(PAYLOADS):
        pair = (actors[number], actors[(number + 1) % len(actors)])
        for status in (Status.ASSERTED, Status.NEGATED):
            claims.append(_claim(number, payload, pair, status))
    return gather({actor.id: actor for actor in actors}, claims)


def _actor(number: int, payload: str) -> Actor:
    id_ = UNWRITABLE.sub("", payload)
    return Actor(f"{id_}{number}", payload, payload, (payload,), payload, (id_,))


def _claim(number: int, payload: str, pair: tuple[Actor, Actor], status: Status) -> ResolvedClaim:
    length, gap = len(payload), " supplies weapons to "
    text = f"{payload}{gap}{payload}. {payload}"
    url = payload if ":" in payload else f"https://news.example/{payload}"
    document = Document(f"{payload}{status}", text, payload, payload, url, payload)
    first = Span(0, length)
    second = Span(length + len(gap), 2 * length + len(gap))
    cue = Span(length + 1, length + 9)
    sentence = Span(0, second.end + 1)
    evidence = Evidence(document.name, sentence, cue, first, second, payload, (cue,))
    mentions = [Mention(span, payload, payload, payload) for span in (first, second)]
    claim = Claim(
        mentions[0],
        payload if number % 2 else "suppliesWeaponsTo",
        mentions[1],
        evidence,
        status,
        mentions[0] if status is Status.NEGATED else None,
        When(payload, payload, payload) if number % 3 else When(f"2023-09-{number % 28 + 1:02}"),
        ((payload, payload),),
        0.5,
    )
    means = [Resolution(actor, 0.5, (payload, payload)) for actor in pair]
    speaker = means[0] if status is Status.NEGATED else None
    return ResolvedClaim(claim, document, means[0], means[1], speaker)
