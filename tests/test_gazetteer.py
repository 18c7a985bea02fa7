"""The gazetteer: looking names up, offices by date, the data that comes with it, bad data."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.classes import classes, load_classes
from kg.errors import OntologyError
from kg.gazetteer import (
    Gazetteer,
    Match,
    NameKind,
    Term,
    fold,
    gazetteer,
    load,
    slug,
)
from kg.resources import folder
from tests.tools.build_gazetteer import main

ACTORS = folder("ontology") / "actors"


def first(name: str) -> tuple[str, NameKind]:
    match = gazetteer().lookup(name)[0]
    return match.entry.id, match.kind


@pytest.mark.parametrize(
    ("name", "id_", "kind"),
    [
        ("Russia", "russia", NameKind.NAME),
        ("Russian Federation", "russia", NameKind.NAME),
        ("Russia’s", "russia", NameKind.NAME),
        ("Russian", "russia", NameKind.ADJECTIVE),
        ("Russians", "russia", NameKind.PEOPLE),
        ("US", "united-states", NameKind.ACRONYM),
        ("U.S.", "united-states", NameKind.ACRONYM),
        ("the U.S.", "united-states", NameKind.ACRONYM),
        ("USA", "united-states", NameKind.ACRONYM),
        ("UAE", "united-arab-emirates", NameKind.ACRONYM),
        ("DPRK", "north-korea", NameKind.ACRONYM),
        ("the Netherlands", "netherlands", NameKind.NAME),
        ("Dutch", "netherlands", NameKind.ADJECTIVE),
        ("Turkish", "turkey", NameKind.ADJECTIVE),
        ("Turks", "turkey", NameKind.PEOPLE),
        ("Türkiye", "turkey", NameKind.NAME),
        ("Turkiye", "turkey", NameKind.NAME),
        ("Côte d’Ivoire", "ivory-coast", NameKind.NAME),
        ("Cote d'Ivoire", "ivory-coast", NameKind.NAME),
        ("Britons", "united-kingdom", NameKind.PEOPLE),
        ("Emirati", "united-arab-emirates", NameKind.ADJECTIVE),
        ("Poles", "poland", NameKind.PEOPLE),
        ("Artsakh", "nagorno-karabakh", NameKind.NAME),
        ("Nagorno Karabakh", "nagorno-karabakh", NameKind.NAME),
        ("Transcaucasus", "south-caucasus", NameKind.NAME),
        ("USSR", "soviet-union", NameKind.ACRONYM),
        ("European Union", "european-union", NameKind.NAME),
        ("NATO", "nato", NameKind.NAME),
        ("CSTO", "collective-security-treaty-organization", NameKind.ACRONYM),
        ("Western", "the-west", NameKind.ADJECTIVE),
        ("the West", "the-west", NameKind.NAME),
        ("Daesh", "islamic-state", NameKind.NAME),
        ("al Qaeda", "al-qaeda", NameKind.NAME),
        ("Pentagon", "us-department-of-defense", NameKind.NAME),
        ("Kyiv", "kyiv", NameKind.NAME),
        ("Kiev", "kyiv", NameKind.NAME),
        ("Putin", "vladimir-putin", NameKind.SURNAME),
        ("von der Leyen", "ursula-von-der-leyen", NameKind.SURNAME),
        ("Iran nuclear deal", "joint-comprehensive-plan-of-action", NameKind.NAME),
        ("Lachin corridor", "lachin-corridor", NameKind.NAME),
    ],
)
def test_a_written_form_finds_its_entry(name: str, id_: str, kind: NameKind) -> None:
    assert first(name) == (id_, kind)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Moscow", "russia"),
        ("Kremlin", "russia"),
        ("Kiev", "ukraine"),
        ("Peking", "china"),
        ("Washington", "united-states"),
        ("White House", "united-states"),
        ("Downing Street", "united-kingdom"),
        ("Yerevan", "armenia"),
        ("Stepanakert", "nagorno-karabakh"),
        ("Pristina", "kosovo"),
        ("Brussels", "european-union"),
        ("Tel Aviv", "israel"),
    ],
)
def test_capitals_and_seats_of_power_stand_for_their_state(name: str, state: str) -> None:
    found = {match.entry.id: match.kind for match in gazetteer().lookup(name)}
    assert found[state] in (NameKind.CAPITAL, NameKind.METONYM)


@pytest.mark.parametrize("word", ["us", "who", "May", "Rice", "Brown", "Gates", "Nice", "Obamas"])
def test_ordinary_words_are_no_actors(word: str) -> None:
    assert gazetteer().lookup(word) == ()


@pytest.mark.parametrize(
    ("name", "type_"),
    [("Obama", "Person"), ("Mobile", "City"), ("Reading", "City"), ("Van", "City")],
)
def test_no_city_takes_the_name_of_a_person_or_a_word(name: str, type_: str) -> None:
    types = {match.entry.type for match in gazetteer().lookup(name)}
    assert types == ({"Person"} if type_ == "Person" else set())


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Georgia", ["georgia", "georgia-us-state"]),
        ("Congo", ["democratic-republic-of-the-congo", "republic-of-the-congo"]),
        ("Korean", ["south-korea"]),
        ("Guinean", ["guinea"]),
        ("Clinton", ["bill-clinton", "hillary-clinton"]),
        ("SDF", ["syrian-democratic-forces", "japan-self-defense-forces"]),
    ],
)
def test_a_form_of_several_entries_lists_them_all(name: str, ids: list[str]) -> None:
    assert [match.entry.id for match in gazetteer().lookup(name)] == ids


@pytest.mark.parametrize(
    ("role", "of", "date", "holder"),
    [
        ("headOfStateOf", "russia", "2003-06-01", "Vladimir Putin"),
        ("headOfStateOf", "russia", "2010-06-01", "Dmitry Medvedev"),
        ("headOfGovernmentOf", "russia", "2010-06-01", "Vladimir Putin"),
        ("headOfStateOf", "united-states", "2008-12-31", "George W. Bush"),
        ("headOfStateOf", "united-states", "2009-01-21", "Barack Obama"),
        ("headOfStateOf", "united-states", "2018-05", "Donald Trump"),
        ("headOfGovernmentOf", "armenia", "2023-09-11", "Nikol Pashinyan"),
        ("headOfGovernmentOf", "united-kingdom", "2022-10-01", "Liz Truss"),
        ("headOfGovernmentOf", "germany", "2005-10-01", "Gerhard Schröder"),
        ("leaderOf", "nato", "2022-03-01", "Jens Stoltenberg"),
        ("leaderOf", "united-nations", "2006-07-01", "Kofi Annan"),
    ],
)
def test_offices_are_held_in_turn(role: str, of: str, date: str, holder: str) -> None:
    entry = gazetteer().holder(role, of, date)
    assert entry is not None
    assert entry.label == holder


def test_a_title_tells_offices_of_one_state_apart() -> None:
    known = gazetteer()
    supreme = known.holder("headOfStateOf", "iran", "2015-07-14", title="Supreme Leader")
    president = known.holder("headOfStateOf", "iran", "2015-07-14", title="President")
    assert supreme is not None
    assert president is not None
    assert (supreme.label, president.label) == ("Ali Khamenei", "Hassan Rouhani")


def test_nobody_holds_an_office_before_the_first_known_holder() -> None:
    assert gazetteer().holder("headOfStateOf", "russia", "1950-01-01") is None
    assert gazetteer().holder("headOfStateOf", "atlantis", "2020-01-01") is None


def test_without_a_date_the_latest_known_holder_counts() -> None:
    entry = gazetteer().holder("headOfStateOf", "united-states", None)
    assert entry is not None
    assert entry.label == "Donald Trump"


@pytest.mark.parametrize(
    ("date", "covered"),
    [
        ("2018-05-08", True),
        ("2018-05-07", False),
        ("2018", True),
        ("2019-12-31T12:00:00", True),
        ("2020-01", True),
        ("2020-02", False),
    ],
)
def test_terms_compare_dates_by_the_coarser_precision(date: str, *, covered: bool) -> None:
    term = Term("headOfStateOf", "freedonia", "President", "2018-05-08", "2020-01")
    assert term.covers(date) is covered


def test_classes_form_a_hierarchy() -> None:
    kinds = classes()
    assert kinds.is_a("Country", "StateActor")
    assert kinds.is_a("Country", "Place")
    assert kinds.is_a("GovernmentBody", "Organisation")
    assert kinds.is_a("City", "City")
    assert not kinds.is_a("City", "Actor")
    with pytest.raises(OntologyError, match="Planet"):
        kinds.is_a("Planet", "Place")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the United States", "united states"),
        ("Armenia's", "armenia"),
        ("the Philippines’", "philippines"),
        ("ERDOĞAN", "erdogan"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Guinea-Bissau", "guinea bissau"),
        ("  White\n House ", "white house"),
        ("The", "the"),
    ],
)
def test_names_are_compared_without_their_dress(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nikol Pashinyan", "nikol-pashinyan"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("U.S. Army", "us-army"),
        ("People's Republic", "peoples-republic"),
        ("Владимир Путин", "владимир-путин"),
        ("北京", "北京"),
        ("हिन्दी", "हिन्दी"),
        ("?!", ""),
    ],
)
def test_slugs_keep_letters_of_any_script(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_folding_ignores_case_of_letters_and_spaces_around(text: str) -> None:
    assert fold(f" {text} ") == fold(text)


@given(st.text())
def test_slugs_are_words_of_letters_joined_by_hyphens(text: str) -> None:
    made = slug(text)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert all(char == "-" or unicodedata.category(char)[0] in "LNM" for char in made)


@given(st.text())
def test_any_text_can_be_looked_up(name: str) -> None:
    matches = gazetteer().lookup(name)
    assert len({match.entry.id for match in matches}) == len(matches)


def test_every_form_finds_its_own_entry() -> None:
    known = gazetteer()
    for form, match in known.phrases():
        assert match.entry in [found.entry for found in known.lookup(form)], form


def test_every_state_is_known_by_name_adjective_capital_and_number() -> None:
    lines = (ACTORS / "gazetteer" / "generated" / "countries.yaml").read_text("utf-8")
    states = yaml.safe_load(lines)["Country"]
    assert len(states) >= 194
    for label in states:
        entry = gazetteer().entries[slug(label)]
        assert entry.adjectives, label
        assert entry.capital, label
        assert entry.wikidata, label


def test_wikidata_numbers_stand_once() -> None:
    numbers = Counter(e.wikidata for e in gazetteer().entries.values() if e.wikidata)
    assert [number for number, count in numbers.items() if count > 1] == []


def test_the_highest_offices_pass_from_one_to_the_next() -> None:
    spans: dict[tuple[str, str, str], list[Term]] = {}
    for entry in gazetteer().entries.values():
        for term in entry.terms:
            if term.role.startswith("headOf"):
                spans.setdefault((term.role, term.of, term.title), []).append(term)
    contested = {"gambia", "ivory-coast"}  # two claimed the presidency at once
    for (_, of, title), terms in spans.items():
        for earlier, later in pairwise(sorted(terms, key=lambda term: term.start)):
            length = min(len(earlier.end or "9999"), len(later.start))
            gone = (earlier.end or "9999")[:length] <= later.start[:length]
            assert gone or of in contested, (of, title, earlier, later)


def test_no_key_stands_twice_in_a_file() -> None:
    for path in sorted(ACTORS.rglob("*.yaml")):
        assert list(_repeated(yaml.compose(path.read_text("utf-8")))) == [], path.name


def _repeated(node: yaml.Node | None) -> list[str]:
    if isinstance(node, yaml.SequenceNode):
        return [key for item in node.value for key in _repeated(item)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = Counter(key.value for key, _ in node.value)
    below = [found for _, value in node.value for found in _repeated(value)]
    return [key for key, count in keys.items() if count > 1] + below


def test_generated_files_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().out


def small(tmp_path: Path, entries: str, offices: str = "") -> Gazetteer:
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "offices").mkdir()
    (tmp_path / "classes.yaml").write_text((ACTORS / "classes.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "gazetteer" / "some.yaml").write_text(entries, "utf-8")
    if offices:
        (tmp_path / "offices" / "some.yaml").write_text(offices, "utf-8")
    return load(tmp_path)


FREEDONIA = "Country: {Freedonia: {adjectives: [Freedonian], capital: Fredville}}"


def test_words_that_yaml_takes_for_truth_values_stay_words(tmp_path: Path) -> None:
    known = small(tmp_path, "Country: {Norway: {acronyms: [NO]}}")
    assert known.entries["norway"].acronyms == ("NO",)


def test_entries_and_offices_add_up(tmp_path: Path) -> None:
    entries = (
        FREEDONIA + "\nCity: {Fredville: freedonia}\nPerson: {Rufus T. Firefly: {names: [Firefly]}}"
    )
    offices = "headOfStateOf: {freedonia: {President: [Rufus T. Firefly 1933-11/]}}"
    known = small(tmp_path, entries, offices)
    freedonia, firefly = known.entries["freedonia"], known.entries["rufus-t-firefly"]
    assert known.entries["fredville"].within == "freedonia"
    assert firefly.names == ("Rufus T. Firefly", "Firefly")
    assert firefly.terms == (Term("headOfStateOf", "freedonia", "President", "1933-11"),)
    assert Match(freedonia, NameKind.CAPITAL) in known.lookup("Fredville")
    assert known.holder("headOfStateOf", "freedonia", "1934") == firefly


@pytest.mark.parametrize(
    ("entries", "offices", "message"),
    [
        ("Country: {Freedonia: {nmaes: [X]}}", "", r"some.yaml: Freedonia: unknown key 'nmaes'"),
        ("Country: {Norway: {names: ['']}}", "", r"some.yaml: Norway: names: expected text"),
        ("Country: {Norway: {capital: [Oslo]}}", "", r"some.yaml: Norway: capital: expected text"),
        ("Planet: {Mars: {}}", "", r"some.yaml: 'Planet' is no class"),
        ("Actor: {Freedonia: {}}", "", r"some.yaml: 'Actor' is no class"),
        ("City: {Fredville: atlantis}", "", r"Fredville: no entry has the id 'atlantis'"),
        ("Country: [Freedonia]", "", r"some.yaml: Country: expected names"),
        ("Country: {Freedonia", "", r"cannot be read as YAML"),
        (FREEDONIA, "kingOf: {freedonia: {King: [A B 1900/]}}", r"unknown role 'kingOf'"),
        (
            FREEDONIA,
            "headOfStateOf: {freedonia: {King: [A B]}}",
            r"freedonia: King: 'A B' should read like",
        ),
        (
            FREEDONIA,
            "headOfStateOf: {freedonia: {King: [A B 1950/1940]}}",
            r"'A B 1950/1940' ends before it starts",
        ),
        (
            FREEDONIA + "\nRegion: {Freedonia: {}}",
            "",
            r"some.yaml: Freedonia: type: 'Region' here, 'Country' in another place",
        ),
    ],
)
def test_bad_data_is_named_with_file_and_entry(
    tmp_path: Path, entries: str, offices: str, message: str
) -> None:
    with pytest.raises(OntologyError, match=message):
        small(tmp_path, entries, offices)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Actor: {label: a, definition: b, parents: [Thing]}",
            "classes.yaml: 'Thing' is no actor class",
        ),
        (
            "Actor: {label: actor}",
            "classes.yaml: Actor: needs a label, a definition and a list of parents",
        ),
        ("Actor", "classes.yaml: expected classes"),
    ],
)
def test_malformed_classes_are_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "classes.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(OntologyError, match=message):
        load_classes(path)
