"""Notices in other languages than English go by the words of the document's language."""

from __future__ import annotations

import pytest

from sayso.clean import clean_text

REPORTS = {
    "de": "Bei einem Brand in einer Lagerhalle im Hafen sind am Dienstag drei Menschen verletzt worden, teilte die "
    "Feuerwehr mit.\n\nDie Ursache ist noch unklar. Die Polizei hat Ermittlungen aufgenommen und sucht Zeugen.",
    "fr": "Trois personnes ont été blessées mardi dans l'incendie d'un entrepôt du port, ont annoncé les pompiers.\n\n"
    "La cause reste inconnue. La police a ouvert une enquête et cherche des témoins.",
    "es": "Tres personas resultaron heridas el martes en el incendio de un almacén del puerto, informaron los "
    "bomberos.\n\nLa causa se desconoce. La policía abrió una investigación y busca testigos.",
    "ru": "Три человека пострадали во вторник при пожаре на складе в порту, сообщили в пожарной службе.\n\n"
    "Причина пока неизвестна. Полиция начала проверку и ищет свидетелей.",
}
NOTICES = {
    "de": ["Lesen Sie auch: Hafen gesperrt", "Artikel teilen",
           "Jetzt Newsletter abonnieren", "Alle Rechte vorbehalten."],
    "fr": ["Lire aussi : Le port fermé", "Partager sur Facebook",
           "Abonnez-vous à notre newsletter", "Tous droits réservés."],
    "es": ["Lea también: Cierran el puerto", "Compartir en Facebook",
           "Suscríbete a nuestro boletín", "Todos los derechos reservados."],
    "ru": ["Читайте также: Порт закрыт", "Поделиться в Telegram",
           "Подписывайтесь на наш канал", "Все права защищены."],
}  # fmt: skip
STAY = {
    "de": "Abonnenten des Dienstes hatten am Dienstag keinen Empfang.",
    "fr": "Partager les vivres ne suffira pas, a dit le maire.",
    "es": "Compartir la casa con otras familias fue duro, dijo una vecina.",
    "ru": "Реклама завода висела на складе до пожара, сообщил сторож.",
}


@pytest.mark.parametrize("language", REPORTS)
def test_notices_go_and_the_report_stays(language: str) -> None:
    document = clean_text("\n\n".join([REPORTS[language], *NOTICES[language]]))
    assert document.language == language
    assert document.text == REPORTS[language]
    assert [d.text for d in document.dropped] == NOTICES[language]


@pytest.mark.parametrize("language", REPORTS)
def test_sentences_that_begin_like_a_notice_stay(language: str) -> None:
    text = f"{REPORTS[language]}\n\n{STAY[language]}"
    assert clean_text(text).text == text
