"""Who does what to whom in the invented corpus, in plain lines.

Nothing here is a report of anything. Names are real so that aliases and misspellings can be tried.
"""

from __future__ import annotations

ACTORS = """
armenia            | Country       | Armenia                  | Yerevan, Armenians        | Q399
azerbaijan         | Country       | Azerbaijan               | Baku                      | Q227
russia             | Country       | Russia                   | Moscow, Kremlin           | Q159
turkey             | Country       | Turkey                   | Ankara, Türkiye           | Q43
iran               | Country       | Iran                     | Tehran                    | Q794
georgia            | Country       | Georgia                  | Tbilisi                   | Q230
france             | Country       | France                   | Paris                     | Q142
germany            | Country       | Germany                  | Berlin                    | Q183
united-states      | Country       | United States            | Washington, US, America   | Q30
united-kingdom     | Country       | United Kingdom           | London, Britain           | Q145
israel             | Country       | Israel                   | Jerusalem                 | Q801
india              | Country       | India                    | New Delhi                 | Q668
ukraine            | Country       | Ukraine                  | Kyiv                      | Q212
china              | Country       | China                    | Beijing                   | Q148
pakistan           | Country       | Pakistan                 | Islamabad                 | Q843
kazakhstan         | Country       | Kazakhstan               | Astana                    | Q232
belarus            | Country       | Belarus                  | Minsk                     | Q184
greece             | Country       | Greece                   | Athens                    | Q41
poland             | Country       | Poland                   | Warsaw                    | Q36
hungary            | Country       | Hungary                  | Budapest                  | Q28
nagorno-karabakh   | DeFactoState  | Nagorno-Karabakh         | Artsakh, Stepanakert      |
nakhchivan         | Region        | Nakhchivan               |                           |
lachin-corridor    | Corridor      | Lachin corridor          | the corridor              |
syunik             | Region        | Syunik                   |                           |
gyumri             | City          | Gyumri                   |                           |
european-union     | IGO           | European Union           | EU, Brussels              | Q458
nato               | IGO           | NATO                     | the alliance              | Q7184
csto               | IGO           | Collective Security Treaty Organization | CSTO       |
united-nations     | IGO           | United Nations           | UN                        | Q1065
osce               | IGO           | OSCE                     |                           |
icc                | Court         | International Criminal Court | ICC, the court        |
icj                | Court         | International Court of Justice | ICJ                 |
red-cross          | NGO           | International Committee of the Red Cross | Red Cross, ICRC |
peacekeepers       | ArmedForce    | Russian peacekeepers     | peacekeepers              |
azerbaijani-army   | ArmedForce    | Azerbaijani armed forces |                           |
armenian-army      | ArmedForce    | Armenian armed forces    |                           |
russian-mfa        | GovernmentBody| Russian Foreign Ministry | the ministry              |
armenian-mfa       | GovernmentBody| Armenian Foreign Ministry|                           |
azerbaijani-mod    | GovernmentBody| Azerbaijani Defence Ministry |                       |
french-parliament  | GovernmentBody| French Senate            |                           |
eu-mission         | Organisation  | European Union Mission in Armenia | EUMA            |
pashinyan          | Person        | Nikol Pashinyan          | Pashinyan, Mr Pashinyan   | Q7035479
aliyev             | Person        | Ilham Aliyev             | Aliyev                    |
mirzoyan           | Person        | Ararat Mirzoyan          | Mirzoyan                  |
lavrov             | Person        | Sergey Lavrov            | Lavrov                    |
macron             | Person        | Emmanuel Macron          | Macron                    |
blinken            | Person        | Antony Blinken           | Blinken                   |
michel             | Person        | Charles Michel           | Michel                    |
erdogan            | Person        | Recep Tayyip Erdoğan     | Erdogan                   |
zakharova          | Person        | Maria Zakharova          |                           |
karabakh-armenians | PeopleGroup   | Karabakh Armenians       |                           |
rome-statute       | Agreement     | Rome Statute             |                           |
thales             | Company       | Thales                   |                           |
arabic-paper       | MediaOutlet   | صحيفة الشرق              | Al-Sharq                  |
"""

