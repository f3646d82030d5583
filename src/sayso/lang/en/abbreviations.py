"""English abbreviations that end in a full stop, by what a following capital means.

All entries are lower case and without the final full stop.
"""

from __future__ import annotations

from sayso.lang.words import words

NEVER_END = words(
    """
    mr mrs ms messrs mx dr prof st ste gen lt col maj cpl sgt capt cmdr cdr adm rear brig pvt pfc rev fr msgr mgr hon
    gov sen sens rep reps pres vp supt insp det const atty amb asst dep sec treas supt sra sr.a srta sres dna ing lic
    arq vs v cf e.g i.e eg ie al no nos art arts fig figs vol vols pp p para sect ch approx est ca viz mt ft gob pte
    ltc sgt.maj lt.gen lt.col maj.gen brig.gen
    """
)
"""Never end a sentence: a title, a reference or a word that needs what follows ("Gen. Smith", "No. 4", "vs. them")."""

MAY_END = words(
    """
    inc ltd co corp llc plc bros jr sr esq etc ph.d m.d b.a m.a d.d.s u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c l.a n.y
    p.r.c d.r.c ave blvd rd sq dept univ assn govt intl natl dist jan feb mar apr jun jul aug sept sep oct nov dec mon
    tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo km kg mi lb lbs oz hr hrs min mins yr yrs a.d
    b.c a.k.a b.c.e c.e
    """
)
"""End a sentence only when what follows looks like the start of one ("in the U.S. The army ...")."""

CLOCK = words("a.m p.m am pm")
"""End a sentence when a capital follows that is no weekday, month or time zone ("at 9 a.m. Police ...")."""

AFTER_CLOCK = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept oct nov dec mon tue wed thu fri sat sun gmt
    utc est edt cst cdt mst mdt pst pdt bst cet cest eet msk ist jst aest local eastern pacific central mountain
    moscow beijing kyiv london paris new
    """
)
"""Words that may follow a clock time inside one sentence."""

STARTERS = words(
    """
    the a an this that these those he she it they we i you there here his her its their our my in on at by for from
    with to of as after before during since while when where if although though because but and or so yet however
    meanwhile also according some many most several all both each every no not nothing nobody none one two three four
    five six seven ten what who why how which police officials authorities witnesses residents investigators earlier
    later last next then now still even such other another more than between under over about despite following is are
    was were has have had do does did
    """
)
"""Lower-case words that commonly start a sentence; after a doubtful full stop they decide for a new one."""
