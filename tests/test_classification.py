"""One sentence, two parties: expected types follow the coding rules of the PLOVER manual."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kg
from kg.classification import Classification
from kg.model import Status


def of(text: str, source: str, target: str) -> Classification:
    found = kg.classify(text, source, target)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "source", "target", "type_"),
    [
        ("Norway sent howitzers to Moldova.", "Norway", "Moldova", "AID"),
        ("Norway will send howitzers to Moldova.", "Norway", "Moldova", "AGREE"),
        ("Norway refused to send howitzers to Moldova.", "Norway", "Moldova", "REJECT"),
        ("Kenya's president met Tanzania's premier.", "Kenya", "Tanzania", "CONSULT"),
        ("Kenya agreed to meet Tanzania.", "Kenya", "Tanzania", "AGREE"),
        ("Chile bombed Bolivia.", "Chile", "Bolivia", "ASSAULT"),
        ("Chile threatened to bomb Bolivia.", "Chile", "Bolivia", "THREATEN"),
        ("Ghana asked Togo to release the sailors.", "Ghana", "Togo", "REQUEST"),
        ("Ghana insisted that Togo free the sailors.", "Ghana", "Togo", "REQUEST"),
        ("Peru accused Ecuador of shelling a village.", "Peru", "Ecuador", "ACCUSE"),
        ("Japan imposed sanctions on Belarus.", "Japan", "Belarus", "SANCTION"),
        ("Students marched in Lima to denounce Chile.", "Students", "Chile", "PROTEST"),
    ],
)
def test_types_follow_the_coding_rules(text: str, source: str, target: str, type_: str) -> None:
    assert of(text, source, target).plover_type == type_


@pytest.mark.parametrize(
    ("text", "source", "target", "type_"),
    [
        ("Chad will leave the talks with Libya unless it yields.", "Chad", "Libya", "THREATEN"),
        (
            "Norway will withdraw its troops from Mali unless Mali yields.",
            "Norway",
            "Mali",
            "THREATEN",
        ),
        ("Norway may impose sanctions on Mali.", "Norway", "Mali", "THREATEN"),
        ("Norway may have imposed sanctions on Mali.", "Norway", "Mali", "SANCTION"),
        ("Chad prepared to shell Libya.", "Chad", "Libya", "MOBILIZE"),
        ("Chad ended its mediation between Libya and Mali.", "Chad", "Libya", "SANCTION"),
        ("Chad called off negotiations with Libya.", "Chad", "Libya", "REJECT"),
        (
            "Rail workers called off a strike after talks with France.",
            "Rail workers",
            "France",
            "CONCEDE",
        ),
        ("Farmers blocked the roads to Calais.", "Farmers", "Calais", "PROTEST"),
        ("Police dispersed a rally of students.", "Police", "students", "COERCE"),
    ],
)
def test_conditions_preparations_and_endings_turn_an_act(
    text: str, source: str, target: str, type_: str
) -> None:
    assert of(text, source, target).plover_type == type_


def test_a_cue_word_between_the_parties_decides_where_no_frame_binds_both() -> None:
    loose = of("Togo has, with a law on visas, in effect deported the singer.", "Togo", "singer")
    bound = of("Togo deported the singer.", "Togo", "singer")
    assert (loose.relation, bound.relation) == ("deports", "deports")
    assert loose.confidence < bound.confidence


def test_relation_status_and_score_of_an_act_that_is_done() -> None:
    found = of("Chile bombed Bolivia.", "Chile", "Bolivia")
    assert (found.relation, found.status) == ("bombards", Status.ASSERTED)
    assert found.plover_score is not None
    assert found.plover_score < 0
    assert 0 < found.confidence <= 1


def test_a_promise_keeps_its_relation_and_is_told_as_planned() -> None:
    found = of("Norway will send howitzers to Moldova.", "Norway", "Moldova")
    assert (found.relation, found.status) == ("suppliesWeaponsTo", Status.PLANNED)


def test_parties_may_be_any_words_of_the_sentence() -> None:
    found = of("The Blue Lanterns shelled the hamlet of Qorvat.", "Blue Lanterns", "Qorvat")
    assert found.plover_type == "ASSAULT"


def test_a_party_of_unknown_class_may_stand_in_apposition() -> None:
    text = "The group Qorvat Blue, an army of Chad, shelled Bolivia."
    assert of(text, "Qorvat Blue", "Bolivia").plover_type == "ASSAULT"


def test_a_string_that_the_sentence_lacks_gives_nothing() -> None:
    assert kg.classify("Chile bombed Bolivia.", "Chile", "Peru") is None


def test_a_sentence_without_a_relation_gives_nothing() -> None:
    assert kg.classify("Chile and a map of Bolivia.", "Chile", "Bolivia") is None


def test_importing_the_package_loads_no_language_pipeline() -> None:
    code = "import sys, kg; print('spacy' in sys.modules or 'rdflib' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_an_unknown_attribute_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="clasify"):
        _ = kg.clasify
