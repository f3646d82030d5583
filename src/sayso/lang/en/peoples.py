"""English names of peoples, faiths and political camps that no list of countries has."""

from __future__ import annotations

from sayso.lang.words import words

PEOPLES = words(
    """
    aboriginal aborigine aborigines afrikaner afrikaners alawite alawites amazigh american americans arab arabs
    aramean armenian assyrian assyrians aymara azeri baloch baluch bedouin bedouins bengali berber berbers black
    buddhist buddhists bosniak bosniaks catholic catholics caucasian chechen chechens christian christians communist
    conservative coptic copts creole croat croats dalit dalits darfuri democrat democrats democratic dinka druze
    european europeans fulani gurkha gypsy han hausa hazara hazaras hindu hindus hispanic hmong hui hutu hutus igbo
    indigenous ingush inuit inuk islamic islamist islamists ismaili jewish jew jews kachin karen khmer kurd kurds
    kurdish ladino latino latinos liberal maasai malay maori māori mapuche maratha marxist maya mayan métis metis
    mohawk mongol mormon muslim muslims naga nepali nuer orthodox oromo ossetian palestinian palestinians pashtun
    pashtuns pentecostal protestant protestants punjabi quechua republican republicans rohingya rohingyas roma romani
    saami sami scandinavian serb serbs shia shiite shiites sikh sikhs sindhi sinhala sinhalese slav slavic slavs
    socialist soviet sufi sunni sunnis swahili tajik tamil tamils tatar tatars tibetan tibetans tigrayan tigrayans
    torres tuareg tuaregs turkic turkmen tutsi tutsis uighur uighurs uyghur uyghurs western westerner westerners
    yazidi yazidis yezidi yoruba zionist zulu zulus african africans asian asians latin lgbt nordic anglo evangelical
    evangelicals anglican anglicans methodist lutheran
    """
)
"""Lower case; adjectives and nouns, singular and plural."""
