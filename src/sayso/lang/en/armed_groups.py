"""Armed groups that fight in one country alone, and which country that is: general facts, not drawn from any text.

Groups that operate in several countries (al-Qaeda, al-Shabaab, Boko Haram, Hezbollah) are left out, and so are short
names that others bear too ("EPL", "IRA", "PLA").
"""

from __future__ import annotations

from sayso.lang.words import phrases

_BY_COUNTRY = {
    "Argentina": "montoneros",
    "Bolivia": "tupac katari guerrilla army, egtk, zarate willka",
    "Chile": """
        manuel rodriguez patriotic front, fpmr, lautaro youth movement, lautaro youth front, lautaro popular rebel
        forces
        """,
    "Colombia": """
        farc, revolutionary armed forces of colombia, m-19, 19 april movement, april 19 movement, popular liberation
        army, medellin cartel, cali cartel, extraditables, quintin lame, simon bolivar guerrilla coordinating board,
        clan del golfo, united self-defense forces of colombia
        """,
    "Ecuador": "alfaro lives, alfaro lives damn it, alfaro vive carajo",
    "El Salvador": """
        fmln, farabundo marti national liberation front, farabundo marti liberation front, people's revolutionary
        army, popular liberation forces
        """,
    "Ethiopia": "tigray people's liberation front, tplf, oromo liberation army",
    "France": "corsican national liberation front, flnc",
    "Greece": "november 17, 17 november",
    "Guatemala": """
        urng, guatemalan national revolutionary unity, guerrilla army of the poor, organization of the people in
        arms
        """,
    "Honduras": """
        cinchoneros, cinchonero people's liberation movement, morazanist patriotic front, morazanist front for the
        liberation of honduras, lorenzo zelaya popular revolutionary forces
        """,
    "India": "naxalites, ulfa, united liberation front of asom, national democratic front of bodoland",
    "Italy": "red brigades",
    "Mexico": "zapatistas, ezln, sinaloa cartel, jalisco new generation cartel, zetas, los zetas",
    "Mozambique": "renamo",
    "Angola": "unita",
    "Myanmar": "kachin independence army, arakan army, karen national liberation army",
    "Nigeria": "movement for the emancipation of the niger delta",
    "United Kingdom": "ulster volunteer force, ulster defence association",
    "Peru": """
        shining path, sendero luminoso, tupac amaru revolutionary movement, mrta, rodrigo franco democratic command,
        rodrigo franco command
        """,
    "Philippines": "new people's army, moro islamic liberation front, bangsamoro islamic freedom fighters",
    "Sri Lanka": "ltte, tamil tigers, liberation tigers of tamil eelam",
    "Spain": "grapo",
    "Uruguay": "tupamaros",
    "Yemen": "houthis, ansar allah",
}
HOMES = {name: country for country, told in _BY_COUNTRY.items() for name in phrases(told)}
"""Name in lower case, without "the", to the English short name of the country."""
