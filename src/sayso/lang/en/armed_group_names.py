"""Names by which one armed group is known: acronyms, English forms and those of the group's own language.

General facts, not drawn from any text. Left out are acronyms that are also words ("IS", "LET", "MEND", "ADO") and
names that belong to a whole family of groups ("Islamic Jihad").
"""

from __future__ import annotations

_SAME = """
farabundo marti national liberation front, farabundo marti liberation front, fmln, frente farabundo marti,
    frente farabundo marti para la liberacion nacional
people's revolutionary army, erp, ejercito revolucionario del pueblo
popular liberation forces, farabundo marti popular liberation forces, fpl, fuerzas populares de liberacion
armed forces of national resistance, farn, fuerzas armadas de la resistencia nacional
central american workers revolutionary party, revolutionary party of central american workers, prtc
guatemalan national revolutionary unity, guatemalan national revolutionary union, urng,
    unidad revolucionaria nacional guatemalteca
guerrilla army of the poor, egp, ejercito guerrillero de los pobres
revolutionary organization of the people in arms, organization of the people in arms, orpa
cinchonero people's liberation movement, cinchonero popular liberation movement, cinchoneros
morazanist patriotic front, frente patriotico morazanista
morazanist front for the liberation of honduras, fmlh
lorenzo zelaya popular revolutionary forces, lorenzo zelaya people's revolutionary forces, fprlz
sandinist national liberation front, sandinista national liberation front, fsln, sandinista front, sandinist front
nicaraguan resistance, contras
nicaraguan democratic force, nicaraguan democratic forces, fdn
national liberation army, army of national liberation, eln, ejercito de liberacion nacional, uc-eln, eln-uc,
    camilist union-army of national liberation, camilist union-national liberation army, union camilista
revolutionary armed forces of colombia, farc, farc-ep, fuerzas armadas revolucionarias de colombia
popular liberation army, epl, ejercito popular de liberacion
19 april movement, april 19 movement, 19th of april movement, m-19, m19, movimiento 19 de abril
united self-defense forces of colombia, united self-defence forces of colombia, auc,
    autodefensas unidas de colombia
quintin lame, quintin lame command, quintin lame armed movement
simon bolivar guerrilla coordinating board, simon bolivar guerrilla coordinator, cgsb, cngsb,
    simon bolivar national guerrilla coordinating board
workers self-defense, workers' self-defense, workers self-defense movement, workers' self-defense movement
medellin cartel, medellin drug cartel, medellin drug trafficking cartel
cali cartel, cali drug cartel
clan del golfo, gulf clan, gaitanist self-defense forces of colombia, urabenos
shining path, sendero luminoso, pcp-sl, communist party of peru-shining path
tupac amaru revolutionary movement, mrta, movimiento revolucionario tupac amaru
rodrigo franco command, rodrigo franco democratic command, comando rodrigo franco
manuel rodriguez patriotic front, fpmr, frente patriotico manuel rodriguez
movement of the revolutionary left, leftist revolutionary movement, revolutionary leftist movement,
    revolutionary left movement, movimiento de izquierda revolucionaria
lautaro youth movement, lautaro youth front, mjl
lautaro popular rebel forces, frpl
zarate willka armed forces of liberation, zarate willka liberation armed forces, zarate willka, zarate wilka,
    zarate wilka armed forces of liberation, fal-zarate willka, fal-zarate wilka, falzw
tupac katari guerrilla army, egtk
nestor paz zamora commission, nestor paz zamora commando, cnpz
alfaro lives, alfaro lives damn it, alfaro vive carajo, alfaro vive
tupamaros, tupamaro national liberation movement, mln-t
paraguayan people's army, ejercito del pueblo paraguayo
zapatista army of national liberation, zapatista national liberation army, zapatistas, ezln
sinaloa cartel, cartel de sinaloa
jalisco new generation cartel, cjng, cartel jalisco nueva generacion
los zetas, zetas
gulf cartel, cartel del golfo
mara salvatrucha, ms-13, ms13
basque fatherland and liberty, basque homeland and liberty, basque homeland and freedom,
    basque country and freedom, basque fatherland and freedom, euskadi ta askatasuna, eta
irish republican army, ira, provisional irish republican army, provisional ira, pira
real ira, real irish republican army
continuity ira, continuity irish republican army
irish national liberation army, inla
ulster volunteer force, uvf
ulster defence association, ulster defense association, uda
red army faction, rote armee fraktion, baader-meinhof gang, baader-meinhof group
red brigades, brigate rosse
first of october antifascist resistance groups, october first antifascist resistance groups, grapo
revolutionary organization 17 november, 17 november, november 17
corsican national liberation front, national liberation front of corsica, flnc
kurdistan workers party, kurdistan workers' party, pkk
kurdistan freedom falcons, kurdistan freedom hawks
revolutionary people's liberation party-front, revolutionary people's liberation party/front, dhkp-c, dhkp/c
islamic state, islamic state group, isis, isil, daesh, islamic state of iraq and the levant,
    islamic state of iraq and syria, islamic state in iraq and syria, islamic state in iraq and the levant
islamic state khorasan, islamic state khorasan province, islamic state in khorasan, isis-k, is-k, iskp
islamic state west africa province, islamic state in west africa province, iswap
al-qaeda, al qaeda, al-qaida, al qaida, al-qa'ida
al-qaeda in the islamic maghreb, al qaeda in the islamic maghreb, aqim
al-qaeda in the arabian peninsula, al qaeda in the arabian peninsula, aqap
al-qaeda in iraq, al qaeda in iraq, aqi
jama'at nasr al-islam wal muslimin, jnim
al-shabaab, al shabaab, al-shabab, al shabab, harakat al-shabaab al-mujahideen
boko haram, jama'atu ahlis sunna lidda'awati wal-jihad
hezbollah, hizbullah, hizbollah, hizballah
hamas, islamic resistance movement
palestinian islamic jihad, pij
popular front for the liberation of palestine, pflp
popular front for the liberation of palestine-general command, pflp-gc
democratic front for the liberation of palestine, dflp
palestine liberation organization, palestine liberation organisation, plo
abu nidal organization, abu nidal group, fatah revolutionary council
al-nusra front, nusra front, jabhat al-nusra
hayat tahrir al-sham, hay'at tahrir al-sham, hts
houthis, houthi, ansar allah, ansarallah, huthis, huthi
people's protection units, ypg
syrian democratic forces, sdf
free syrian army, fsa
popular mobilization forces, popular mobilisation forces, hashd al-shaabi, hashed al-shaabi
people's mujahedin of iran, people's mujahedin organization of iran, mujahedin-e khalq, mujahideen-e-khalq, pmoi
taliban, taleban, taliban movement
tehrik-i-taliban pakistan, tehreek-e-taliban pakistan, ttp, pakistani taliban
lashkar-e-taiba, lashkar-e-tayyiba, lashkar-e-toiba
jaish-e-mohammed, jaish-e-mohammad
lashkar-e-jhangvi, lashkar-i-jhangvi
balochistan liberation army, baloch liberation army, bla
united liberation front of asom, united liberation front of assam, ulfa
national democratic front of bodoland, ndfb
communist party of nepal-maoist, cpn-m
liberation tigers of tamil eelam, ltte, tamil tigers
new people's army, npa
moro islamic liberation front, milf
moro national liberation front, mnlf
bangsamoro islamic freedom fighters, biff
abu sayyaf, abu sayyaf group, asg
jemaah ansharut daulah, jamaah ansharut daulah
east turkestan islamic movement, etim
islamic movement of uzbekistan, imu
karen national liberation army, knla
kachin independence army, kia
lord's resistance army, lra
allied democratic forces, adf
m23, m23 movement, march 23 movement, 23 march movement
democratic forces for the liberation of rwanda, fdlr
movement for the emancipation of the niger delta
national union for the total independence of angola, unita
mozambican national resistance, mozambique national resistance, renamo
ogaden national liberation front, onlf
tigray people's liberation front, tigrayan people's liberation front, tplf
eritrean people's liberation front, eplf
oromo liberation army, ola
polisario front, polisario
revolutionary united front, ruf
sudan people's liberation army, spla
armed islamic group, armed islamic group of algeria, gia
salafist group for preaching and combat, gspc
wagner group, pmc wagner, chvk wagner
ku klux klan, kkk
"""


def _groups() -> dict[str, str]:
    lines = _SAME.replace("\n    ", " ").strip().splitlines()
    told = [[name.strip() for name in line.split(",") if name.strip()] for line in lines]
    return {name: names[0] for names in told for name in names}


FULL_NAMES = _groups()
"""Each name in lower case, without "the", to the one that stands for the group."""
