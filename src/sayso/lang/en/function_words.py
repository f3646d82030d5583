"""Words by which English text shows itself, in any subject and of any length."""

from __future__ import annotations

from sayso.lang.words import words

FUNCTION_WORDS = words(
    "the of and to in that was were is for on with by from at as it he she they his her their has had have been",
    "after who",
    "this an are be not but which said says will would when about into over than killed dead kills two three",
)
FOREIGN_WORDS = words(
    "le la les des une est dans et du au pour qui el los las una del por con que y un der das und ist ein eine dem den",
    "nicht von im il lo gli di della nel che per sono het een van dan yang di dengan ke ve bir bu için ile em os da",
    "dos",
    "na não uma para w z się do na je och att som på det en är og til af ne pas sur dari untuk ini itu pada oleh",
)
"""Words of other languages in Latin script that English has not, or not so often."""