# relation: past form | infinitive (the object follows)
FORMS = {
    "suppliesWeaponsTo": "delivered weapons to | deliver weapons to",
    "buysWeaponsFrom": "bought weapons from | buy weapons from",
    "summonsEnvoyOf": "summoned the ambassador of | summon the ambassador of",
    "protestsTo": "lodged a protest with | lodge a protest with",
    "blockades": "blockaded | blockade",
    "bombards": "shelled | shell",
    "attacks": "attacked | attack",
    "accuses": "accused | accuse",
    "criticises": "criticised | criticise",
    "condemns": "condemned | condemn",
    "threatens": "threatened | threaten",
    "warns": "warned | warn",
    "urges": "urged | urge",
    "meets": "met | meet",
    "talksByPhoneWith": "spoke by phone with | speak by phone with",
    "visits": "visited | visit",
    "hosts": "hosted | host",
    "negotiatesWith": "negotiated with | negotiate with",
    "mediatesBetween": "mediated for | mediate for",
    "signsAgreementWith": "signed an agreement with | sign an agreement with",
    "supports": "backed | back",
    "praises": "praised | praise",
    "givesHumanitarianAidTo": "sent humanitarian aid to | send humanitarian aid to",
    "givesFinancialAidTo": "lent money to | lend money to",
    "holdsExerciseWith": "held exercises with | hold exercises with",
    "deploysTroopsTo": "moved troops to | move troops to",
    "deploysPeacekeepersTo": "sent peacekeepers to | send peacekeepers to",
    "withdrawsForcesFrom": "withdrew its forces from | withdraw its forces from",
    "ceasesFireWith": "ceased fire with | cease fire with",
    "sanctions": "imposed sanctions on | impose sanctions on",
    "expelsDiplomatsOf": "expelled diplomats of | expel diplomats of",
    "ratifies": "ratified | ratify",
    "joins": "joined | join",
    "leaves": "left | leave",
    "suspendsParticipationIn": "suspended its part in | suspend its part in",
    "filesCaseAgainst": "filed a case against | file a case against",
    "issuesArrestWarrantFor": "issued a warrant against | issue a warrant against",
    "displaces": "drove out | drive out",
    "detains": "detained | detain",
    "claimsTerritory": "laid claim to | lay claim to",
    "recognises": "recognised | recognise",
    "tradesWith": "traded with | trade with",
    "memberOf": "was a member of | be a member of",
    "alliedWith": "was an ally of | be an ally of",
    "headOfGovernmentOf": "led the government of | lead the government of",
    "headOfStateOf": "was president of | be president of",
    "worksFor": "worked for | work for",
    "partOf": "was part of | be part of",
    "locatedIn": "lay in | lie in",
    "borders": "bordered | border",
}

