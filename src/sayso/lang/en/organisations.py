"""Well-known bodies of the world by the kind of voice they are, and the type words inside their names.

Names are lower case and without "the". General facts, not drawn from any text.
"""

from __future__ import annotations

from sayso.lang.words import phrases, words

AGENCIES = phrases(
    """
    reuters, thomson reuters, associated press, ap, agence france-presse, agence france presse, afp, united press
    international, upi, xinhua, tass, itar-tass, interfax, ria novosti, novosti, sputnik, efe, acan-efe, dpa, deutsche
    presse-agentur, ansa, kyodo, kyodo news, jiji, jiji press, yonhap, kcna, korean central news agency, press trust
    of india, pti, asian news international, ani, anadolu, anadolu agency, dogan news agency, irna, isna, fars, fars
    news, fars news agency, tasnim, mehr, mehr news agency, sana, saba, wafa, petra, mena, middle east news agency,
    bernama, antara, canadian press, australian associated press, aap, press association, pa, bloomberg, bloomberg
    news, lusa, belga, anp, ritzau, ntb, tt, mti, pap, ctk, tanjug, belta, ukrinform, unian, kazinform, kazakhstan
    today, akipress, 24.kg, trend, azertac, armenpress, interpress news, notimex, prensa latina, telam, andina, inter
    press service, ips, pan african news agency, pana, news agency of nigeria, nan, angop, maghreb arabe presse, aps,
    tunis afrique presse, suna, kuna, spa, saudi press agency, wam, bna, qna, bangladesh sangbad sangstha, app,
    associated press of pakistan, pajhwok, khaama, islamic republic news agency, dawn news agency, national news
    agency, novosti press, china news service, catholic news service, keystone-sda, apa, ats, inacap, zuma press,
    getty, amaq, amaq news agency, caucasian knot, mena news agency
    """
)

OUTLETS = phrases(
    """
    bbc, bbc news, cnn, cnn international, al jazeera, al-jazeera, al arabiya, al-arabiya, al hadath, sky news, itv,
    channel 4, fox news, fox, msnbc, nbc, nbc news, abc, abc news, cbs, cbs news, pbs, npr, national public radio,
    c-span, voice of america, voa, radio free europe, radio liberty, rfe/rl, radio free asia, deutsche welle, dw,
    france 24, rfi, rt, russia today, press tv, cgtn, cctv, nhk, arirang, cbc, ctv, global news, rte, rté, trt, trt
    world, tvn24, tvp, ard, zdf, rai, rtve, tf1, bfm, bfmtv, euronews, n1, hromadske, ntv, rossiya, dozhd, meduza,
    mediazona, znak.com, lenta.ru, gazeta.ru, kommersant, izvestia, pravda, vedomosti, novaya gazeta, guardian,
    observer, independent, telegraph, daily telegraph, sun, mirror, daily mirror, daily mail, times, sunday times,
    financial times, economist, spectator, new statesman, new york times, washington post, wall street journal, usa
    today, los angeles times, chicago tribune, boston globe, miami herald, new york post, new york daily news,
    politico, axios, vox, buzzfeed, buzzfeed news, huffpost, huffington post, daily beast, vice, vice news, slate,
    salon, atlantic, new yorker, time, newsweek, forbes, fortune, wired, the verge, techcrunch, scientific american,
    national geographic, nature, science, lancet, new scientist, le monde, le figaro, libération, liberation,
    l'express, el pais, el país, el mundo, abc color, la vanguardia, clarin, clarín, la nacion, la nación, el tiempo,
    el espectador, semana, folha de s.paulo, globo, o globo, reforma, la jornada, der spiegel, spiegel, die zeit,
    bild, die welt, frankfurter allgemeine zeitung, süddeutsche zeitung, la repubblica, corriere della sera, la
    stampa, haaretz, jerusalem post, times of israel, yedioth ahronoth, ynet, maariv, al-ahram, asharq al-awsat,
    al-quds al-arabi, al mayadeen, al-manar, al-masirah, al-aqsa, gulf news, khaleej times, the national, arab news,
    daily star, hurriyet, hürriyet, daily sabah, milliyet, cumhuriyet, rudaw, kurdistan 24, dawn, geo, geo news, geo
    tv, ary, express tribune, hindu, times of india, hindustan times, indian express, ndtv, india today, republic tv,
    the print, the wire, scroll, daily star bangladesh, prothom alo, kantipur, kathmandu post, tolo, tolo news,
    tolonews, ariana, global times, people's daily, china daily, caixin, south china morning post, apple daily, hong
    kong free press, taipei times, straits times, channel newsasia, cna, bangkok post, the nation, jakarta post,
    kompas, rappler, inquirer, philippine daily inquirer, philippine star, manila times, manila bulletin, gma, gma
    news, abs-cbn, asahi, asahi shimbun, yomiuri, mainichi, nikkei, chosun ilbo, korea herald, punch, vanguard, this
    day, premium times, daily trust, sahara reporters, channels tv, daily nation, standard, monitor, new vision, the
    citizen, mail & guardian, news24, sowetan, daily maverick, sydney morning herald, the age, the australian, abc
    australia, nine news, stuff, new zealand herald, radio new zealand, toronto star, globe and mail, national post,
    irish times, irish independent, the journal, scotsman, the herald, wikinews, wikipedia, wikileaks, aviation
    herald, twitter, facebook, telegram, youtube, moscow times, kyiv post, kyiv independent, ukrainska pravda, baltic
    times, balkan insight, bellingcat, intercept, propublica, mother jones, daily caller, breitbart, drudge report,
    military times, stars and stripes, jane's, defense news, foreign policy, foreign affairs, variety, billboard,
    rolling stone, hollywood reporter
    """
)

