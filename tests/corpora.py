"""A corpus written by hand: three short articles, and what a person finds in them."""

from __future__ import annotations

from kg.graph.pool import pool
from kg.model import (
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

ENVOY = Document(
    name="envoy",
    text=(
        "Russia summoned Armenia's ambassador on Friday. Armenia accused Russia of neglect. "
        "Prime Minister Nikol Pashinyan will visit the United States in November. "
        "Armenia denied the charges, and Baku did not attack Armenia, the ministry said."
    ),
    title="Moscow calls in the ambassador",
    publisher="Example Wire",
    url="https://news.example/envoy",
    published="2023-09-11",
)
ARMS = Document(
    name="arms & more",
    text=(
        "France supplies Bastion vehicles to Armenia. Azerbaijan said France was arming Armenia. "
        "Moscow did not send weapons to Armenia. Armenia may leave the CSTO."
    ),
    title='Vehicles for "Yerevan" <draft>',
    publisher="Gazette “Ա”",
    published="2023-10-24T08:30:00Z",
)
LETTER = Document(
    name="letter",
    text=(
        "Russia sent weapons to Armenia, Vladimir Putin said. Armenia is a member of the CSTO. "
        "Did Azerbaijan attack Armenia in 2020? Azerbaijan attacked Armenia in September 2022. "
        "Vladimir Putin, the president of Russia, met Nikol Pashinyan on 12 May 2022."
    ),
    published="2023-11",
    language="en",
)

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("russia", "Russia", "Country", ("Kremlin", "Moscow"), "Q159"),
        Actor("armenia", "Armenia", "Country", ("Yerevan",), "Q399"),
        Actor("azerbaijan", "Azerbaijan", "Country", ("Baku",), "Q227"),
        Actor("france", "France", "Country", ("Paris",), "Q142"),
        Actor("united-states", "United States", "Country", (), "Q30"),
        Actor("csto", "Collective Security Treaty Organization", "IGO", ("CSTO",), "Q318693"),
        Actor("nikol-pashinyan", "Nikol Pashinyan", "Person", (), None, ("armenia",)),
        Actor("vladimir-putin", "Vladimir Putin", "Person", (), "Q7747", ("russia",)),
        Actor("armenian-ministry", "the ministry", "GovernmentBody", (), None, ("armenia",)),
    )
}


def corpus() -> Corpus:
    """Everything that the three articles say."""
    return pool([*_envoy(), *_arms(), *_letter()], [ENVOY, ARMS, LETTER], ACTORS.values())