# date | publisher | subject | relation | object | status (asserted if empty) | speaker
CLAIMS = """
2023-01-12 | Example Times   | azerbaijan | blockades | lachin-corridor
2023-01-12 | Example Times   | armenia | accuses | azerbaijan
2023-01-13 | Sample Herald   | azerbaijan | blockades | lachin-corridor | negated | azerbaijani-mod
2023-01-13 | Sample Herald   | red-cross | givesHumanitarianAidTo | karabakh-armenians
2023-01-20 | Example Times   | european-union | urges | azerbaijan
2023-01-23 | Specimen Post   | european-union | supports | armenia
2023-01-23 | Specimen Post   | eu-mission | partOf | european-union
2023-02-03 | Sample Herald   | russia | criticises | european-union || zakharova
2023-02-18 | Example Times   | pashinyan | meets | aliyev
2023-02-18 | Example Times   | blinken | mediatesBetween | armenia
2023-02-18 | Example Times   | blinken | mediatesBetween | azerbaijan
2023-02-22 | Sample Herald   | icj | urges | azerbaijan
2023-03-02 | Specimen Post   | armenia | negotiatesWith | azerbaijan
2023-03-05 | Specimen Post   | azerbaijani-army | attacks | armenian-army | asserted | armenian-mfa
2023-03-05 | Specimen Post | azerbaijani-army | attacks | armenian-army | negated | azerbaijani-mod
2023-03-05 | Sample Herald   | azerbaijani-army | attacks | armenian-army
2023-03-16 | Example Times   | pashinyan | talksByPhoneWith | macron
2023-03-24 | Example Times   | armenia | ratifies | rome-statute | planned
2023-03-27 | Sample Herald   | russia | warns | armenia || russian-mfa
2023-03-30 | Sample Herald   | iran | warns | azerbaijan
2023-04-06 | Specimen Post   | azerbaijan | expelsDiplomatsOf | iran
2023-04-11 | Specimen Post   | azerbaijani-army | attacks | armenian-army
2023-04-23 | Example Times   | azerbaijan | blockades | lachin-corridor
2023-04-24 | Example Times   | france | criticises | azerbaijan
2023-04-25 | Sample Herald   | united-states | condemns | azerbaijan | questioned
2023-05-01 | Example Times   | blinken | hosts | mirzoyan
2023-05-04 | Example Times   | mirzoyan | negotiatesWith | azerbaijan
2023-05-14 | Specimen Post   | michel | hosts | pashinyan
2023-05-14 | Specimen Post   | michel | hosts | aliyev
2023-05-17 | Sample Herald   | armenia | leaves | csto | hypothetical | pashinyan
2023-05-18 | Sample Herald   | india | suppliesWeaponsTo | armenia
2023-05-19 | Specimen Post   | lavrov | hosts | mirzoyan
2023-05-22 | Specimen Post   | armenia | recognises | azerbaijan | planned | pashinyan
2023-05-25 | Example Times   | pashinyan | meets | aliyev
2023-06-01 | Example Times   | macron | meets | pashinyan
2023-06-08 | Sample Herald   | turkey | supports | azerbaijan || erdogan
2023-06-12 | Sample Herald   | erdogan | visits | azerbaijan
2023-06-15 | Specimen Post   | azerbaijan | blockades | lachin-corridor || armenian-mfa
2023-06-15 | Specimen Post   | red-cross | givesHumanitarianAidTo | karabakh-armenians | negated
2023-06-21 | Example Times   | israel | suppliesWeaponsTo | azerbaijan
2023-06-23 | Example Times   | israel | suppliesWeaponsTo | azerbaijan | questioned
2023-06-27 | Sample Herald   | mirzoyan | visits | united-states
2023-07-04 | Sample Herald   | iran | supports | armenia
2023-07-11 | Example Times   | azerbaijan | blockades | lachin-corridor
2023-07-11 | Example Times   | red-cross | criticises | azerbaijan
2023-07-15 | Specimen Post   | michel | hosts | pashinyan
2023-07-15 | Specimen Post   | michel | hosts | aliyev
2023-07-25 | Sample Herald   | lavrov | mediatesBetween | armenia
2023-07-25 | Sample Herald   | lavrov | mediatesBetween | azerbaijan
2023-07-26 | Sample Herald   | india | suppliesWeaponsTo | armenia
2023-08-02 | Example Times   | armenia | buysWeaponsFrom | india
2023-08-07 | Example Times   | icc | warns | azerbaijan | hypothetical
2023-08-16 | Specimen Post   | united-nations | urges | azerbaijan
2023-08-16 | Specimen Post   | france | condemns | azerbaijan
2023-08-17 | Specimen Post   | russia | suppliesWeaponsTo | armenia | negated | pashinyan
2023-08-18 | Sample Herald   | russia | suppliesWeaponsTo | armenia | asserted | russian-mfa
2023-08-19 | Example Times   | russia | suppliesWeaponsTo | armenia
2023-08-22 | Sample Herald   | azerbaijan | accuses | armenia
2023-08-28 | Example Times   | turkey | supports | azerbaijan
2023-09-01 | Example Times   | azerbaijan | deploysTroopsTo | nagorno-karabakh
2023-09-01 | Example Times   | azerbaijani-army | bombards | armenian-army
2023-09-03 | Specimen Post   | pashinyan | criticises | russia
2023-09-03 | Specimen Post   | pashinyan | criticises | peacekeepers
2023-09-05 | Specimen Post   | armenia | suspendsParticipationIn | csto
2023-09-06 | Sample Herald   | armenia | givesHumanitarianAidTo | ukraine
2023-09-06 | Sample Herald   | armenia | holdsExerciseWith | united-states | planned
2023-09-07 | Example Times   | russia | criticises | armenia || lavrov
2023-09-08 | Sample Herald   | russia | summonsEnvoyOf | armenia || russian-mfa
2023-09-08 | Specimen Post   | russia | summonsEnvoyOf | armenia
2023-09-08 | Specimen Post   | russia | protestsTo | armenia
2023-09-09 | Example Times   | pashinyan | talksByPhoneWith | macron
2023-09-09 | Example Times   | pashinyan | talksByPhoneWith | erdogan
2023-09-11 | Sample Herald   | armenia | holdsExerciseWith | united-states
2023-09-11 | Example Times   | armenia | holdsExerciseWith | united-states
2023-09-12 | Sample Herald   | armenia | ratifies | rome-statute | planned
2023-09-12 | Sample Herald   | russia | threatens | armenia | hypothetical
2023-09-14 | Specimen Post   | armenia | deploysTroopsTo | syunik | negated | armenian-mfa
2023-09-15 | Specimen Post   | iran | deploysTroopsTo | syunik | questioned
2023-09-18 | Sample Herald   | red-cross | givesHumanitarianAidTo | karabakh-armenians
2023-09-19 | Example Times   | azerbaijan | attacks | nagorno-karabakh
2023-09-19 | Sample Herald   | azerbaijan | attacks | nagorno-karabakh || azerbaijani-mod
2023-09-19 | Specimen Post   | azerbaijani-army | bombards | nagorno-karabakh
2023-09-19 | Specimen Post   | european-union | condemns | azerbaijan
2023-09-19 | Specimen Post   | united-states | condemns | azerbaijan || blinken
2023-09-19 | Specimen Post   | germany | condemns | azerbaijan
2023-09-20 | Example Times   | nagorno-karabakh | ceasesFireWith | azerbaijan
2023-09-20 | Example Times   | peacekeepers | mediatesBetween | nagorno-karabakh
2023-09-20 | Sample Herald   | armenia | deploysTroopsTo | nagorno-karabakh | negated | pashinyan
2023-09-21 | Sample Herald   | azerbaijan | negotiatesWith | karabakh-armenians
2023-09-22 | Specimen Post   | azerbaijan | givesHumanitarianAidTo | karabakh-armenians
2023-09-24 | Example Times   | azerbaijan | displaces | karabakh-armenians || pashinyan
2023-09-24 | Example Times   | azerbaijan | displaces | karabakh-armenians | negated | aliyev
2023-09-25 | Sample Herald   | erdogan | meets | aliyev
2023-09-25 | Sample Herald   | erdogan | visits | nakhchivan
2023-09-27 | Specimen Post   | armenian-mfa | criticises | russia
2023-09-28 | Example Times   | armenia | filesCaseAgainst | azerbaijan
2023-10-03 | Example Times   | armenia | ratifies | rome-statute
2023-10-03 | Sample Herald   | france | suppliesWeaponsTo | armenia | planned | macron
2023-10-04 | Sample Herald   | russia | warns | armenia
2023-10-05 | Specimen Post   | macron | meets | pashinyan
2023-10-05 | Specimen Post   | michel | meets | pashinyan
2023-10-07 | Specimen Post   | united-kingdom | givesHumanitarianAidTo | armenia
2023-10-12 | Example Times   | kazakhstan | hosts | aliyev
2023-10-18 | Example Times   | pashinyan | visits | european-union
2023-10-23 | Sample Herald   | france | suppliesWeaponsTo | armenia
2023-10-23 | Sample Herald   | thales | suppliesWeaponsTo | armenia
2023-10-23 | Sample Herald   | azerbaijan | criticises | france
2023-10-26 | Specimen Post   | georgia | mediatesBetween | armenia | hypothetical
2023-11-09 | Specimen Post   | russia | criticises | armenia || zakharova
2023-11-14 | Example Times   | armenia | alliedWith | csto | questioned
2023-11-21 | Example Times   | azerbaijan | accuses | france
2023-11-23 | Sample Herald   | belarus | hosts | csto
2023-12-07 | Sample Herald   | armenia | negotiatesWith | azerbaijan
2023-12-13 | Specimen Post   | european-union | givesFinancialAidTo | armenia | planned
2023-12-21 | Specimen Post   | azerbaijan | expelsDiplomatsOf | france
2023-12-27 | Example Times   | france | expelsDiplomatsOf | azerbaijan
           | Sample Handbook | armenia | memberOf | csto
           | Sample Handbook | russia | memberOf | csto
           | Sample Handbook | belarus | memberOf | csto
           | Sample Handbook | kazakhstan | memberOf | csto
           | Sample Handbook | turkey | memberOf | nato
           | Sample Handbook | france | memberOf | nato
           | Sample Handbook | united-states | memberOf | nato
           | Sample Handbook | germany | memberOf | european-union
           | Sample Handbook | greece | memberOf | european-union
           | Sample Handbook | poland | memberOf | european-union
           | Sample Handbook | hungary | memberOf | european-union
           | Sample Handbook | pashinyan | headOfGovernmentOf | armenia
           | Sample Handbook | aliyev | headOfStateOf | azerbaijan
           | Sample Handbook | macron | headOfStateOf | france
           | Sample Handbook | erdogan | headOfStateOf | turkey
           | Sample Handbook | nakhchivan | partOf | azerbaijan
           | Sample Handbook | gyumri | locatedIn | armenia
           | Sample Handbook | syunik | partOf | armenia
           | Sample Handbook | iran | borders | armenia
           | Sample Handbook | georgia | borders | armenia
           | Sample Handbook | pakistan | alliedWith | azerbaijan
           | Sample Handbook | lavrov | worksFor | russian-mfa
           | Sample Handbook | zakharova | worksFor | russian-mfa
2024-01-18 | Example Times   | osce | urges | azerbaijan
2024-01-31 | Example Times   | armenia | joins | icc
2024-02-09 | Sample Herald   | greece | holdsExerciseWith | armenia
2024-02-13 | Specimen Post   | azerbaijani-army | bombards | syunik
2024-02-22 | Specimen Post   | armenia | suspendsParticipationIn | csto || pashinyan
2024-02-23 | Sample Herald   | french-parliament | supports | armenia
2024-02-28 | Sample Herald   | germany | hosts | mirzoyan
2024-03-04 | Example Times   | china | tradesWith | azerbaijan
2024-03-12 | Example Times   | armenia | joins | european-union | hypothetical | mirzoyan
2024-03-17 | Specimen Post   | arabic-paper | criticises | iran
"""
