# ruff: noqa: E501  (a pattern is easier to read on one line)
"""Words around the name of an author, by language: what leads to it, joins it, stands behind it, and what is no name.

Plain data, read by ``sayso.clean.author``. Leads of one language are no name in another, so that all are asked of
every page: the language of a page is not known before its text is.
"""

from __future__ import annotations

from sayso.lang.words import phrases, words

LEADS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:(?:article|story|review|post|text|words|thread|topic|report|analysis|column|opinion)\s+)?(?:was\s+)?"
        r"(?:written|posted|submitted|published|authored|started|created|reported|reviewed and written|added)?\s*by",
        r"(?:about the |the |original )?authors?(?: of (?:this )?(?:article|post))?(?=\s*:|$)", r"thread (?:starter|author)",
        r"words(?=\s*:)", r"story(?=\s*:)", r"via",
    ),
    "de": (
        r"(?:(?:ein|eine|ein interview|interview|text|artikel|beitrag|bericht|kommentar|analyse|kolumne)\s+)?"
        r"(?:(?:wurde\s+)?(?:geschrieben|verfasst|erstellt|veröffentlicht|gepostet|eingestellt)\s+)?(?:von|vom)",
        r"autor(?:in|innen|en|/in|:in|\*in)?(?: (?:des|dieses) (?:artikels|beitrags|textes))?(?=\s*:|\s+\S|$)",
        r"(?:text|redaktion|verfasser(?:in)?|bericht|artikel|geschrieben)(?=\s*:)",
    ),
    "fr": (r"(?:(?:écrit|rédigé|publié|posté|proposé|texte|article)\s+)?par", r"aut(?:eur|rice)s?(?=\s*:|\s+\S|$)"),
    "es": (r"(?:(?:escrito|publicado|redactado)\s+)?por", r"autora?(?:es)?(?=\s*:|$)", r"redacción(?=\s*:)"),
    "it": (r"(?:(?:scritto|pubblicato)\s+)?(?:di|da)", r"a cura di", r"autor[ei](?=\s*:|$)"),
    "pt": (r"(?:escrito |publicado )?por", r"autoria(?=\s*:|$)"),
    "nl": (r"(?:geschreven |geplaatst )?door", r"auteur(?=\s*:|$)"),
    "pl": (r"autor(?:ka|zy)?(?=\s*:|$)", r"(?:napisał|napisała|opublikował|opublikowała|dodał|dodała)(?=\s*:|\s+\S)"),
    "cs": (r"(?:napsal|napsala|autor)(?=\s*:|\s+\S|$)",),
    "ru": (r"автор(?:ы)?(?: (?:статьи|текста|материала))?(?=\s*:|$)", r"текст(?=\s*:)"),
    "zh": (r"(?:责任编辑|责编|作者|记者|编辑|文)(?=\s*[:：|/])",),
}  # fmt: skip
"""Language to patterns that lead to a name, at the start of a line."""

FIRST = words(
    "by article story review post text words thread topic report analysis column opinion was written posted submitted "
    "published authored started created reported reviewed added about the original author authors via",
    "ein eine interview artikel beitrag bericht kommentar analyse kolumne wurde geschrieben verfasst erstellt "
    "veröffentlicht gepostet eingestellt von vom autor autorin autorinnen autoren autor/in autor:in autor*in redaktion "
    "verfasser verfasserin",
    "écrit rédigé publié posté proposé texte par auteur auteurs autrice autrices escrito publicado redactado por autora "
    "autores autoras redacción scritto pubblicato di da a autori autore autoria geschreven geplaatst door autorka autorzy "
    "napisał napisała opublikował opublikowała dodał dodała napsal napsala автор авторы текст 责任编辑 责编 作者 记者 编辑 文",
)
"""First words of leads, by which most lines are seen to be none."""

BEFORE_DAY = "on am vom le il el dne"
"""Words between a name and a day."""

JOINS = words("and und et y e i en och og & , ; / + × with mit avec con")
"""What stands between two names; those that are no sign are words of their own."""

PARTICLES = words(
    "de da do dos du di del della der den dem van von vom zu zur la le los las y e el al bin ibn ten ter of the and und"
)
"""Words in small letters inside of names."""

CREDIT_LABELS = words(
    "written author authors by words verfasst autor autorin écrit auteur escrito autora geschreven napisane"
)
"""Words in the label of a card for social networks under which the author is told."""

ROLES = words(
    "editor editors writer writers reporter reporters correspondent contributor journalist columnist staff senior junior "
    "freelance attorney lawyer founder co-founder cofounder ceo cto coo cmo director manager head chief president "
    "specialist expert consultant analyst researcher professor lecturer dietitian nutritionist nurse physician coach "
    "trainer engineer developer designer producer photographer marketer strategist executive assistant associate "
    "coordinator lead reviewer member moderator administrator owner partner",
    "redakteur redakteurin redakteurinnen volontär volontärin korrespondent korrespondentin chefredakteur autorin "
    "chefredakteurin pressesprecher pressesprecherin projektleiter projektleiterin geschäftsführer geschäftsführerin",
    "rédacteur rédactrice journaliste correspondant correspondante redactor redactora periodista giornalista redattore "
    "redaktor redaktorka dziennikarz dziennikarka",
)
"""Words of an occupation in small letters; what holds one behind a name is no other name."""

NOT_NAMES = phrases(
    "follow, following, share, updated, published, posted, written, reviewed, edited, author, authors, about the author, "
    "sign in, log in, login, subscribe, menu, search, home, read more, more, view profile, profile, website, email, e-mail, "
    "comments, comment, reply, print, twitter, facebook, linkedin, instagram, today, yesterday, contact, advertisement, "
    "see all, view all, all posts, see more, unknown, none, null, undefined, by, guest author, online, offline, new, the author, "
    "thread starter, start date, table of contents, contents, credits, share this, save, listen, min read, full bio, bio, "
    "expert reviewed, fact checked, fact-checked, medically reviewed, verified, staff member, deleted member, join, joined",
    "folgen, teilen, autor, autorin, autoren, über den autor, über die autorin, mehr, drucken, kommentare, kommentar, foto, "
    "startseite, mehr erfahren, alle beiträge, zum profil, profil, gast, unbekannt, anmelden, aktualisiert, veröffentlicht",
    "auteur, partager, imprimer, commentaires, autor, autora, compartir, comentarios, autore, condividi, udostępnij, "
    "nieznany, anonymous user",
)
"""What stands in the place of a name and is none, in small letters."""

ACCOUNTS = words(
    "admin administrator webmaster wordpressadmin editor editors editorial redaktion redaction redacción redazione redakcja "
    "redactie newsroom newsdesk news staff team user root author guest online webredaktion admin1 superadmin redakteur "
    "moderator marketing support press presse office info blog desk"
)
"""Words of accounts behind which several persons write, in small letters."""

ENDS = (
    r"\s+(?:on|in|at|for|am|um|vom|has|is|was|wrote|says|says:|schrieb|schreibt|sagt|ist|im gespräch)\s.*$"
    r"|\s*(?:,|-|–|—|\||·|•)?\s*\(?\b(?:updated|published|posted|edited|reviewed|medically reviewed|fact[- ]checked|last (?:updated|modified)"
    r"|photo(?:graph)?s?|images?|illustrations?|fotos?|bilder|veröffentlicht|aktualisiert|publié|mis à jour|actualizado|publicado|pubblicato"
    r"|member since|joined|reading time|lesezeit|lesedauer|tiempo de lectura|temps de lecture|min(?:ute)?s? read)\b.*$"
)
"""What begins behind a name and is no part of it; letters of either case."""
