"""Relations of defence and security texts (re3d): raw article -> relations between actors.

    python benchmarks/re3d.py --data re3d_dev.jsonl

Relations of the ontology are mapped to the types of the data set as `TYPES` says; a status other
than asserted or planned is left
out, since the data set records what is or is about to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reporting import documents, scored

from kg.extract.extractor import Extractor
from kg.model import Claim, Status

_FIGHTING = (
    "attacks bombards invades wagesWarOn killsPerson defeats destroys preparesAttackOn adversaryOf "
    "takesHostage declaresWarOn"
)
_ALLIES = (
    "alliedWith cooperatesWith holdsExerciseWith trainsForcesOf supports givesAidTo "
    "suppliesWeaponsTo defends givesHumanitarianAidTo "
    "givesFinancialAidTo pledgesSupportTo sharesIntelligenceWith guarantorOfSecurityOf"
)
_TALKING = (
    "meets visits hosts talksByPhoneWith negotiatesWith agreesWith signsAgreementWith instructs"
)
_CHARGE = "headOfStateOf headOfGovernmentOf holdsOfficeIn leaderOf controls occupies"
_DISLIKING = "condemns criticises accuses rejects threatens protestsAgainst"
TYPES = {
    **dict.fromkeys(_FIGHTING.split(), "FightingAgainst"),
    **dict.fromkeys(_ALLIES.split(), "AlliesOf"),
    **dict.fromkeys(_TALKING.split(), "CommWith"),
    **dict.fromkeys(_CHARGE.split(), "InChargeOf"),
    **dict.fromkeys("memberOf partOf worksFor spokespersonFor joins".split(), "BelongsTo"),
    **dict.fromkeys("praises apologisesTo".split(), "Likes"),
    **dict.fromkeys(_DISLIKING.split(), "Dislikes"),
}

# Only being in charge and belonging may hold of a thing or a place that is no state.
_OF_THINGS = ("InChargeOf", "BelongsTo")
_THINGS = (
    "Goods",
    "Event",
    "Facility",
    "City",
    "Region",
    "Place",
    "Agreement",
    "Conflict",
    "Project",
)


def answer(gold: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The relations of each article."""
    extract = Extractor()
    return {
        reading.document.name: list(_relations(reading.claims))
        for reading in extract(documents(gold))
    }


def _relations(claims: tuple[Claim, ...]) -> Iterator[dict[str, Any]]:
    for claim in claims:
        type_ = TYPES.get(claim.relation)
        told = claim.status in (Status.ASSERTED, Status.PLANNED, Status.HYPOTHETICAL)
        if type_ and told and (type_ in _OF_THINGS or claim.object.type not in _THINGS):
            yield {"type": type_, **_end("source", claim.subject), **_end("target", claim.object)}


def _end(side: str, mention: Any) -> dict[str, Any]:
    return {
        side: mention.text,
        f"{side}_begin": mention.span.start,
        f"{side}_end": mention.span.end,
    }


if __name__ == "__main__":
    scored("re3d", answer, __doc__)
