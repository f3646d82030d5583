"""English words that say whether something happened, will happen, or is only thought of."""

NEGATIONS = frozenset(
    "not no never neither nor without cannot fail failed fails refuse refused refuses deny denied denies".split()
)
IRREALIS = frozenset("would could should might may must can shall unless if whether please let lets".split())
FUTURE = frozenset("will wo 'll going gonna tomorrow".split())
HEDGES = frozenset(
    """probably possibly perhaps maybe likely apparently reportedly allegedly seems seemed appears appeared think thinks
    believe believes guess""".split()
)
UNREAL_VERBS = frozenset(
    """want wants wanted plan plans planned planning hope hopes hoped try tries trying intend intends intended threaten
    threatens threatened ask asked asks need needs needed like love able order way decide promise promised agree refuse
    expected supposed ready attempt attempted wish""".split()
)
OPEN_FRAMES = (" if ", " unless ", " whether ", " in case ", " as long as ")