MONITORS = phrases(
    """
    site, site intelligence group, search for international terrorist entities, acled, armed conflict location & event
    data project, armed conflict location and event data project, ucdp, syrian observatory for human rights, gun
    violence archive, airwars, intelcenter, netblocks, cpj, committee to protect journalists, reporters without
    borders, freedom house, human rights watch, amnesty international, ovd-info, hrana, iran human rights, iraq body
    count, nigeria security tracker, bellingcat, crisis group, international crisis group, flightradar24,
    marinetraffic, janes, world monitors, memri, oryx, deepstate, institute for the study of war, long war journal,
    conflict monitoring center, south asia terrorism portal, pak institute for peace studies, b'tselem, hengaw, yemen
    data project, action on armed violence, small arms survey, airfleets, aviation safety network, usgs, united states
    geological survey
    """
)

GROUPS = phrases(
    """
    taliban, tehrik-i-taliban pakistan, ttp, islamic state, islamic state group, isis, isil, daesh, islamic state of
    iraq and the levant, islamic state of iraq and syria, is-k, isis-k, islamic state khorasan, al-qaeda, al qaeda,
    al-qaida, al-shabaab, al shabaab, al-shabab, boko haram, iswap, ansaru, aqim, aqap, jnim, hamas, hezbollah,
    hizbullah, islamic jihad, palestinian islamic jihad, pflp, fatah, al-nusra front, nusra front, hayat tahrir
    al-sham, houthis, houthi, ansar allah, pkk, ypg, kurdistan workers party, tak, kurdistan freedom falcons, dhkp-c,
    farc, eln, epl, m-19, auc, fmln, farabundo marti national liberation front, contras, shining path, sendero
    luminoso, mrta, tupac amaru revolutionary movement, fpmr, manuel rodriguez patriotic front, extraditables,
    medellin cartel, cali cartel, zapatistas, ezln, eta, ira, provisional ira, real ira, new ira, continuity ira,
    ulster volunteer force, uvf, ulster defence association, uda, red brigades, red army faction, grapo, ltte, tamil
    tigers, liberation tigers of tamil eelam, abu sayyaf, moro islamic liberation front, milf, mnlf, new people's
    army, npa, bifm, bangsamoro islamic freedom fighters, jemaah islamiyah, jemaah ansharut daulah, lashkar-e-taiba,
    jaish-e-mohammed, lashkar-e-jhangvi, sipah-e-sahaba, haqqani network, hizbul mujahideen, baloch liberation army,
    naxalites, maoists, ulfa, islamic movement of uzbekistan, islamic jihad union, caucasus emirate, east turkestan
    islamic movement, etim, lord's resistance army, lra, m23, adf, allied democratic forces, fdlr, seleka,
    anti-balaka, polisario, unita, renamo, janjaweed, rapid support forces, wagner, wagner group, proud boys, ku klux
    klan, aum shinrikyo, anonymous, free syrian army, syrian democratic forces, popular mobilization forces, kataib
    hezbollah, asa'ib ahl al-haq, mahdi army, fatah al-islam, fedayeen, mujahedin-e khalq, mek, jaish al-adl,
    jundallah, ansar dine, mujao, movement for the emancipation of the niger delta, mend, ogaden national liberation
    front, oromo liberation army, tigray people's liberation front, tplf, sinaloa cartel, jalisco new generation
    cartel, zetas, mara salvatrucha, ms-13
    """
)

