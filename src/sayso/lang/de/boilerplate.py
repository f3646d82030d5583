# ruff: noqa: E501  (a pattern is easier to read on one line)
"""German wording of what stands around an article, and of its publication line; the form of the English record."""

from __future__ import annotations

LINES: dict[str, tuple[str, ...]] = {
    "advertisement": (
        r"\W*(?:werbung|anzeige)?\W*(?:dieser|der|diese|die) (?:beitrag|artikel|post|text|seite) enthält (?:unbezahlte |bezahlte )?(?:werbung|werbelinks?|affiliate[- ]?links?)\b.{0,120}",
        r"letzte aktualisierung am [\d. ]{6,14}\s?/.{0,60}\baffiliate[- ]?links?\b.{0,120}",
        r"\W*(?:anzeigen?|werbung|sponsored|gesponsert(?:er inhalt)?)\W*", r"(?:nach der|nach dieser) (?:anzeige|werbung) (?:weiterlesen|geht es weiter)\b.{0,40}",
    ),
    "related link": (
        r"\W*(?:weiter|zurück) (?:zu|zum|zur)\b.{0,80}|(?:vorschau auf den |zum )?(?:nächste[rn]?|vorherige[rn]?) (?:artikel|beitrag)\b.{0,120}",
        r"(?:alles|mehr|infos?|weitere|informationen)\b.{3,100}\b(?:findest du|finden sie|findet ihr|gibt es|erfährst du|erfahren sie|lesen sie|liest du) hier\W*",
        r"(?:weitere|mehr) (?:infos?|informationen)(?:\W*| (?:dazu|hierzu|zum thema)?\b.{0,100}\b(?:auf der (?:website|webseite|homepage|internetseite)|unter|im internet)\b.{0,80})",
        r"(?:lesen sie (?:auch|dazu|mehr|hier|weiter)|lies (?:auch|dazu|mehr)|mehr (?:zum thema|dazu|lesen)|weiterlesen|auch interessant|das könnte (?:sie|dich) auch interessieren|mehr aus|weitere (?:artikel|meldungen|nachrichten|themen))\b.{0,160}",
        r"(?:zum thema|meistgelesen|verwandte (?:themen|artikel)|empfehlungen der redaktion)\W*",
    ),
    "share line": (
        r".{0,120}\brss-?feed abonnieren\W*",
        r"(?:artikel |beitrag |diesen artikel |seite )?(?:teilen|merken|drucken|weiterempfehlen|twittern|versenden|per e-?mail(?: senden)?)(?:[ ,/|]+(?:und|auf|via|per|facebook|twitter|x|whatsapp|telegram|xing|linkedin|e-?mail|teilen|drucken|merken|tweeten|versenden))*\W*",
        r"(?:folgen sie|folge|folgt) uns\b.{0,80}",
    ),
    "subscription notice": (
        r"(?:jetzt |hier )?(?:(?:den |unseren )?newsletter (?:abonnieren|bestellen)|abonnieren|kostenlos registrieren|anmelden|registrieren|einloggen)\b.{0,40}",
        r"(?:melden sie sich|abonnieren sie|jetzt abonnieren|testen sie|jetzt testen)\b.{0,160}",
        r"(?:sie haben bereits|bereits|schon) (?:ein |ein digital-?)?(?:abo|abonnent(?:in)?|registriert|kunde)\b.{0,80}",
        r"(?:weiterlesen mit|dieser artikel ist|um diesen artikel)\b.{0,60}\b(?:abo|abonnenten|plus|registrier\w+|anmelden)\b.{0,100}",
    ),
    "cookie notice": (
        r"(?:alle )?cookies? (?:akzeptieren|ablehnen|zulassen|verwalten)\b.{0,40}|(?:alle |auswahl )(?:akzeptieren|ablehnen|bestätigen)\W*|cookie-?(?:einstellungen|richtlinie|hinweis)\W*",
        r"(?:diese (?:website|webseite|seite)|wir) (?:verwende[nt]|nutz(?:t|en)|benutz(?:t|en)) .{0,40}\bcookies?\b.{0,300}",
        r"(?:impressum|datenschutz(?:erklärung)?|agb|nutzungsbedingungen)(?:\W+(?:und |& )?(?:impressum|datenschutz(?:erklärung)?|agb|nutzungsbedingungen|kontakt))*\W*",
    ),
    "comment prompt": (
        r"(?:name|e-?mail(?:-adresse)?)\W+(?:wird )?(?:nicht veröffentlicht|benötigt|erforderlich|pflichtfeld)\b.{0,60}",
        r"(?:kommentare? (?:schreiben|verfassen|lesen|anzeigen)|\d+ kommentare?|kommentare? ?\(\d+\)|jetzt kommentieren|diskutieren sie mit|schreiben sie (?:einen|den ersten) kommentar|(?:die )?kommentarfunktion\b.{0,80})\W*",
    ),
    "rights line": (r".{0,120}\balle rechte vorbehalten\b.{0,120}", r"(?:©|\(c\)|copyright)(?=.{0,120}\b(?:19|20)\d\d\b).{0,160}"),
    "photo caption": (r"(?:abbildung|abb\.|beitragsbild|titelbild)(?: ?\d+)?\s*:.{1,300}",),
    "photo credit": (r"\(?(?:foto|bild|fotos|bilder|grafik|archivfoto|symbolbild)s?\s*[:/©|]\s*.{1,80}\)?",),
    "appeal for money": (
        r"unterstütz(?:e|t|en sie) .{2,60}\b(?:mit|ab) (?:nur |schon )?\d.{0,40}",
        r"(?:jetzt spenden|spenden sie(?: jetzt)?|unterstützen sie (?:uns|unsere arbeit|unabhängigen journalismus)|mitglied werden)\b.{0,60}",
    ),
    "contact line": (r"(?:haben sie einen fehler (?:entdeckt|gefunden)|fehler (?:melden|gefunden)|schreiben sie uns)\b.{0,160}",),
    "navigation": (r"(?:nach oben|zum (?:seitenanfang|inhalt|hauptinhalt)(?: springen)?|zur (?:startseite|übersicht)|startseite|zurück zur\b.{0,40})\W*", r"bitte aktivieren sie javascript\b.{0,100}"),
    "tag line": (r"(?:schlagworte|schlagwörter|themen|stichwörter|stichworte|kategorien?)\s*:.{0,200}",),
}  # fmt: skip

MONTHS: dict[str, int] = {
    "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8, "september": 9,
    "oktober": 10, "november": 11, "dezember": 12, "jan": 1, "feb": 2, "mär": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dez": 12,
}  # fmt: skip
WEEKDAYS = "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
FIRST_PUBLISHED = (
    r"(?:erstellt|veröffentlicht|publiziert|erschienen|erstveröffentlicht|datum|online seit)(?: am| seit)?"
)
LAST_CHANGED = (
    r"(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet|editiert|letzte änderung|letzte aktualisierung|stand)(?: am)?"
)
SELF_POSTED = r"\b(?:diese[rs]?|der|das) (?:beitrag|artikel|eintrag|text|meldung)\b.{0,80}\b(?:veröffentlicht|gepostet|erstellt|geschrieben|publiziert)\b|\bwurde am\b.{4,40}\b(?:gepostet|veröffentlicht|publiziert)\b"
