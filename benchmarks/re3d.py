"""Relations of defence and security texts (re3d): raw article -> relations between actors.

    python benchmarks/re3d.py --data re3d_dev.jsonl

Relations of the ontology are mapped to the types of the data set as `TYPES` says; a status other
than asserted or planned is left
out, since the data set records what is or is about to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reporting import documents, scored

from kg.extract.extractor import Extractor, Reading
from kg.model import Claim, Status

_FIGHTING = (
    "attacks bombards invades wagesWarOn killsPerson defeats destroys preparesAttackOn adversaryOf "
    "takesHostage declaresWarOn"
)
_ALLIES = (
    "alliedWith cooperatesWith holdsExerciseWith trainsForcesOf supports givesAidTo "
    "suppliesWeaponsTo givesHumanitarianAidTo "
    "givesFinancialAidTo sharesIntelligenceWith guarantorOfSecurityOf"
)
_TALKING = (
    "meets visits hosts talksByPhoneWith negotiatesWith agreesWith signsAgreementWith instructs "
    "urges requestsHelpFrom"
)
_CHARGE = "leaderOf controls occupies"
_BELONGING = "memberOf partOf worksFor spokespersonFor joins holdsOfficeIn"
_DISLIKING = "condemns criticises accuses protestsAgainst"
TYPES = {
    **dict.fromkeys(_FIGHTING.split(), "FightingAgainst"),
    **dict.fromkeys(_ALLIES.split(), "AlliesOf"),
    **dict.fromkeys(_TALKING.split(), "CommWith"),
    **dict.fromkeys(_CHARGE.split(), "InChargeOf"),
    **dict.fromkeys(_BELONGING.split(), "BelongsTo"),
    "praises": "Likes",
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
# Offices whose holder is in charge of the body, not only of it.
_CHIEFS = re.compile(r"\b(command\w*|chief|head\w*|lead\w*|led|director)\b", re.IGNORECASE)
# "in", and the names of a list after it: where something is done, to whomever.
_WHERE = re.compile(r"\b[Ii]n (?:the )?(?:[A-Z]\w*,? (?:and )?)*$")


def answer(gold: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The relations of each article."""
    extract = Extractor()
    return {
        reading.document.name: list(_relations(reading)) for reading in extract(documents(gold))
    }


def _relations(reading: Reading) -> Iterator[dict[str, Any]]:
    for claim in reading.claims:
        type_ = TYPES.get(claim.relation)
        told = claim.status in (Status.ASSERTED, Status.PLANNED, Status.HYPOTHETICAL)
        if type_ and told and _between_actors(claim, type_, reading.document.text):
            chief = claim.relation == "holdsOfficeIn" and _CHIEFS.search(_words(claim, reading))
            type_ = "InChargeOf" if chief else type_
            yield {"type": type_, **_end("source", claim.subject), **_end("target", claim.object)}


def _words(claim: Claim, reading: Reading) -> str:
    return claim.evidence.quote.of(reading.document.text)


def _between_actors(claim: Claim, type_: str, text: str) -> bool:
    """Whether both ends are what the data set takes for the ends of such a relation.

    No half of a word ("ISIL-held"), no state for the office that somebody holds in it, and of deeds
    neither a thing nor where they are done.
    """
    if "/affix/" in claim.evidence.rule:
        return False
    if type_ in _OF_THINGS:
        return claim.relation != "holdsOfficeIn" or claim.object.type not in ("Country", "IGO")
    where = _WHERE.search(text[max(0, claim.object.span.start - 80) : claim.object.span.start])
    return claim.object.type not in _THINGS and not where


def _end(side: str, mention: Any) -> dict[str, Any]:
    return {
        side: mention.text,
        f"{side}_begin": mention.span.start,
        f"{side}_end": mention.span.end,
    }


if __name__ == "__main__":
    scored("re3d", answer, __doc__)
