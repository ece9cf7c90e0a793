"""Words that make a name of the one beside them, or that are names in company."""

QUARTERS = frozenset("north south east west northeast northwest southeast southwest".split())
# Given names that are common words or ends of them: names before a surname.
GIVEN = frozenset("jane jean martin max carl frank jack karl victor dale herb jay".split())
# What is a part of a place's name behind a name ("Tibetan Plateau"), and of saints' and heights' before one.
PLACES = frozenset(
    "sea ocean river rivers lake lakes islands island mountains mountain peninsula strait desert university"
    " park basin plateau valley bay gulf glacier archipelago coast county province observatory museum"
    " institute hospital canyon hills harbor harbour telescope academy consortium revolution empire dynasty"
    " nebula biobank creek reef shale".split()
)
BEFORE_PLACES = frozenset("santa san saint st são sankt mount mt fort lake cape port los las".split())
# What a person is called before the name: "Sir John", "King Alfred".
RANKS = frozenset(
    "sir king queen cardinal bishop lord lady prince princess emperor empress rabbi duke captain senator"
    " chairman president".split()
)
# What begins a name before "of" and a name: "Battle of Hastings".
BEFORE_OF = frozenset(
    "university kingdom republic gulf bay sea strait straits battle siege treaty duchy isle archdiocese"
    " diocese bishop emperor emirate sultanate".split()
)
# What kind of place one is, though no most usual word: no name before these.
LANDS = frozenset("lowland upland highland woodland wetland mainland freshwater saltwater floodplain".split())
MONTHS = frozenset({"may", "march"})
DOMAINS = frozenset("js jl py com org net io ai".split())  # "Node.js", "Booking.com"
SPECIES = frozenset({"sp", "spp"})
TELLING = PLACES | BEFORE_PLACES | DOMAINS | SPECIES | {"et", "v"}
"""Words that may make a name of the word before them or behind them."""
DEPENDENT = PLACES | QUARTERS | GIVEN | RANKS | MONTHS | BEFORE_PLACES | BEFORE_OF | {"net"}
"""Words that are names in company."""
BEFORE_LETTER = frozenset(
    "part type vitamin hepatitis influenza group class section appendix plan grade level phase"
    " category protein factor model version volume paper series case scenario release chapter table figure"
    " edition".split()
)
ABBREVIATIONS = frozenset("vs v cf eg ie etc al st dr mr no vol approx sp spp ssp subsp var".split())
# What ends the name of an undertaking or a body.
UNDERTAKINGS = frozenset(
    "project survey initiative consortium association society collaboration mission telescope observatory"
    " programme institute agency commission committee scale inventory questionnaire".split()
)
# What kind of work a title says that it is: "Brief Communication: can fish see".
KINDS = frozenset(
    "communication report note article paper commentary review study tutorial letter reply".split()
)
# What another work's title follows in quotation marks: "Comment on ‘Nature of bonding’".
ON_OTHERS = frozenset(
    "comment comments commentary reply response rejoinder erratum errata corrigendum discussion"
    " review".split()
)
BEFORE_NAMES = QUARTERS | GIVEN | RANKS
BODIES = frozenset({"consortium", "collaboration", "academy", "biobank", "university"})  # "ENIGMA Consortium"
# The words that are in the lists of names and of common words.
USUAL_NAMES = frozenset(
    "bible bob catholic earth enlightenment french fuller god guinea lisp oriental orthodox polish pope"
    " python roman smith".split()
)