def span(document: Document, words: str, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(document: Document, words: str, actor: str, nth: int = 0) -> Mention:
    """A name in the text, of the class of its actor."""
    place = span(document, words, nth)
    return Mention(place, words, ACTORS[actor].type, ACTORS[actor].label)


def claim(
    document: Document,
    subject: tuple[str, str, int],
    relation: tuple[str, str],
    object_: tuple[str, str, int],
    *,
    sentence: str,
    status: Status = Status.ASSERTED,
    scope: str | None = None,
    source: tuple[str, str, int] | None = None,
    time: When | None = None,
    qualifiers: tuple[tuple[str, str], ...] = (),
    confidence: float = 0.9,
) -> ResolvedClaim:
    """A claim; subject, object and source are (words, actor, nth), a relation is (id, cue)."""
    sides = [mention(document, *side) for side in (subject, object_)]
    place = span(document, sentence)
    cue = document.text.index(relation[1], place.start)
    evidence = Evidence(
        document.name,
        sentence=place,
        cue=Span(cue, cue + len(relation[1])),
        subject=sides[0].span,
        object=sides[1].span,
        rule=f"{relation[0]}/verb/{relation[1]}",
        scope=(span(document, scope),) if scope else (),
    )
    said_by = mention(document, *source) if source else None
    plain = Claim(
        sides[0], relation[0], sides[1], evidence, status, said_by, time, qualifiers, confidence
    )
    meant = (resolution(subject[1]), resolution(object_[1]))
    return ResolvedClaim(plain, document, *meant, resolution(source[1]) if source else None)


def resolution(actor: str) -> Resolution:
    """The actor, found by name."""
    return Resolution(ACTORS[actor], 0.95, (f"“{ACTORS[actor].label}” is a name of it",))


def _envoy() -> list[ResolvedClaim]:
    text = ENVOY.text
    first, second, third, fourth = (text.split(". ")[i].rstrip(".") for i in range(4))
    return [
        claim(
            ENVOY, ("Russia", "russia", 0), ("summonsEnvoyOf", "summoned"),
            ("Armenia", "armenia", 0), sentence=first,
            time=When("2023-09-08", None, "relative", span(ENVOY, "Friday")),
            confidence=0.934,
        ),
        claim(
            ENVOY, ("Armenia", "armenia", 1), ("accuses", "accused"), ("Russia", "russia", 1),
            sentence=second, qualifiers=(("topic", "neglect"),),
        ),
        claim(
            ENVOY, ("Nikol Pashinyan", "nikol-pashinyan", 0), ("visits", "visit"),
            ("United States", "united-states", 0), sentence=third, status=Status.PLANNED,
            scope="will", time=When("2023-11", None, "text", span(ENVOY, "November")),
        ),
        claim(
            ENVOY, ("Nikol Pashinyan", "nikol-pashinyan", 0),
            ("headOfGovernmentOf", "Prime Minister"), ("Armenia", "armenia", 0), sentence=third,
        ),
        claim(
            ENVOY, ("Baku", "azerbaijan", 0), ("attacks", "attack"), ("Armenia", "armenia", 3),
            sentence=fourth, status=Status.NEGATED, scope="not",
            source=("the ministry", "armenian-ministry", 0),
        ),
    ]  # fmt: skip


def _arms() -> list[ResolvedClaim]:
    first, second, third, fourth = (ARMS.text.split(". ")[i].rstrip(".") for i in range(4))
    return [
        claim(
            ARMS, ("France", "france", 0), ("suppliesWeaponsTo", "supplies"),
            ("Armenia", "armenia", 0), sentence=first,
            qualifiers=(("weapon", "Bastion vehicles"),),
        ),
        claim(
            ARMS, ("France", "france", 1), ("suppliesWeaponsTo", "arming"),
            ("Armenia", "armenia", 1), sentence=second, source=("Azerbaijan", "azerbaijan", 0),
        ),
        claim(
            ARMS, ("Moscow", "russia", 0), ("suppliesWeaponsTo", "send weapons"),
            ("Armenia", "armenia", 2), sentence=third, status=Status.NEGATED, scope="not",
        ),
        claim(
            ARMS, ("Armenia", "armenia", 3), ("leaves", "leave"), ("CSTO", "csto", 0),
            sentence=fourth, status=Status.HYPOTHETICAL, scope="may",
        ),
    ]  # fmt: skip


def _letter() -> list[ResolvedClaim]:
    text = LETTER.text
    sent, member, asked = (
        "Russia sent weapons to Armenia, Vladimir Putin said", "Armenia is a member of the CSTO",
        "Did Azerbaijan attack Armenia in 2020?",
    )  # fmt: skip
    attacked, met = "Azerbaijan attacked Armenia in September 2022", text.split("2022. ")[1]
    return [
        claim(
            LETTER, ("Russia", "russia", 0), ("suppliesWeaponsTo", "sent weapons"),
            ("Armenia", "armenia", 0), sentence=sent,
            source=("Vladimir Putin", "vladimir-putin", 0),
        ),
        claim(
            LETTER, ("Armenia", "armenia", 1), ("memberOf", "member"), ("CSTO", "csto", 0),
            sentence=member,
        ),
        claim(
            LETTER, ("Azerbaijan", "azerbaijan", 0), ("attacks", "attack"),
            ("Armenia", "armenia", 2), sentence=asked, status=Status.QUESTIONED, scope="Did",
            time=When("2020", None, "text", span(LETTER, "2020")),
        ),
        claim(
            LETTER, ("Azerbaijan", "azerbaijan", 1), ("attacks", "attacked"),
            ("Armenia", "armenia", 3), sentence=attacked,
            time=When("2022-09", None, "text", span(LETTER, "September 2022")),
        ),
        claim(
            LETTER, ("Vladimir Putin", "vladimir-putin", 1), ("headOfStateOf", "president"),
            ("Russia", "russia", 1), sentence=met,
        ),
        claim(
            LETTER, ("Vladimir Putin", "vladimir-putin", 1), ("meets", "met"),
            ("Nikol Pashinyan", "nikol-pashinyan", 0), sentence=met,
            time=When("2022-05-12", None, "text", span(LETTER, "12 May 2022")),
        ),
    ]  # fmt: skip
