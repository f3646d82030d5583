"""Number words by language, for finding the same figures in a translation, and the words that tell a language."""

# ruff: noqa: E501

from __future__ import annotations

from sayso.lang.words import words

NUMERALS: dict[str, dict[str, int]] = {
    "en": {
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
        "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    },
    "de": {
        "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
        "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "zwanzig": 20, "dreißig": 30,
    },
    "fr": {
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
        "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30,
    },
    "es": {
        "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11,
        "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "veinte": 20, "treinta": 30,
    },
    "ru": {
        "два": 2, "две": 2, "двое": 2, "двух": 2, "двум": 2, "три": 3, "трое": 3, "трёх": 3, "трех": 3, "четыре": 4,
        "четверо": 4, "четырёх": 4, "четырех": 4, "пять": 5, "пяти": 5, "пятеро": 5, "шесть": 6, "шести": 6, "шестеро": 6,
        "семь": 7, "семи": 7, "семеро": 7, "восемь": 8, "восьми": 8, "восьмеро": 8, "девять": 9, "девяти": 9, "десять": 10,
        "десяти": 10, "одиннадцать": 11, "одиннадцати": 11, "двенадцать": 12, "двенадцати": 12, "двадцать": 20,
        "тридцать": 30, "сорок": 40, "пятьдесят": 50,
    },
}  # fmt: skip
"""Language to number word, lower case, to number."""

TELLING: dict[str, frozenset[str]] = {
    "en": words("the of and to that was were with by from he she they said has had which who"),
    "de": words("der die das und ist den dem ein eine einen wurde wurden nicht mit von im sich auf für"),
    "fr": words("le la les des et est dans du une un que qui par sur ont été aux pour"),
    "es": words("el la los las del que en y un una por con fue para se al dijo"),
    "ru": words("в и на не что с по из к у за от он она они были был это как"),
}
"""Language to frequent words by which it is told from the others."""
