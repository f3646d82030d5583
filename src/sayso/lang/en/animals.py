"""English nouns for animals, and the words around the name of one; data only."""

from __future__ import annotations

from sayso.lang.words import words

_SINGULAR = words(
    """
    animal pet beast creature ape chimpanzee chimp gorilla orangutan orang-utan monkey baboon macaque gibbon lemur dog
    puppy hound bulldog rottweiler terrier mastiff dachshund labrador poodle cat kitten tomcat lion lioness tiger
    tigress leopard leopardess jaguar cheetah panther puma cougar lynx bobcat ocelot wolf coyote jackal dingo hyena fox
    vixen bear panda elephant rhino rhinoceros hippo hippopotamus giraffe zebra horse pony stallion mare foal colt
    gelding racehorse donkey mule ass camel dromedary llama alpaca cow bull ox calf heifer steer buffalo bison yak goat
    sheep lamb ram ewe pig piglet hog boar sow deer stag doe fawn elk moose reindeer caribou antelope gazelle impala
    wildebeest oryx chamois ibex kangaroo wallaby koala wombat rabbit hare rat mouse squirrel beaver otter badger weasel
    stoat ferret mongoose raccoon skunk hedgehog porcupine armadillo sloth anteater tapir bat walrus whale orca dolphin
    porpoise manatee shark stingray crocodile alligator caiman lizard iguana snake python cobra viper rattlesnake boa
    tortoise turtle frog toad bird parrot macaw cockatoo eagle hawk falcon vulture condor owl raven crow pigeon dove
    gull seagull goose duck swan flamingo pelican stork heron ostrich emu turkey chicken hen rooster cockerel peacock
    penguin cub pup
    """
)
_IRREGULAR = words(
    """
    wolves calves foxes oxen mice geese lionesses tigresses leopardesses leopards puppies ponies deer sheep fish
    livestock cattle poultry wildlife swine buffaloes rhinoceroses hippopotamuses ostriches finches
    """
)
ANIMALS = _SINGULAR | _IRREGULAR | {f"{noun}s" for noun in _SINGULAR - {"deer", "sheep", "mouse", "wolf", "ox", "calf"}}
"""Singular and plural; small letters alone tell one from a name ("the Detroit Lions", "Fox News")."""

WITH_ARTICLE = words(
    """
    bear bears duck ducks ram rams bat bats bull hawk hawks dove doves pet pets ass hog hound hounds parrot monkey
    snake badger ferret steer sow doe mare mule mules python puma jaguar colt beast creature boa calf calves raven cub
    cubs pup
    """
)
"""Nouns that are other words as well: one is an animal only right behind an article, a number or a kind
("a bear", "two mules", "black bear")."""

NO_ANIMAL = {"bat": words("baseball cricket wooden metal his her"), "wolf": words("lone"), "wolves": words("lone"),
             "calf": words("his her left right"), "calves": words("his her both"), "mule": words("drug"),
             "mules": words("drug"), "pig": words("guinea"), "pigs": words("guinea"), "pet": words("his her"),
             "dog": words("hot"), "dogs": words("hot")}  # fmt: skip
"""Noun to the words behind which it is no animal, or none that is in the news."""

KINDS = words(
    """
    black brown grizzly polar white grey gray wild stray rabid escaped young adult old baby captive endangered rare male
    female police military service guide sniffer guard bottlenose pilot killer sperm humpback mountain snow sea water
    silverback lowland bengal siberian asian african indian circus zoo farm race racing tame pet injured wounded dead
    """
)
"""Words that say what kind of animal it is."""

NAMED = words("named called nicknamed dubbed christened")
"""Words that lead from the noun to the name: "a gorilla named Tomo"."""

GROUPS_OF = words("herd herds pack packs flock flocks pride pod pods troop litter shoal school swarm dozen dozens")
"""What is counted before "of": "a herd of elephants"."""

HARMED = (
    r"(?:shot|shoot|shoots|shooting|kill\w*|stab\w*|poison\w*|slaughter\w*|massacre\w*|murder\w*|wound\w*|attack\w*|maul\w*"
    r"|execut\w+|behead\w*|assault\w*|slain|slay\w*|gunned|trampl\w*|gored|wipe\w* out)"
)
"""Words of a deed that has somebody to whom it is done."""
