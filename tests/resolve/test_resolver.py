"""Which actor a mention means: examples as a reader would resolve them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.classes import classes
from kg.gazetteer import gazetteer
from kg.model import Actor, Document, Mention, Resolution, Span
from kg.resolve import Resolver

RESOLVE = Resolver(gazetteer())


def resolve(
    name: str,
    type_: str,
    owner: str | None = None,
    *,
    title: str | None = None,
    date: str | None = "2023-09-11",
) -> Resolution:
    document = Document("article", f"{name} said so.", published=date)
    mention = Mention(Span(0, max(1, len(name))), name, type_, name, owner=owner, title=title)
    return RESOLVE(mention, document)


def actor(
    name: str,
    type_: str,
    owner: str | None = None,
    *,
    title: str | None = None,
    date: str | None = "2023-09-11",
) -> Actor:
    return resolve(name, type_, owner, title=title, date=date).actor


@pytest.mark.parametrize(
    ("name", "type_", "id_"),
    [
        ("Russia", "Country", "russia"),
        ("the Russian Federation", "Country", "russia"),
        ("U.S.", "Country", "united-states"),
        ("Armenia's", "Country", "armenia"),
        ("EU", "IGO", "european-union"),
        ("UN Security Council", "Organisation", "un-security-council"),
        ("Hamas", "Organisation", "hamas"),
        ("Artsakh", "Region", "nagorno-karabakh"),
        ("Kosovo", "Country", "kosovo"),
        ("Reuters", "MediaOutlet", "reuters"),
        ("Lachin corridor", "Corridor", "lachin-corridor"),
        ("Rome Statute", "Agreement", "rome-statute"),
        ("Georgia", "Country", "georgia"),
        ("Georgia", "Region", "georgia-us-state"),
        ("NATO", "Company", "nato"),
    ],
)
def test_a_name_of_the_gazetteer_means_its_entry(name: str, type_: str, id_: str) -> None:
    assert actor(name, type_).id == id_


@pytest.mark.parametrize(
    ("name", "type_", "id_"),
    [
        ("Moscow", "Country", "russia"),
        ("Moscow", "Government", "russia"),
        ("Moscow", "City", "moscow"),
        ("Kremlin", "Country", "russia"),
        ("Kremlin", "GovernmentBody", "kremlin"),
        ("Washington", "Country", "united-states"),
        ("Washington", "City", "washington"),
        ("Kiev", "Country", "ukraine"),
        ("Kyiv", "City", "kyiv"),
        ("Brussels", "IGO", "european-union"),
        ("Brussels", "Country", "belgium"),
        ("Brussels", "City", "brussels"),
        ("Downing Street", "Country", "united-kingdom"),
    ],
)
def test_a_seat_of_power_is_its_state_where_it_acts_as_one(name: str, type_: str, id_: str) -> None:
    assert actor(name, type_).id == id_


@pytest.mark.parametrize(
    ("name", "type_", "owner", "id_"),
    [
        ("Armenian government", "Country", "Armenian", "armenia"),
        ("new Armenian government", "Government", "Armenia", "armenia"),
        ("the Armenian authorities", "Government", None, "armenia"),
        ("leadership", "Government", "Armenian", "armenia"),
        ("Armenian side", "Country", "Armenian", "armenia"),
        ("government of Armenia", "Government", None, "armenia"),
        ("Yerevan government", "Government", "Yerevan", "armenia"),
        ("Biden administration", "Government", "Biden", "united-states"),
        ("Putin's government", "Government", None, "russia"),
        ("EU leadership", "Government", "EU", "european-union"),
    ],
)
def test_those_who_govern_a_state_are_the_state(
    name: str, type_: str, owner: str | None, id_: str
) -> None:
    assert actor(name, type_, owner).id == id_


def test_the_administration_of_a_president_is_his_only_while_he_is_in_office() -> None:
    assert actor("Assad regime", "Government", "Assad", date="2013-08-21").id == "syria"
    assert actor("Assad regime", "Government", "Assad", date="2025-06-01").id != "syria"


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Foreign Ministry", "Russian"),
        ("Russian Foreign Ministry", "Russian"),
        ("Russian Foreign Ministry", None),
        ("Russia's Foreign Ministry", "Russia"),
        ("Ministry of Foreign Affairs of Russia", None),
        ("Moscow's foreign ministry", "Moscow"),
    ],
)
def test_a_ministry_is_one_actor_however_it_is_written(name: str, owner: str | None) -> None:
    found = actor(name, "GovernmentBody", owner)
    assert (found.id, found.label) == ("russia-foreign-ministry", "Russian Foreign Ministry")
    assert (found.type, found.acts_for) == ("GovernmentBody", ("russia",))
    assert "Russia's Foreign Ministry" in found.aliases


@pytest.mark.parametrize(
    ("name", "type_", "owner", "id_", "state"),
    [
        ("State Department", "GovernmentBody", None, "us-department-of-state", "united-states"),
        ("foreign ministry", "GovernmentBody", "US", "us-department-of-state", "united-states"),
        ("Pentagon", "GovernmentBody", None, "us-department-of-defense", "united-states"),
        ("Foreign Office", "GovernmentBody", "UK", "uk-foreign-office", "united-kingdom"),
        ("Foreign Office", "GovernmentBody", "German", "german-foreign-office", "germany"),
        ("parliament", "GovernmentBody", "Armenian", "national-assembly-of-armenia", "armenia"),
        ("Bank of England", "GovernmentBody", None, "bank-of-england", "united-kingdom"),
        ("Israeli army", "ArmedForce", "Israel", "israel-defense-forces", "israel"),
        ("army", "ArmedForce", "Chad", "chad-armed-forces", "chad"),
        ("Russian troops", "ArmedForce", "Russia", "russia-armed-forces", "russia"),
        ("10,000 Russian soldiers", "ArmedForce", "Russia", "russia-armed-forces", "russia"),
        ("German troops in Mali", "ArmedForce", "German", "bundeswehr", "germany"),
        ("Russian peacekeepers", "ArmedForce", "Russian", "russia-peacekeepers", "russia"),
        ("Turkish police", "ArmedForce", "Turkish", "turkey-police", "turkey"),
        ("Ukrainian officials", "PeopleGroup", "Ukraine", "ukraine-officials", "ukraine"),
        ("Swiss embassy", "GovernmentBody", "Swiss", "switzerland-embassy", "switzerland"),
    ],
)
def test_bodies_act_for_their_state(
    name: str, type_: str, owner: str | None, id_: str, state: str
) -> None:
    found = actor(name, type_, owner)
    assert (found.id, found.acts_for) == (id_, (state,))


@pytest.mark.parametrize(
    ("name", "owner", "id_"),
    [
        ("Syrian rebel forces", "Syria", "syria-rebel-forces"),
        ("former army officers", "Russian", "russia-former-army-officers"),
    ],
)
def test_rebels_and_former_members_do_not_act_for_the_state(
    name: str, owner: str, id_: str
) -> None:
    found = actor(name, "ArmedForce", owner)
    assert (found.id, found.acts_for) == (id_, ())


@pytest.mark.parametrize(
    ("name", "owner", "date", "label"),
    [
        ("Russian president", "Russian", "2010-05-05", "Dmitry Medvedev"),
        ("Russian president", "Russian", "2023-09-11", "Vladimir Putin"),
        ("president of Azerbaijan", None, "2023-09-11", "Ilham Aliyev"),
        ("Armenian prime minister", "Armenia", "2023-09-11", "Nikol Pashinyan"),
        ("Chinese premier", "China", "2012-01-01", "Wen Jiabao"),
        ("US secretary of state", "US", "2015-01-01", "John Kerry"),
        ("American foreign minister", "American", "2015-01-01", "John Kerry"),
        ("British foreign secretary", "British", "2017-01-01", "Boris Johnson"),
        ("Iranian supreme leader", "Iran", "2020-01-03", "Ali Khamenei"),
        ("Iranian president", "Iran", "2020-01-03", "Hassan Rouhani"),
        ("Russian leader", "Russian", "2010-05-05", "Dmitry Medvedev"),
        ("Armenian leader", "Armenian", "2023-09-11", "Nikol Pashinyan"),
        ("Iran's leader", "Iran", "2020-01-03", "Ali Khamenei"),
        ("Taliban leader", "Taliban", "2023-09-11", "Hibatullah Akhundzada"),
        ("NATO chief", "NATO", "2022-02-24", "Jens Stoltenberg"),
        ("EU foreign policy chief", "EU", "2023-09-11", "Josep Borrell"),
        ("Pentagon chief", "Pentagon", "2023-09-11", "Lloyd Austin"),
        ("Kremlin spokesman", "Kremlin", "2023-09-11", "Dmitry Peskov"),
        ("Armenian parliament speaker", "Armenia", "2023-09-11", "Alen Simonyan"),
    ],
)
def test_an_unnamed_office_holder_is_who_held_the_office_then(
    name: str, owner: str | None, date: str, label: str
) -> None:
    found = resolve(name, "Person", owner, date=date)
    assert found.actor.label == label
    assert date in found.reasons[0]


@pytest.mark.parametrize(
    ("name", "type_", "owner", "date", "id_"),
    [
        ("Russian president", "Person", "Russian", None, "russia-president"),
        ("Russian ambassador", "Office", "Russian", "2023-09-11", "russia-ambassador"),
        ("ambassador", "Office", "Armenia", "2023-09-11", "armenia-ambassador"),
        (
            "deputy foreign minister",
            "Person",
            "Russian",
            "2023-09-11",
            "russia-deputy-foreign-minister",
        ),
    ],
)
def test_an_office_stays_an_office_where_its_holder_is_not_known(
    name: str, type_: str, owner: str, date: str | None, id_: str
) -> None:
    found = actor(name, type_, owner, date=date)
    assert (found.id, found.type) == (id_, "Office")
    assert found.acts_for == (id_.split("-")[0],)


def test_a_leader_read_as_one_of_a_group_is_the_leader() -> None:
    assert actor("Ukrainian leader", "PeopleGroup", "Ukraine").label == "Volodymyr Zelensky"
    assert actor("Ukrainian official", "PeopleGroup", "Ukraine").id == "ukraine-officials"
    assert actor("Ukrainian leaders", "PeopleGroup", "Ukraine").id == "ukraine-officials"


def test_a_former_president_holds_no_office() -> None:
    found = actor("former Russian president", "Person", "Russian")
    assert (found.id, found.type, found.acts_for) == ("russia-former-president", "Person", ())


@pytest.mark.parametrize(
    ("date", "acts_for"),
    [
        ("2010-01-01", ("russia",)),
        ("1995-01-01", ()),
        (None, ("russia",)),
    ],
)
def test_a_person_acts_for_a_state_while_in_office(
    date: str | None, acts_for: tuple[str, ...]
) -> None:
    assert actor("Vladimir Putin", "Person", date=date).acts_for == acts_for


@pytest.mark.parametrize(
    ("name", "title", "owner", "date", "label"),
    [
        ("Pashinyan", "Prime Minister", "Armenian", "2023-09-11", "Nikol Pashinyan"),
        ("PM Nikol Pashinyan", None, None, "2023-09-11", "Nikol Pashinyan"),
        ("Mr. Erdogan", None, None, "2023-09-11", "Recep Tayyip Erdogan"),
        ("Turkish President Erdoğan", None, None, "2023-09-11", "Recep Tayyip Erdogan"),
        ("Bush", None, None, "1990-08-02", "George H. W. Bush"),
        ("Bush", None, None, "2003-03-20", "George W. Bush"),
        ("Clinton", None, None, "1995-01-01", "Bill Clinton"),
        ("Clinton", "Secretary of State", None, None, "Hillary Clinton"),
        ("Zelenskyy", None, None, "2023-09-11", "Volodymyr Zelensky"),
        ("Foreign Minister Sergey Lavrov", None, "Russian", "2023-09-11", "Sergei Lavrov"),
    ],
)
def test_a_known_person_is_found_by_name_and_surname(
    name: str, title: str | None, owner: str | None, date: str | None, label: str
) -> None:
    assert actor(name, "Person", owner, title=title, date=date).label == label


def test_a_surname_is_not_stretched_over_another_state() -> None:
    found = actor("Johnson", "Person", "Liberian", title="Senator")
    assert found.id == "johnson"


def test_an_unknown_person_acts_for_the_owner_of_the_title() -> None:
    minister = actor("Vahan Kerobyan", "Person", "Armenian", title="Economy Minister")
    assert (minister.id, minister.acts_for) == ("vahan-kerobyan", ("armenia",))


@pytest.mark.parametrize("title", ["blogger", "former Economy Minister", None])
def test_an_unknown_person_without_office_acts_for_nobody(title: str | None) -> None:
    assert actor("Mikael Badalyan", "Person", "Russian", title=title).acts_for == ()


@pytest.mark.parametrize("name", ["Jordan", "Washington", "Georgia"])
def test_a_person_with_the_name_of_a_place_is_a_person(name: str) -> None:
    found = actor(name, "Person")
    assert (found.id, found.type) == (f"{name.lower()}-person", "Person")


@pytest.mark.parametrize("name", ["German Gref", "Jordan Henderson", "Paris Hilton"])
def test_a_first_name_is_no_owner(name: str) -> None:
    assert actor(name, "Person").label == name


@pytest.mark.parametrize(
    ("name", "owner", "id_"),
    [
        ("Armenians", None, "armenians"),
        ("Armenian people", "Armenia", "armenians"),
        ("Kurds", None, "kurds"),
        ("Turkish Cypriots", None, "turkish-cypriots"),
        ("Russian tourists", "Russia", "russia-tourists"),
        ("Houthis", None, "houthis"),
    ],
)
def test_peoples_are_actors_of_their_own(name: str, owner: str | None, id_: str) -> None:
    found = actor(name, "PeopleGroup", owner)
    assert (found.id, found.acts_for) == (id_, ())


@pytest.mark.parametrize(
    ("name", "type_", "id_"),
    [
        ("Union of Writers", "Organisation", "union-of-writers"),
        ("Партия Роста", "PoliticalParty", "партия-роста"),
        ("中央电视台", "MediaOutlet", "中央电视台"),
        ("rebels", "ArmedGroup", "rebels"),
    ],
)
def test_what_nobody_knows_becomes_an_actor_of_its_own(name: str, type_: str, id_: str) -> None:
    found = resolve(name, type_)
    assert (found.actor.id, found.actor.label, found.actor.type) == (id_, name, type_)
    assert found.score < 0.5


def test_a_name_without_letters_has_an_id_all_the_same() -> None:
    assert len(actor("!!!", "Organisation").id) == 16


def test_a_state_is_known_by_its_names_capital_and_government() -> None:
    russia = actor("Russia", "Country")
    wanted = {"Russian Federation", "RF", "Moscow", "Kremlin", "Russian government"}
    assert wanted | {"Russian authorities", "Russian leadership"} <= set(russia.aliases)
    assert russia.label not in russia.aliases
    assert russia.same_as == "Q159"


def test_capitals_are_aliases_in_all_spellings() -> None:
    assert {"Kyiv", "Kiev"} <= set(actor("Ukraine", "Country").aliases)


def test_a_resolution_says_why() -> None:
    found = resolve("Moscow", "Country")
    assert found.reasons == ("“Moscow” is the capital of Russia",)
    assert resolve("Russia", "Country").score > found.score > 0.5


concrete = sorted(classes().concrete)
words = st.text(max_size=20) | st.sampled_from(
    ["Russian", "Moscow", "US", "of", "the", "President", "ministry", "army", "Putin", "former"]
)


@given(
    name=st.lists(words, min_size=1, max_size=4).map(" ".join),
    type_=st.sampled_from(concrete),
    owner=st.none() | words,
    title=st.none() | words,
    date=st.none() | st.sampled_from(["1999", "2010-05", "2023-09-11T10:00:00+02:00"]),
)
def test_any_mention_resolves_to_a_whole_actor(
    name: str, type_: str, owner: str | None, title: str | None, date: str | None
) -> None:
    found = resolve(name, type_, owner, title=title, date=date)
    assert found == resolve(name, type_, owner, title=title, date=date)
    assert found.actor.id
    assert found.actor.type in concrete
    assert 0 < found.score <= 1
    assert found.reasons
    assert found.actor.label not in found.actor.aliases
    known = gazetteer().entries.get(found.actor.id)
    assert known is None or known.label == found.actor.label


@pytest.mark.parametrize(
    ("name", "owner", "id_", "label"),
    [
        ("wife of Alexei Navalny", "Alexei Navalny", "wife-of-alexei-navalny",
         "wife of Alexei Navalny"),
        ("Navalny's wife", "Alexei Navalny", "wife-of-alexei-navalny", "wife of Alexei Navalny"),
        ("spokesman for Emmanuel Macron", "Emmanuel Macron", "spokesman-for-emmanuel-macron",
         "spokesman for Emmanuel Macron"),
    ],
)  # fmt: skip
def test_who_is_told_only_by_another_person(name: str, owner: str, id_: str, label: str) -> None:
    found = actor(name, "Person", owner)
    assert (found.id, found.label) == (id_, label)
