"""The grammar of the lexicon: what a line means, and what is said of a line that is wrong."""

from __future__ import annotations

import pytest

from kg.errors import OntologyError
from kg.frames import Filler, Slot, parse
from kg.model import Status

NOUNS = {
    "weapon": frozenset(("jet", "missile")),
    "envoy": frozenset(("ambassador",)),
    "diplomat": frozenset(("diplomat", "consul")),
}


def test_a_verb_with_an_object_and_a_preposition() -> None:
    frame = parse("verb", "S supply|deliver <weapon> to O", NOUNS)
    assert frame.heads == ("supply", "deliver")
    assert frame.subject == Filler("S")
    assert frame.slots == (
        Slot((), Filler(words=frozenset(("jet", "missile")))),
        Slot(("to",), Filler("O")),
    )
    assert frame.text == "S supply|deliver <weapon> to O"
    assert frame.status is None


def test_a_slot_without_preposition_is_the_direct_object() -> None:
    assert parse("verb", "S invade O", NOUNS).slots == (Slot((), Filler("O")),)


def test_prepositions_may_be_alternatives() -> None:
    frame = parse("noun", "attack|raid on|against O", NOUNS)
    assert frame.heads == ("attack", "raid")
    assert frame.slots == (Slot(("on", "against"), Filler("O")),)
    assert frame.roles == {"S", "O"}


def test_words_may_be_alternatives() -> None:
    frame = parse("verb", "S exert pressure|influence on O", NOUNS)
    assert frame.slots[0] == Slot((), Filler(words=frozenset(("pressure", "influence"))))


def test_a_noun_that_belongs_to_a_role() -> None:
    (slot,) = parse("verb", "S summon <envoy of O>", NOUNS).slots
    assert slot.filler == Filler(words=frozenset(("ambassador",)), owner="O")


def test_classes_of_nouns_may_be_alternatives() -> None:
    (slot,) = parse("verb", "S expel <envoy of O>|<diplomat of O>", NOUNS).slots
    expected = frozenset(("ambassador", "diplomat", "consul"))
    assert slot.filler == Filler(words=expected, owner="O")


def test_a_role_may_be_narrowed_to_classes_of_actors() -> None:
    (slot,) = parse("verb", "S withdraw from O:Organisation|IGO", NOUNS).slots
    assert slot == Slot(("from",), Filler("O", ("Organisation", "IGO")))


def test_a_particle() -> None:
    frame = parse("verb", "S call +in <envoy of O>", NOUNS)
    assert frame.particle == "in"
    assert frame.heads == ("call",)


def test_an_infinitive_has_slots_of_its_own() -> None:
    (slot,) = parse("verb", "S refuse|decline to+meet|see O", NOUNS).slots
    assert slot.prepositions == ("to",)
    assert slot.clause is not None
    assert slot.clause.heads == ("meet", "see")
    assert slot.clause.slots == (Slot((), Filler("O")),)


def test_both_ends_from_one_coordination() -> None:
    (slot,) = parse("noun", "clash between S&O", NOUNS).slots
    assert slot == Slot(("between",), Filler("S&O"))


def test_the_possessor_of_a_noun_may_be_its_object() -> None:
    frame = parse("noun", "O's arrest|detention by S", NOUNS)
    assert frame.possessor == "O"
    assert frame.slots == (Slot(("by",), Filler("S")),)


@pytest.mark.parametrize(
    ("line", "side", "heads", "role"),
    [
        ("O-backed|funded S", "suffix", ("backed", "funded"), "O"),
        ("pro|anti-O S", "prefix", ("pro", "anti"), "O"),
        ("S-held O", "suffix", ("held",), "S"),
    ],
)
def test_affixes(line: str, side: str, heads: tuple[str, ...], role: str) -> None:
    frame = parse("affix", line, NOUNS)
    assert (frame.affix, frame.heads, frame.possessor) == (side, heads, role)


def test_a_third_actor_is_needed_but_no_end() -> None:
    frame = parse("verb", "S surrender X:Region to O", NOUNS)
    assert frame.slots[0] == Slot((), Filler("X", ("Region",)))
    assert frame.roles == {"S", "O"}


def test_a_line_may_imply_a_status() -> None:
    frame = parse("verb", "S scrap talks with O => negated", NOUNS)
    assert frame.status is Status.NEGATED
    assert frame.slots[-1] == Slot(("with",), Filler("O"))


def test_what_a_role_or_adjective_describes_is_its_subject() -> None:
    assert parse("role", "ally|partner of O", NOUNS).roles == {"S", "O"}
    assert parse("adj", "dependent on O", NOUNS).roles == {"S", "O"}


def test_a_narrower_line_weighs_more() -> None:
    lines = (
        "S withdraw from O",
        "S withdraw from O:IGO",
        "S withdraw <weapon> from O",
        "S pull +out <weapon> from O",
    )
    weights = [parse("verb", line, NOUNS).weight for line in lines]
    assert weights == sorted(set(weights))


@pytest.mark.parametrize(
    ("kind", "line", "why"),
    [
        ("verbs", "S invade O", "'verbs'"),
        ("verb", "invade O", "'O' is no word"),
        ("verb", "", "a subject is expected"),
        ("verb", "S", "a predicate is expected"),
        ("verb", "S invade", "needs both S and O, has S"),
        ("verb", "S supply <weapon>", "needs both S and O, has S"),
        ("verb", "S give <gift> to O", "<gift> is no noun class"),
        ("verb", "S summon <envoy of Z>", "<envoy of Z>: a noun belongs to S or O"),
        ("verb", "S Invade O", "'Invade' is no word"),
        ("verb", "S withdraw from", "what follows 'from' is expected"),
        ("verb", "S invade O => likely", "'likely' is no status"),
        ("noun", "attack", "needs both S and O, has S"),
        ("verb", "S surrender X:Region", "needs both S and O, has S"),
        ("affix", "S-held S", "neither 'O-word S' nor 'word-O S'"),
        ("affix", "O backed S", "neither 'O-word S' nor 'word-O S'"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_wrong(kind: str, line: str, why: str) -> None:
    with pytest.raises(OntologyError) as caught:
        parse(kind, line, NOUNS)
    assert repr(line) in str(caught.value)
    assert why in str(caught.value)
