"""What analyses, interviews and timelines say: conditions, groups, owners, lists."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status, told, words

ASSERTED, NEGATED, PLANNED = Status.ASSERTED, Status.NEGATED, Status.PLANNED
HYPOTHETICAL = Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Not only has Oman failed to condemn Serbia, it has praised it.",
         "Oman condemns Serbia", NEGATED),
        ("Were Oman to restore relations with Israel, Iran would be furious.",
         "Oman establishesRelationsWith Israel", HYPOTHETICAL),
        ("Had Russia intervened, Armenia would not have left the WTO.",
         "Armenia leaves World Trade Organization", HYPOTHETICAL),
        ("If Poland had intervened, Germany would not have attacked Denmark.",
         "Germany attacks Denmark", HYPOTHETICAL),
        ("Germany would not have attacked Denmark.", "Germany attacks Denmark", NEGATED),
        ("Serbia denied supplying drones to Niger and condemned Ukraine.",
         "Serbia condemns Ukraine", ASSERTED),
        ("Emmanuel Macron is not scheduled to visit Egypt before May.",
         "Emmanuel Macron visits Egypt", PLANNED),
        ("A restoration of relations between Chad and Sudan cannot be excluded.",
         "Chad establishesRelationsWith Sudan", HYPOTHETICAL),
        ("Serbia rejects the membership of Ukraine in NATO.",
         "Ukraine memberOf NATO", HYPOTHETICAL),
        ("Finland's membership of NATO has angered Russia.", "Finland memberOf NATO", ASSERTED),
    ],
)  # fmt: skip
def test_what_an_analysis_supposes(claims: Read, text: str, said: str, expected: Status) -> None:
    assert status(claims(text), said) is expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cambodia responded by downgrading ties with Thailand.",
         "Cambodia reducesRelationsWith Thailand"),
        ("Ann Lee finds it hard to maintain her criticism of Israel.",
         "Ann Lee criticises Israel"),
    ],
)  # fmt: skip
def test_what_is_done_is_not_said(claims: Read, text: str, said: str) -> None:
    assert source(claims(text), said) is None


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        ("Mr President, Latvia has condemned Belarus.", "condemns",
         {"Latvia condemns Belarus"}),
        ("Turkey and Saudi Arabia are rivals. Baykar delivered drones to the kingdom.",
         "suppliesWeaponsTo", {"Baykar suppliesWeaponsTo Saudi Arabia"}),
        ("NATO and the European Union held a summit. The bloc sanctioned Belarus.", "sanctions",
         {"European Union sanctions Belarus"}),
        (("Bo Yu's soldiers have attacked Chad, his courts have jailed opposition leaders such as "
         "Ann Lee, and his police have arrested Farah Osman."), "detains",
         {"Bo Yu's courts detains opposition leaders", "Bo Yu's courts detains Ann Lee",
          "Bo Yu's police detains Farah Osman"}),
        (("Nobody forced the African Union to ignore the European Parliament, whose members have "
         "urged it to suspend aid to Tunisia."), "stopsAidTo",
         {"African Union stopsAidTo Tunisia"}),
        ("Ann Lee praised Europe. Bo Yu signed the deal and called it a model.", "praises",
         {"Ann Lee praises Europe", "Bo Yu praises deal"}),
        ("Xi Jinping and Vladimir Putin signed a pact with Narendra Modi.", "signsAgreementWith",
         {"Xi Jinping signsAgreementWith Narendra Modi",
          "Vladimir Putin signsAgreementWith Narendra Modi"}),
        ("Ann Lee offended her partner. Oman attacked them.", "attacks", set()),
        ("Japan will host American missiles.", "hosts", set()),
        ("Yerevan hosted a Russian base.", "hasMilitaryBaseIn",
         {"Russia hasMilitaryBaseIn Armenia"}),
        ("Niger gave the ambassador, Bo Yu, a week to leave Mali.", "withdrawsForcesFrom", set()),
        ("The minister gave Iran permission to reopen an embassy in Oman.",
         "establishesRelationsWith", {"Iran establishesRelationsWith Oman"}),
        ("Defenders of the deal, chief among them Ann Lee, argue that it would last.", "supports",
         {"Ann Lee supports deal"}),
        ("Mali, Burkina Faso and Niger attacked Chad.", "attacks",
         {"Mali attacks Chad", "Burkina Faso attacks Chad", "Niger attacks Chad"}),
        ("Modi, Xi and Putin condemned Iran.", "condemns",
         {"Narendra Modi condemns Iran", "Xi Jinping condemns Iran",
          "Vladimir Putin condemns Iran"}),
    ],
)  # fmt: skip
def test_who_is_meant(claims: Read, text: str, relation: str, said: set[str]) -> None:
    assert told(claims(text, relation=relation)) == said


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        (("What we know about the clashes between Laos and Peru. It began in May. "
         "Nobody knows why. Ann Lee has asked the UN Security Council for a meeting. Who will act? "
         "Malaysia condemned the two sides."), "condemns",
         {"Malaysia condemns Laos", "Malaysia condemns Peru"}),
        (("Laos and Peru: an unlikely pact. Laos wants arms. Peru met Chad in May. "
         "Malaysia condemned the two countries."), "condemns",
         {"Malaysia condemns Laos", "Malaysia condemns Peru"}),
        (("Peru, Chile and Ecuador signed a pact. Russia sent gifts. The United States and China "
         "were alarmed. It was over. The three states left OPEC."), "leaves",
         {"Peru leaves OPEC", "Chile leaves OPEC", "Ecuador leaves OPEC"}),
    ],
)  # fmt: skip
def test_whom_the_article_is_about(claims: Read, text: str, relation: str, said: set[str]) -> None:
    assert told(claims(text, relation=relation)) == said


INTERVIEW = """"We stand alone"
Edgars Rinkevics, the president of Latvia, spoke about Belarus.
Q: Has Latvia asked for help?
A: Yes, we asked Canada for help. I met Viktor Orban in May.
Q: Why did Hungary condemn Serbia?
"""
TIMELINE = """Timeline: how Chad lost its ally
30 July 2023: The African Union imposed sanctions on Chad. Niger condemned Mali.
- 2 August 2023 – Chad's president, Bo Yu, attacked Sudan.
5 August 2023
Togo visited Benin. In 2020 Kenya invaded Uganda.
"""


def test_who_answers_in_an_interview_was_named_first(claims: Read) -> None:
    found = claims(INTERVIEW)
    assert source(found, "Latvia requestsHelpFrom Canada") == "Edgars Rinkevics"
    assert "Edgars Rinkevics meets Viktor Orban" in told(found)
    assert source(found, "Hungary condemns Serbia") is None


def test_a_line_of_a_timeline_has_the_date_at_its_head(claims: Read) -> None:
    dates = {words(claim): claim.time.date if claim.time else None for claim in claims(TIMELINE)}
    assert dates["African Union sanctions Chad"] == "2023-07-30"
    assert dates["Niger condemns Mali"] == "2023-07-30"
    assert dates["Bo Yu attacks Sudan"] == "2023-08-02"
    assert dates["Bo Yu headOfStateOf Chad"] is None
    assert dates["Togo visits Benin"] == "2023-08-05"
    assert dates["Kenya invades Uganda"] == "2020"


@pytest.mark.parametrize(
    ("text", "said", "date"),
    [
        ("President William Ruto of Kenya visited Chad in 2022.",
         "William Ruto headOfStateOf Kenya", None),
        ("Ann Lee condemned the invasion of Chad by Mali and the pact of 2020.",
         "Mali invades Chad", None),
        ("Oman asked Chad for help, and Mali left OPEC in 2020.",
         "Oman requestsHelpFrom Chad", None),
    ],
)  # fmt: skip
def test_whose_date_it_is(claims: Read, text: str, said: str, date: str | None) -> None:
    (claim,) = [claim for claim in claims(text) if words(claim) == said]
    assert (claim.time.date if claim.time else None) == date


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("On Monday Secretary of State Marco Rubio told the Senate that Washington supports Chad.",
         "Marco Rubio holdsOfficeIn United States"),
        ("Georgia's adoption of a Russian-style law was criticised.", "Georgia ratifies law"),
    ],
)  # fmt: skip
def test_names_are_whole(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_who_is_left_something_is_not_left(claims: Read) -> None:
    assert not claims("France left Niger a heavy legacy.")
    assert not claims("Belarus sent migrants across the Polish border.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The criticism levelled at Sudan by Kenya was sharp.", "Kenya criticises Sudan"),
        ("The pressure exerted on Sudan by Kenya has grown.", "Kenya pressures Sudan"),
        ("The dependence of Kenya on Sudan has grown.", "Kenya dependsOn Sudan"),
        ("The negotiations of Kenya with Sudan failed.", "Kenya negotiatesWith Sudan"),
        ("The visit of Emmanuel Macron to Kenya was delayed.", "Emmanuel Macron visits Kenya"),
        ("The meeting of Emmanuel Macron with Vladimir Putin was brief.",
         "Emmanuel Macron meets Vladimir Putin"),
        ("The meeting of Emmanuel Macron and Vladimir Putin was brief.",
         "Emmanuel Macron meets Vladimir Putin"),
        ("The rapprochement between Kenya and Sudan has begun.", "Kenya drawsCloserTo Sudan"),
        ("Relations between Kenya and Sudan have improved.", "Kenya drawsCloserTo Sudan"),
        ("Relations between Kenya and Sudan have soured.", "Kenya reducesRelationsWith Sudan"),
        ("The imposition of sanctions on Sudan by Kenya was illegal.", "Kenya sanctions Sudan"),
        ("Kenya's backing of Sudan has waned.", "Kenya supports Sudan"),
        ("The conclusion of a pact by Kenya with Sudan surprised Chad.",
         "Kenya signsAgreementWith Sudan"),
        ("German tank deliveries to Ukraine were delayed.", "Germany suppliesWeaponsTo Ukraine"),
        ("The granting of asylum to Ann Lee by Kenya was right.", "Kenya grantsAsylumTo Ann Lee"),
        ("Russia's cession of Alaska to the United States came cheap.",
         "Russia cedesTerritoryTo United States"),
    ],
)  # fmt: skip
def test_nouns_have_both_of_their_ends(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_where_somebody_is_expelled_from_expels_nobody(claims: Read) -> None:
    found = told(claims("Azerbaijan's expulsion of the Armenians from Karabakh was condemned."))
    assert found == {"Azerbaijan deports Armenians"}


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Oman voted to leave OPEC.", "Oman leaves OPEC", ASSERTED),
        ("Britain should stop training Rwandan officers.",
         "United Kingdom trainsForcesOf Rwanda", ASSERTED),
        ("Chad urged France to stop bombing Mali.", "France bombards Mali", ASSERTED),
        ("France stopped bombing Mali.", "France bombards Mali", NEGATED),
    ],
)  # fmt: skip
def test_what_is_to_end_goes_on(claims: Read, text: str, said: str, expected: Status) -> None:
    assert status(claims(text), said) is expected


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        (("Islamabad, which denies it, warned Chad, and Khawaja Asif, its defence minister, "
          "left."), "holdsOfficeIn", {"Khawaja Asif holdsOfficeIn Pakistan"}),
        ("Kinshasa's conduct has been poor. It attacked Goma.", "attacks",
         {"Democratic Republic of the Congo attacks Goma"}),
        ("Bo Yu met Ann Lee. Trump himself said that he attacked Chad.", "attacks",
         {"Donald Trump attacks Chad"}),
        (("Experts say that Kenyan soldiers are deployed in Goma, where they attacked rebels."),
         "attacks", {"Kenyan soldiers attacks rebels"}),
        (("Mali has voted to leave the African Union. Chad sent the law back; the United Nations "
          "had urged Chad to do so."), "leaves", {"Mali leaves African Union"}),
        ("The signing of a declaration by Peru and Chile surprised Laos.", "signsAgreementWith",
         {"Peru signsAgreementWith Chile"}),
        ("The signing of the striker by Peru and Chile surprised Laos.", "signsAgreementWith",
         set()),
    ],
)  # fmt: skip
def test_whose_deed_it_is(claims: Read, text: str, relation: str, said: set[str]) -> None:
    assert told(claims(text, relation=relation)) == said


def test_who_is_thanked_beside_a_speaker_is_not_his_state(claims: Read) -> None:
    text = "Bo Yu: President Petro condemned Peru, and we thank France for its help."
    assert "Colombia praises France" not in told(claims(f"Talk with Bo Yu, of Chad\n{text}"))


def test_the_year_of_a_war_is_the_wars(claims: Read) -> None:
    (claim,) = claims("Chad is hostile to Mali, as it was in the war of 1999.")
    assert claim.time is None
