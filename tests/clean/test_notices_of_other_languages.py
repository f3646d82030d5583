"""Notices around articles in several languages, and sentences of reports that look like them."""

from __future__ import annotations

import pytest

from sayso.clean.boilerplate import line_class


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        ("de", "*Werbung. Dieser Beitrag enthält Werbung für die Bäckerei am Hafen.", "advertisement"),
        ("de", "Letzte Aktualisierung am 3.04.2024 / Affiliate Links / Bilder von der Händler API", "advertisement"),
        ("de", "... weiter zum zweiten Teil", "related link"),
        ("de", "Vorschau auf den nächsten Artikel", "related link"),
        ("de", "Alles über sichere Fähren findest Du hier.", "related link"),
        ("de", "Weitere Informationen:", "related link"),
        ("de", "Weitere Informationen dazu gibt es auf der Website des Hafenamts.", "related link"),
        ("de", "Alle Meldungen der Hafengesellschaft | RSS-Feed abonnieren", "share line"),
        ("de", "E-Mail (wird benötigt und nicht veröffentlicht)", "comment prompt"),
        ("de", "Abbildung 2: Der Kran nach dem Sturz auf zwei Liegeplätze.", "photo caption"),
        ("de", "Unterstütze das Hafenblatt schon ab 3 Euro!", "appeal for money"),
        ("es", "PUEDES VER: ¿Qué pasó en el puerto de Lomvik?", "related link"),
        ("es", "¡Mira lo que tiene nuestro canal de YouTube!", "share line"),
        ("pl", "Czytaj też: Dźwig spadł na dwa nabrzeża", "related link"),
        ("it", "Leggi anche: La gru è caduta su due banchine", "related link"),
        ("pl", "kos/PAP", "credit line"),
        ("en", "Subscribe now to our weekend edition for the full story.", "subscription notice"),
        ("en", "For the latest news from the port download the Courier apps for your phone.", "app notice"),
        ("en", "Follow The Courier on Facebook @ElmwickCourier. Send us a message at any hour.", "share line"),
        ("en", "Comment by Ada Brunn — 3 May, 2016 @ 13:04", "comment prompt"),
        ("en", "Email (will not be published)", "comment prompt"),
    ],
)
def test_a_notice_is_told_by_its_wording(language: str, text: str, why: str) -> None:
    assert line_class(text, language) == why


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Weitere Informationen erhofft sich die Polizei von Zeugen, die am Freitag am Hafen waren."),
        ("de", "Weiter hieß es, der Kran sei im März geprüft worden."),
        ("de", "Zurück blieben zwei Familien ohne Wohnung."),
        ("de", "Alles deutet darauf hin, dass der Ofen über Nacht an war."),
        ("de", "Unterstützt wurde die Feuerwehr von zwei Booten der Küstenwache."),
        ("es", "Los vecinos pueden ver el barco desde la orilla."),
        ("en", "Follow-up checks on Friday found no leak, the agency said."),
        ("en", "The workers subscribe to the view that the crane was old."),
        ("en", "For the latest victims no names were given on Tuesday."),
    ],
)
def test_a_sentence_of_a_report_is_none(language: str, text: str) -> None:
    assert line_class(text, language) == ""
