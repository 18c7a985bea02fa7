"""What the furniture of a news page looks like: words, openings and endings of lines; data only.

A cue must be certain by itself: a body line that is taken for furniture is lost, while furniture
that stays costs little. `head`, `tail` and `sections` say where on a page a cue counts.
"""

from __future__ import annotations

import re


def phrases(block: str) -> frozenset[str]:
    """The phrases of a block, which commas and line ends part."""
    return frozenset(part.strip() for part in re.split(r"[,\n]", block) if part.strip())


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


AGENCIES = phrases("""
    AP, AFP, Reuters, REUTERS, EPA, UPI, TASS, ITAR-TASS, Itar-Tass, Interfax, RIA, RIA Novosti
    Sputnik, Xinhua, dpa, DPA, PTI, IANS, ANI, APP, Kyodo, Kyodo News, Jiji Press, Yonhap
    Bloomberg, CNN, BBC, VOA, RFE/RL, ANSA, EFE, IRNA, ISNA, Tasnim, Fars, Mehr, Anadolu
    Anadolu Agency, AA, APA, Trend, Azertac, AZERTAC, Armenpress, ARMENPRESS, News.am, Ukrinform
    UNIAN, ČTK, CTK, SITA, TASR, PAP, MTI, BTA, Agerpres, Tanjug, Hina, ATA, Belga, ANP, APA-OTS
    KUNA, SPA, WAM, QNA, SANA, MENA, Petra, Bernama, Antara, VNA, CNA, KCNA, NNA, Newser
    AP Photo, AFP Photo, Getty Images, VCG, Shutterstock
""")

# A line that is nothing but one of these stands above a list of links or tags.
LIST_HEADINGS = phrases("""
    related, related content, related articles, related article, related news, related stories
    related story, related posts, related topics, related links, read also, also read, read more
    read next, see also, more on this story, more on this topic, more stories, more news
    more from this author, most read, most viewed, most popular, most shared, most commented
    editor's choice, editors' choice, editor's picks, editors' picks, recommended
    recommended for you, recommended stories, you may also like, you might also like, latest
    latest news, latest stories, top stories, trending, trending now, popular, in focus
    don't miss, what to read next, tags, topics, keywords, categories
""")

# A line that is nothing but one of these is a button, a menu entry or a field of a form.
PAGE_WORDS = LIST_HEADINGS | phrases("""
    home, news, article, articles, analysis, opinion, menu, search, login, log in, logout
    sign in, sign up, register, subscribe, subscribe now, newsletter, sign up for our newsletter
    contact us, about us, share, share this, share this article, promote this post, tweet
    facebook, twitter, instagram, youtube, whatsapp, telegram, viber, linkedin, reddit
    pinterest, e-mail, email, print, copy link, link copied, like, dislike, reply, send, submit
    cancel, close, x close, post comment, add comment, loading, advertisement, advertisements
    ad, ads, sponsored, gallery, photo, photos, film, films, video, videos, audio, listen
    skip to content, skip to main content, skip to navigation, back to top, to the top
    load more, show more, more, next, previous, next article, previous article, day week month
    accept cookies, accept all, cookie settings, privacy policy, terms of use
""")

BOILERPLATE_START = re.compile(
    r"[(\[]?"
    + _any(
        r"read (?:more|also|next)\b",
        r"also read\b",
        r"see also\b",
        r"related(?: (?:content|articles?|stor(?:y|ies)|news|links?|posts?|topics?))? ?:",
        r"more on this\b",
        r"(?:go deeper|watch|listen|tags?|categor(?:y|ies)|topics?|keywords) ?:",
        r"filed under\b",
        r"share (?:this|on|via)\b",
        r"tweet this\b",
        r"follow us\b",
        r"subscribe (?:to|now)\b",
        r"sign up\b",
        r"advertisement\b",
        r"click here\b",
        r"download (?:our|the) app\b",
        r"join our (?:telegram|whatsapp|channel|newsletter)\b",
        r"©",
        r"copyright ?(?:©|\(c\)|\d{4})",
        r"page \d+(?: of \d+)?$",
    ),
    re.IGNORECASE,
)
BOILERPLATE_WITHIN = re.compile(
    r"\b"
    + _any(
        r"sign up (?:to receive|for our)",
        r"subscribe to our",
        r"our newsletter",
        r"click here to",
        r"follow us on",
        r"all rights reserved",
        r"support our journalism",
        r"(?:article|story|post) (?:was )?(?:first|originally) (?:published|appeared)",
        r"your browser does not support",
        r"enable javascript",
        r"uses? cookies",
    )
    + r"\b",
    re.IGNORECASE,
)
LONGEST_BOILERPLATE = 250

