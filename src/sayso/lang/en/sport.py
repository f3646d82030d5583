"""English words of races and games, in which crashes, shots and strikes harm nobody; data only.

Patterns are regular expressions in lower case; a blank stands for any white space.
"""

RACE = (
    r"grand prix", r"formula (?:one|two|three|1|2|3|e)", r"motogp", r"nascar", r"indycar", r"superbikes?",
    r"(?:rally|race|racing) (?:drivers?|cars?|teams?|tracks?|bikes?|riders?)", r"rall(?:y|ies)", r"rac(?:es?|ers?|ed)",
    r"laps?", r"pole position", r"podium", r"qualif(?:ying|ied|ier)", r"during (?:\w+ )?practi[cs]e",
    r"practi[cs]e session", r"safety car", r"pit (?:lane|stop|wall)s?", r"red-flagged", r"chequered flag",
    r"stage (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|win(?:ner)?)",
    r"(?:final|opening|first|last) stage",
    r"peloton", r"breakaway", r"sprint(?:s|ers?|ed)?", r"time[- ]trials?", r"tour (?:de|of) (?:the )?\w+", r"giro",
    r"vuelta", r"yellow jersey", r"finish(?:ed|ing)?(?: line)?", r"remounted", r"crash(?:ed|es|ing)? out", r"downhill",
    r"slalom", r"super-g", r"championship", r"standings", r"team[- ]?mates?", r"overtak(?:e|es|en|ing)", r"overtook",
)  # fmt: skip
"""Words of races of cars, motorcycles, bicycles, horses, boats and skis."""

GAME = (
    r"match(?:es)?", r"beat", r"defeated", r"\d{1,3}-\d{1,3} (?:win|loss|defeat|victory|draw)", r"scor(?:ed?|es|ing)",
    r"goals?", r"goalkeepers?", r"strikers?", r"midfielders?", r"defenders?", r"half[- ]?time",
    r"(?:first|second) half", r"\d+(?:st|nd|rd|th) minute", r"equali[sz](?:ed|er)", r"innings?", r"pitch(?:er|ed)",
    r"batter", r"home runs?", r"touchdowns?", r"quarterback", r"rebounds?", r"three-point(?:er|ers| line)?",
    r"wickets?",
    r"bats(?:man|men)", r"bowl(?:er|ers|ed|ing)", r"leagues?", r"cup", r"(?:semi-?|quarter-?)?finals?", r"play-?offs?",
    r"season", r"coach(?:es)?", r"team[- ]?mates?", r"penalt(?:y|ies)", r"referee", r"tournaments?", r"championships?",
    r"match points?", r"sets?", r"tie-?break(?:er)?", r"rink", r"puck", r"frame",
)  # fmt: skip
"""Words of games."""

NO_RACE = (
    r"bus(?:es)?", r"coach(?:es)? carrying", r"(?:aero|air)?planes?", r"aircraft", r"jets?", r"helicopters?",
    r"trains?",
    r"trucks?", r"lorr(?:y|ies)", r"ferr(?:y|ies)", r"highway", r"motorway", r"ambulances?", r"spectators?", r"crowd",
    r"pedestrians?", r"bystanders?", r"grandstands?",
)  # fmt: skip
"""What is in an accident beside a race: those who watch it, and what takes people to it."""

NO_GAME = (
    r"polic(?:e|eman|emen)", r"fans?", r"supporters?", r"hooligans?", r"rioters?", r"arrest\w*", r"armed", r"weapons?",
    r"knives", r"knife", r"stabb\w+", r"stones?", r"flares?", r"suspects?", r"attackers?", r"assailants?", r"gunm[ae]n",
    r"militants?", r"shooters?", r"hostages?", r"victims?", r"tear gas", r"soldiers?", r"troops", r"army", r"militia",
    r"robbers?", r"hospitals?", r"bombs?", r"grenades?", r"gunfire", r"opened fire", r"bullets?", r"rifles?",
    r"pistols?",
    r"machetes?", r"firearms?", r"at gunpoint",
)  # fmt: skip
"""Who does and suffers real violence beside a game."""

DEATH = (r"di(?:ed|es)", r"dead", r"deaths?", r"fatal(?:ly)?", r"killed", r"injur(?:ed|ies|y)", r"wounded", r"hurt")
"""Words of harm; behind those of ``UNHARMED`` there is none."""

UNHARMED = r"(?:not|no|without|escaped|avoided|nobody|no one|neither|never)(?: \w+){0,3}? $"