OFFICIALS = phrases(
    """
    fbi, cia, nsa, dea, atf, dhs, ntsb, faa, irs, epa, fda, cdc, ice, tsa, nasa, noaa, nypd, lapd, fsb, gru, svr, sbu,
    nbu, mossad, shin bet, idf, israel defense forces, israeli defense forces, mi5, mi6, gchq, met, metropolitan
    police, scotland yard, interpol, europol, nato, isaf, european union, eu, european commission, european
    parliament, kremlin, white house, pentagon, state department, downing street, elysee, capitol, foreign office,
    home office, treasury, congress, senate, house of representatives, house of commons, house of lords, parliament,
    duma, bundestag, knesset, lok sabha, national guard, coast guard, border patrol, secret service, supreme court,
    high court, raf, royal navy, us army, u.s. army, us navy, us military, air force, marine corps, police, army,
    government, ministry, investigative committee, emergencies ministry, interior ministry, defense ministry, defence
    ministry, foreign ministry, health ministry, justice ministry, national police, federal police, isi, raw, cbi,
    nia, bsf, crpf, afp australia, rcmp, csis, carabinieri, guardia civil, gendarmerie, guardia nacional, iaea, osce,
    monusco, minusma, unifil, amisom, african union, au, arab league, federal security service, federal bureau of
    investigation, central intelligence agency, department of justice, department of defense, department of homeland
    security, security council, armed forces, ground forces, soviet union, ussr, revolutionary guards, revolutionary
    guard, irgc, national security council, taoiseach
    """
)

ORGANISATIONS = phrases(
    """
    united nations, un, u.n., unicef, unhcr, wfp, who, world health organization, unesco, undp, ocha, iom, ilo, red
    cross, icrc, international committee of the red cross, red crescent, ifrc, doctors without borders, medecins sans
    frontieres, médecins sans frontières, msf, oxfam, save the children, greenpeace, world bank, imf, international
    monetary fund, opec, wto, catholic church, vatican, white helmets, care, caritas, mercy corps, wwf, boeing,
    airbus, lockheed martin, google, microsoft, apple, amazon, meta, shell, bp, exxonmobil, exxon, chevron, total,
    totalenergies, eni, gazprom, rosneft, lukoil, conocophillips, equinor, aramco, saudi aramco, petrobras, pemex,
    pdvsa, republican party, democratic party, conservative party, labour party, liberal democrats, bharatiya janata
    party, bjp, indian national congress, african national congress, anc, communist party, muslim brotherhood, aclu,
    naacp, nra, national rifle association, southern poverty law center, adl, anti-defamation league, uefa, fifa, ioc
    """
)

TYPE_WORDS: dict[str, str] = {
    **dict.fromkeys(
        words(
            """
            times post herald tribune gazette journal chronicle telegraph guardian observer daily star mirror
            independent examiner inquirer courier dispatch sentinel echo mail express globe weekly magazine tv
            television radio channel broadcasting news newspaper media fm
            """
        ),
        "outlet",
    ),
    **dict.fromkeys(words("newswire"), "agency"),
    **dict.fromkeys(words("observatory monitor monitoring watch tracker archive"), "monitor"),
    **dict.fromkeys(
        words(
            """
            ministry department police army navy government administration court tribunal parliament congress senate
            council embassy consulate commission committee bureau directorate office prosecutor prosecutors sheriff
            authority authorities secretariat cabinet troops battalion regiment brigade infantry division corps guard
            gendarmerie patrol forces force assembly municipality legislature constabulary agency service customs
            intelligence garrison command
            """
        ),
        "official",
    ),
    **dict.fromkeys(
        words(
            """
            company corporation corp inc ltd plc llc limited co group holdings holding industries bank airlines
            airways university college institute school academy foundation association society union federation
            confederation league organisation organization charity trust center centre church diocese party alliance
            coalition club chamber fund international network partners enterprises motors oil gas petroleum energy
            mining systems technologies hospital clinic museum lodge hotel conference congregation initiative project
            campaign united fc cf aid relief bishops brotherhood
            """
        ),
        "organisation",
    ),
    **dict.fromkeys(
        words(
            """
            front guerrillas mujahideen mujahedeen militia cartel jihad jund ansar jaish lashkar brigades martyrs
            commandos liberation rebels
            """
        ),
        "group",
    ),
}
"""Last (or telling) words of a body's name; a later entry wins over an earlier one where a word stands twice."""

ARMY_WORDS = words("army forces force brigade brigades column columns command battalion division corps guard guards")
CAUSES = words("freedom resistance salvation independence patriotic redemption martyrs justice revolutionary avengers")
"""What armed groups say they fight for: with a word of armies it makes a group's name ("Coastal Freedom Army")."""

NOT_BODIES = words(
    """
    island islands bay river lake mount mountain mountains basin sea ocean gulf strait street road avenue boulevard lane
    highway park airport bridge valley hill hills beach county province district region square peninsula desert forest
    tower stadium monument temple cathedral palace castle tunnel harbor harbour canal dam festival cup day week war wars
    games olympics act clause constitution amendment treaty agreement accord accords protocol convention award prize
    medal order law bill century season championship championships summit era code index report language syndrome
    disease virus hurricane typhoon cyclone storm earthquake
    """
)
"""Last words of names of places, events, laws and things: nobody who speaks."""

ADDRESS_ENDINGS = words("com org net info ru kz ua by uk de fr es it pl cz tv fm news press in pk bd ng ke za au nz ca")
"""Endings of a web address that make a name an outlet ("Example.com")."""