COMMENT_HEADING = re.compile(
    _any(
        r"(?:\d{1,5} )?(?:reader |readers' |user )?comments?(?: ?\(\d{1,5}\)| \d{1,5})?:?",
        r"leave a (?:comment|reply)",
        r"post a comment",
        r"join the (?:conversation|discussion)",
        r"what do you think\?",
    ),
    re.IGNORECASE,
)
FORM_FIELD = re.compile(
    r"\*? ?(?:your )?(?:name|e-?mail|text|website|comment|message|captcha)(?: address)? ?\*?"
    r" ?(?:\(required\))? ?:?\*?",
    re.IGNORECASE,
)
COMMENT_SENT = phrases("send, submit, post comment, add comment")
SPEAKS = re.compile(
    r"(?P<name>[^:\n]{1,40}?) (?P<verb>says|said|writes|wrote|commented)(?: on [^:\n]{4,30})? ?:"
)

_PICTURE = r"(?i:photo|picture|image|photograph|illustration)s?(?i: credits?)?"
_CREDITED = r"(?:Reuters|AFP|AP|EPA|TASS|Getty)"
CAPTION_START = re.compile(
    r"[(\[]?"
    + _any(
        r"(?i:file (?:photo|picture|image))\b",
        rf"{_PICTURE} ?[:/©|]",
        rf"{_PICTURE} (?:by [A-Z]|courtesy\b)",
        rf"{_CREDITED} (?:[Pp]hoto|PHOTO)\b",
        rf"© ?(?:Provided by|{_CREDITED})\b",
    )
)
CREDIT_END = re.compile(
    _any(
        r"\bGetty Images",
        r"\bREUTERS/[A-Z][^.!?\n]{1,60}",
        rf"\({_CREDITED}(?: [Ff]ile)? ?[Pp]hoto\b[^()\n]{{0,60}}\)",
        rf"[(\[][^()\[\]\n]{{0,60}}/ ?{_CREDITED}\b[^()\[\]\n]{{0,40}}[)\]]",
        r"[(\[][^()\[\]\n]{0,60}\b(?:AP|AFP) Photo[)\]]",
        r"[(\[](?:Photo|Image|Picture) ?[:/][^()\[\]\n]{1,80}[)\]]",
        r"(?<![^.!?)\]”\"] )\b(?:Photo|Image|Picture): ?\S.{0,200}",
    )
    + "$"
)
LONGEST_CAPTION = 400

_CREDIT_VERBS = r"(?:report|writ|edit|translat)ing|compiled|translated|translation|edited|produced"
CREDIT_VERB = re.compile(rf"\b(?:additional |with )?(?:{_CREDIT_VERBS}) by ", re.IGNORECASE)
CONTRIBUTED = re.compile(
    r"contributed (?:to (?:this|the) (?:story|report|article|piece)|reporting)\.?$", re.IGNORECASE
)
BY = re.compile(
    r"(?:by|author ?:|(?:written|story|text|reported|posted|published) by)\s+", re.IGNORECASE
)
# The initials of the desk and the agencies it used: "kmm,es/ng (dpa, Reuters)".
DESK = re.compile(r"(?:[a-zß]{1,5}(?: ?[,/] ?[a-zß]{1,5}){0,5} ?)?\((?P<agencies>[^()]{2,60})\)")
DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\n:–—]{0,60}?)??(?:,? ?\((?P<agency>[^()\n]{2,30})\))?"
    r" ?(?:--|[-–—](?= )|:(?= ))\s*"
)

NOTE = re.compile(r"\(\s?\*[^()\n]{1,120}\)")
FOOTNOTE = re.compile(
    r"\*+ ?(?:[-–—] ?)?(?:recogni[sz]ed|designated|banned|listed|declared|outlawed|included)\b",
    re.IGNORECASE,
)
# "By the South Caucasus desk", "By our correspondent"
BY_DESK = re.compile(
    r"By (?:the|our|a)(?: [\w-]+){0,4} "
    r"(?:desk|staff|team|correspondents?|reporters?|reviewers?|writers?|editors?|columnists?)"
)
HEADING_MARK = re.compile(r"#{1,6} +(?=\S)")
MARKUP = re.compile(
    r"(!?\[)[^\[\]\n]*(\]\((?:https?:|/|#)[^\s()]*\))"
    r"|(\*\*|__)(?=\S)[^*_\n]+(?<=\S)(\*\*|__)"
)

# Capitalised words that make a line no person's name.
NOT_NAMES = phrases("""
    the, a, an, and, of, in, on, for, to, why, how, what, who, when, where, is, are, no, not
    new, breaking, live, exclusive, update, editorial, president, minister, ministry, government
    prime, foreign, world, war, news, sanctions, talks, crisis
""")
