# ruff: noqa: E501  (a pattern is easier to read on one line)
"""Words in ids and classes by which pages name their elements, and first words of buttons and notices.

Plain data, read by ``sayso.clean.features``: columns of the trees, so that a change here asks for training anew. Patterns
of ``HINTS`` are looked for in the parts of a name ("entry-content": entry, content), those of ``WORDS`` at the start of
a word; both in small letters.
"""

from __future__ import annotations

HINTS = {
    "content": r"content|article|story|entry|beitrag|artikel|noticia|contenu|text(?!area)|body|prose|richtext",
    "main": r"main|primary|page|single|detail",
    "post": r"post(?!er)|message|msg|thread|topic|discussion|question|answer|bbcode|cooked",
    "comment": r"comment|disqus|kommentar|response|replies|reply",
    "share": r"share|sharing|social|tweet|facebook|twitter|follow|whatsapp|teilen",
    "ad": r"^ads?$|advert|sponsor|promo|banner|outbrain|taboola|affiliate|werbung|anzeige|campaign|commerce",
    "nav": r"^nav|menu|breadcrumb|paginat|pager|toolbar|crumb|skip|masthead|topbar|tabs?$",
    "foot": r"foot|legal|copyright|colophon|imprint|impressum|disclaimer",
    "side": r"side|^rail$|aside|widget|secondary|right",
    "caption": r"caption|credit|figure|galler|photo|image|^img|slide|video|bild|media",
    "author": r"author|byline|^bio$|autor|writer|contributor|profile|avatar|user|vcard",
    "tags": r"^tags?$|categor|keyword|label|schlagw|taxonom",
    "newsletter": r"newsletter|subscri|signup|regist|paywall|login|donat|^abo$|member|premium|form|^cta$",
    "cookie": r"cookie|consent|gdpr|modal|popup|overlay|lightbox|toast|notice|alert|dialog",
    "meta": r"meta|date|time|^info$|stats|views|count|published|posted",
    "related": r"relat|recommend|^more|popular|trending|latest|similar|teaser|^cards?$|listing|^list|^items?$|^next|grid|feed|river|archive",
    "quote": r"quote|signature|^sig$|spoiler|zitat",
    "title": r"title|headline|heading|kicker|titel|titre|^h1$",
    "lead": r"summary|standfirst|^lead|intro|excerpt|abstract|^dek|^deck|subline|chapeau|subtitle|description",
    "search": r"search|suche|filter|^sort",
    "hidden": r"hidden|^none$|visually|readers?$|collaps|offscreen",
    "tools": r"print|download|^tools?$|action|button|btn|^vote|rating|^like",
    "header": r"^header|^top$|^bar$|brand|logo",
    "product": r"product|price|shop|cart|store|^buy",
}
WORDS = {
    "share": r"share|tweet|facebook|twitter|whatsapp|pinterest|linkedin|teilen|partager|compartir|drucken|print|e-?mail|instagram",
    "subscribe": r"newsletter|subscri|sign|login|log|register|anmelden|abonn|inscri|registr|donat|spenden|account|inbox",
    "related": r"related|more|weiterlesen|mehr|lire|leer|read|recommend|see|also|auch|aussi|weitere|next|previous",
    "credit": r"photo|foto|image|bild|picture|getty|reuters|credit|afp|shutterstock|courtesy|quelle|©|\(c\)|illustration|video",
    "rights": r"copyright|rights|reserved|©|impressum|privacy|terms|datenschutz|cookie|agb|policy",
    "by": r"by|von|par|por|posted|written|published|updated|geschrieben|author|autor|editor",
    "reply": r"comment|reply|replies|kommentar|antwort|répon|joined|member|posts?$|quote|beitr|registered|likes?$|views?$|said|wrote",
    "date": r"(?:19|20)\d\d\W*$|\d{1,2}[./-]\d{1,2}[./-]|\d{1,2}:\d\d|ago$|january|february|march|april|june|july|august"
    r"|september|october|november|december|monday|tuesday|wednesday|thursday|friday",
    "we": r"we$|our$|us$|you$|your$|wir$|unsere?|sie$|nous$|vous$|votre",
    "skip": r"skip|menu|search|home|back|top$|click|tap|here|hier|button|close|open|show|hide|toggle|contact|about|faq|help",
}
