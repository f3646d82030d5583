# ruff: noqa: E501  (a pattern is easier to read on one line)
"""English wording of what stands around an article: notices, prompts, appeals, credits; and of its head.

Plain data, read by ``sayso.clean``. Patterns are regular expressions, compared without regard to case unless they
say otherwise. A pattern belongs here only when many outlets use the wording.
"""

from __future__ import annotations

_NET = (
    r"(?:facebook|twitter|instagram|whats\s?app|telegram|linked\s?in|reddit|pinterest|youtube|tik\s?tok|threads|bluesky|mastodon"
    r"|e-?mail|flipboard|google\s?(?:\+|news)|tumblr|viber|vk|messenger|pocket|digg|stumbleupon|delicious|google|rss|sms|copy(?:\sthe)?\slink)"
)

_CAP = r"(?:St\.|[A-Z\u00c0-\u00de][\w&'’-]*)"
_NOT_FIRST = r"(?!(?:Keep|Save|Support|Help|Join|Back|Fund|Protect|Defend|Stand|Donate|Follow|Like|Subscribe|Read|Get|Please|Thanks?|Dear|Before|If|We|Our|Your|You|For|From|At|In|Here|This|Today|Become|Buy|Give)\b)"
OUTLET_HEADS = (
    r"(?:Times|Courier|Mirror|Post|News|Herald|Gazette|Observer|Tribune|Chronicle|Sentinel|Guardian|Independent|Telegraph|Standard"
    r"|Journal|Sun|Echo|Express|Dispatch|Mail|Daily|Weekly|Monitor|Review|Register|Press|Today|Bulletin|Examiner|Inquirer|Globe"
    r"|Argus|Advertiser|Reporter|Insider|Newswire|Radio|TV|Media|Digest|Magazine|Online|Newspaper|Nation|Ledger|Messenger|Pioneer"
    r"|Spectator|Citizen|Beacon|Eagle|Intelligencer|Mercury|Post-\w+|Correspondent|Broadcasting)"
)
"""Last words by which a capitalised name is most often that of an outlet."""
OUTLET_NAME = rf"{_NOT_FIRST}(?:(?:[Tt]he )?(?:{_CAP} (?:of |and |& )?){{1,4}}{OUTLET_HEADS}|The {OUTLET_HEADS}|Radio {_CAP})(?! of\b)\b"
"""A name that has the shape of an outlet's; case matters."""

_MONEY = r"(?:euros?|dollars?|pounds?|cents?|pence|crowns?|kronor|kroner|francs?|pesos?|rupees?|rand|reais|rubles?|roubles?|shillings?|naira|zloty|hryvnias?|lira|yen|bucks|coins?)"

LINES: dict[str, tuple[str, ...]] = {
    "appeal for money": (
        r"(?:please )?(?:donate|support us|support (?:our|independent) (?:work|journalism|reporting)|become a (?:member|supporter|patron|donor)|make a (?:[\w-]+ )?(?:donation|contribution)|give (?:now|today|monthly))(?: (?:now|today|here|monthly|online))*\W*",
        rf"(?:(?:please )?(?:give|donate|pay|chip in|contribute) (?:just |only |from )?)?(?:[$€£]\s?\d+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)? {_MONEY})\s?(?:/|per|a|each)\s?(?:month|year|week|mo)(?: (?:now|today))?\W*",
        rf"(?:please )?(?:support|stand (?:with|by|up for)|keep|save|help|back|protect|defend|fund|join|donate to|don['’]t let) (?-i:{OUTLET_NAME})(?: (?:free|alive|independent|going|strong|afloat|open|online|in print|on (?:the )?air|go silent|be silenced|die|close|disappear|survive|stay \w+|keep \w+|today|now|forever)){{0,2}}(?:\W*|(?: [\w-]+){{1,4}}\s*!)",
        r"every (?:cent|penny|dollar|euro|pound|crown|gift|donation|contribution) (?:goes|counts|helps|matters)\b.{0,60}",
        r"(?:yes,? (?:i(?:'ll| will| want to)? )?(?:give|help|donate|support|join|contribute)\b.{0,20}|i(?:'ve| have) already (?:given|donated|contributed)\b.{0,20})\W*",
    ),
    "advertisement": (
        r"(?:\W*)(?:advert(?:isement)?s?|sponsored(?: content| links?)?|promoted(?: content)?|paid (?:content|post)|ads?)(?:\W*)",
        r"(?:advertisement\W+)?(?:this )?(?:story|article|content|post|video)? ?continues? (?:reading )?(?:after|below|following)\b.{0,40}",
        r"(?:advertisement\W+)?(?:continue reading|scroll(?: down)?) (?:below|(?:for|to) (?:more|continue|the rest)).{0,40}",
        r"(?:advertisement|sponsored)\W+.{0,60}",
        r"(?:we|this (?:site|post|article)) (?:may|might) (?:earn|receive|contain) (?:an? )?(?:small )?(?:affiliate )?(?:commissions?|links?)\b.{0,160}",
    ),
    "related link": (
        r"(?:read|see|view|show|load)(?: (?:more|all|full|the full|the rest|original|next))+(?: (?:of|about|on|at|from|in|here|stories|articles?|news|story|posts?|details?)\b.{0,80})?\W*",
        r"(?:learn|find out|discover|explore) more(?: here| now| at \S+)?\W*",
        r"(?:also )?(?:read|see|watch|listen)(?: (?:also|more|next|now|this|too|here|our))*\s*[:|>»›→].{0,200}",
        # of languages that have no record of their own
        r"(?:czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|leggi anche|leia (?:também|mais)|veja também|lees ook|läs (?:också|även|mer)|les også|læs også|lue myös)\s*[:|>»›→].{0,200}",
        r"(?:click|tap) (?:here|below|on the (?:link|image|photo|button)|(?:through )?to (?:read|see|view|watch|listen|open|expand|enlarge|learn|find|get|sign|subscribe|go))\b.{0,100}",
        r"continue reading\b.{0,100}",
        r"(?:related|recommended|more|popular|similar|latest|further|suggested)(?: (?:articles?|stor(?:y|ies)|news|posts?|topics?|content|coverage|links?|reading|items?|videos?|headlines?))?(?: (?:from|on|about|for|in)\b.{0,60})?\s*:?(?:\s*$|:\s.{0,200})",
        r"(?:more|most)[- ](?:read|popular|viewed|shared|commented|recent|emailed)\b.{0,40}",
        r"(?:you (?:may|might|could|will)(?: also)?|readers also) (?:like|enjoy|be interested in|liked)\b.{0,80}",
        r"(?:recommended|picked|selected) for you\W*",
        r"(?:trending|top stories|editor'?s'? (?:picks?|choice)|must[- ]read|don'?t miss|up next|read next|what to read next|in case you missed it|sponsored stories)(?: now| today| on\b.{0,40})?\W*(?::\s.{0,200})?",
        r"(?:next|previous)(?: (?:article|story|post|page))\b.{0,120}",
        r"(?:also read|must read|see also|also see|also watch|also on)\b.{0,200}",
        r"more (?:on|from|in|about|stories|news|articles) .{2,60}[:>»›]?",
        r"previous(?:ly)?(?: (?:stories|story|articles?|coverage|reports?))?\s*:.{0,160}",
        r"(?:full (?:story|article|coverage|report)|(?:this|the) story) (?:here|at|in)\b.{0,80}",
    ),
    "share line": (
        rf"(?:(?:read or )?share|tweet|e-?mail|like|pin|post|send|forward|recommend|follow|bookmark)(?:[ :]+(?:this|it|the|us|on|via|to|with|by|a|link|page|article|story|post|your|friends?|now|options?|and|like|loading|https?://\S+|{_NET}))+\W*",
        rf"(?:\W*\b{_NET}\b\W*){{2,}}",
        rf"(?:share|tweet|follow|like|find|connect with)\b.{{0,60}}\bon (?:our )?{_NET}\b[^.]{{0,80}}\W*",
        r"(?:click|tap) to (?:share|email|print|tweet)\b.{0,80}",
        r"\d+(?:[.,]\d+)?[km]? (?:shares?|likes?|retweets?|views?)\W*",
        r"(?:print|e-?mail) (?:this )?(?:page|article|story)\W*",
        rf"follow .{{2,60}} on {_NET}\b.{{0,60}}@\w+.{{0,200}}",
        r"follow (?:@\w+|us\b)[^.]{0,80}\W*",
    ),
    "subscription notice": (
        r"(?:please )?(?:subscribe|sign[- ]?up|register|log[- ]?in|sign[- ]?in)(?: (?:now|here|today|free|to|for|us|our|the|with|or|and|up|in|register|subscribe|log|sign|your|account|newsletters?|alerts?|updates?|daily|weekly|by|e-?mail))*\W*",
        r"(?:subscribe|sign[- ]?up|register)\b.{0,40}\b(?:newsletters?|(?:e-?mail|news|breaking) alerts?|updates|inbox|digest|briefing|headlines)\b.{0,120}",
        r"(?:get|receive|have|want)\b.{0,80}\b(?:newsletters?|(?:in|into|to) your (?:inbox|mailbox|e-?mail)|alerts)\b.{0,80}",
        r"(?:already|not|are you)(?: yet)? an? (?:subscriber|member)\b.{0,100}",
        r"subscribe (?:(?:now|today|here) )?to (?:our|the) .{0,40}\b(?:edition|e-?paper|newspaper|magazine|channel|podcast)\b.{0,60}",
        r"(?:you have|you've) (?:reached|used|read|viewed|\d+)\b.{0,60}\b(?:free )?articles?\b.{0,100}",
        r"(?:to (?:continue|keep) reading|this (?:article|content|story) is (?:for|only for|available (?:only )?(?:to|for)|reserved for))\b.{0,120}\b(?:subscri\w+|members?|register\w*|log in|sign in)\b.{0,100}",
        r"(?:start|try|begin) (?:your|a|our)\b.{0,30}\b(?:free )?(?:trial|subscription|membership)\b.{0,80}",
        r"(?:enter|confirm|provide) (?:your|a valid) e-?mail(?: address)?\b.{0,80}",
        r"(?:by (?:signing up|subscribing|registering|clicking|submitting|providing))\b.{0,60}\b(?:agree|accept|consent|confirm|acknowledge)\b.{0,200}",
        r"you can unsubscribe\b.{0,100}",
        r"to (?:receive|get)\b.{0,60}\b(?:subscribe|sign up|register|click)\b.{0,60}",
        r"(?:subscribe to|follow|join) our\b.{0,60}\b(?:channel|group|page|podcast|feed|community)\b.{0,80}",
        r"(?:\w+ ){0,3}newsletters? (?:subscribe|sign up|get)\b.{0,100}",
        r"text \w+ to \d{4,6}\b.{0,160}",
        r"(?:thanks?|thank you) for (?:signing up|subscribing|registering)\b.{0,60}",
        r"(?:our |the )?(?:free )?(?:daily |weekly |morning |evening )?newsletters?\W*",
    ),
    "cookie notice": (
        r"(?:accept|reject|manage|allow|decline)(?: (?:all|and|your|the|optional))* (?:cookies?|consent|preferences|settings|continue)\W*",
        r"(?:cookie|privacy)(?: (?:policy|settings|preferences|notice|statement))\W*",
        r"(?:terms(?: (?:of|and) \w+)?|privacy policy|cookie policy)(?:\W+(?:and |of |& )?(?:terms|privacy|cookie|use|service|conditions|policy|settings|statement|notice))*\W*",
    ),
    "comment prompt": (
        r"(?:leave|post|write|add|submit|make|join)(?: (?:a|your|the|us|new))? (?:comments?|reply|response|conversation|discussion|debate)\b.{0,60}",
        r"(?:(?:view|show|see|hide|load|read)(?: (?:all|more|the))*\s*\(?\d*\)? ?(?:comments?|replies|responses)(?: ?[(:]? ?\d+ ?\)?)?|\(?\d+\)? (?:comments?|replies)|comments? ?[(:] ?\d+ ?\)?)\W*",
        r"(?:comments? (?:are|is|section)|commenting (?:is|on)|this (?:discussion|comment thread)) .{0,80}",
        r"(?:have your say|join the (?:conversation|discussion|debate)|tell us what you think|share your (?:thoughts|views|opinions?|story)|let us know (?:in the|what you|your|below))\b.{0,120}",
        r"what do you (?:think|make of)\b[^.?!]{0,40}\?\s*(?:let us know|tell us|share|leave|comment|have your say|join|sound off)\b.{0,120}",
        r"(?:do you )?have (?:an? |any )?(?:opinions?|thoughts?|views?|comments?|something to say)\b.{0,80}[?!].{0,40}",
        r"(?:log|sign) in (?:to|or register to) (?:comment|reply|post|vote)\b.{0,60}",
        r"comment by .{2,60}[—–-] .{0,40}\d\d:\d\d\W*",
        r"(?:name|e-?mail|mail)(?: address)?\s*\((?:will not be published|required|optional)\b.{0,60}",
        r"(?:please )?(?:note|read|see) (?:that )?(?:our|the) (?:comment(?:ing)?|community) (?:policy|guidelines|rules|standards)\b.{0,80}",
        r"be the first to (?:comment|reply|review|share)\b.{0,60}",
        r"your e-?mail address will not be published\b.{0,80}",
        r"(?:all |the )?comments? (?:will be|must be|may be)\b.{0,120}",
    ),
    "rights line": (
        r"(?:\(c\)|©|&copy;|copyright\b(?! (?:law|infring|act|case|claim|suit|reform|bill|holder|owner|protect|office|director|dispute|violat|rules?|experts?|lawyer)))(?=.{0,160}(?:\b(?:19|20)\d\d\b|reserved|©|\(c\))).{0,260}",
        r".{0,160}\ball rights reserved\b.{0,160}",
        r".{0,120}\b(?:may|must|can)(?:not| not) be (?:published|reproduced|reprinted|copied|broadcast|rewritten|redistributed|republished)\b.{0,160}",
        r"(?:this (?:article|story|report|content|piece|post)|it|originally|first|republished|reprinted)\b.{0,60}\b(?:originally |first )?(?:appeared|published|reproduced|republished|reprinted)\b.{0,30}\b(?:with permission|under (?:a )?(?:creative commons|cc)|with the permission)\b.{0,120}",
        r"this (?:article|story|text|work|content) is (?:licen[sc]ed|available) under\b.{0,160}",
        r"©.{2,120}",
        r"(?:licen[sc]ed under (?:an? |the )?)?creative commons\b.{0,100}",
        r"republish (?:this|our) (?:story|article|stories|articles|work|content)\b.{0,60}",
    ),
    "photo credit": (
        r"(?:\(?\s*)(?:file )?(?:photo(?:graph)?|image|picture|pic|illustration|credit|screenshot)s?(?: (?:credit|courtesy|source|by|from|via|of))*\s*[:/©|]\s*.{1,80}\)?",
        r"\(?(?:photo(?:graph)?|image|picture|video|illustration)s? (?:by|courtesy(?: of)?|credit) .{2,60}\)?",
        r"\(?(?:ap|afp|reuters|epa|getty|file) (?:photo|images?|picture|file photo)\b.{0,60}\)?",
        r".{2,60}[/|] ?(?:ap|afp|reuters|epa|getty(?: images)?|shutterstock|istock(?:photo)?|alamy|bloomberg|xinhua|tass|pa)(?: photo| images| wire)?\)?",
        r"(?:enlarge|zoom)(?: (?:this )?(?:image|photo|picture))?\W*",
        r"(?:hide|toggle|show|view) (?:the )?(?:captions?|photos?|gallery|image)\b.{0,30}",
        r"(?:buy|order) (?:this )?(?:photo|print|reprints)\W*",
    ),
    "app notice": (
        r"(?:download|get|install|try|open in)\b.{0,40}\bapp\b.{0,80}",
        r"for (?:the )?(?:latest|more|breaking|all)\b.{0,60}\b(?:download|get|install) (?:the|our) .{0,40}\bapps?\b.{0,60}",
        r".{0,60}\b(?:available|download)\b.{0,30}\b(?:app store|google play)\b.{0,60}",
        r"(?:the )?app store\W*|google play\W*",
    ),
    "contact line": (
        r"(?:contact|e-?mail|write to|reach|call) (?:the )?(?:author|writer|reporter|editor|newsroom|us|me|him|her|them|our\b.{0,20}|[A-Z]\w+(?: [A-Z]\w+){0,2})\b.{0,30}(?:\bat\b|[:@]|\+?\d{3}).{0,100}",
        r"(?:do you |got |have )?(?:have |know )?(?:a |any )(?:news tips?|tips? for us|story (?:idea|tip|to tell|to share)|correction|scoop)\b[^.]{0,60}\?.{0,160}",
        r"(?:send|submit|e-?mail) (?:us )?(?:your |a |any |news |story |all ){1,3}(?:tips?|corrections?|photos?|stories|videos?|letters?|ideas?)\b.{0,100}",
        r"(?:to )?(?:report|notice|spot(?:ted)?|found|see|seen|suggest) (?:an?|any|something) (?:errors?|typos?|mistakes?|corrections?|wrong|inaccura\w+)\b.{0,100}",
        r"(?:if you (?:have|notice|see|find|spot|would like to report))\b.{0,60}\b(?:news tips?|story (?:ideas?|tips?)|errors?|typos?|mistakes?|corrections?|story to share|story for us)\b.{0,160}",
        r"(?:contact us|about us|advertise with us|work with us|write for us|our team|help cent(?:er|re)|site ?map)\W*",
        r"[\w.+-]+@[\w-]+\.[\w.]+(?:\W+\S+){0,9}\W*",
        r"(?:(?:on )?(?:twitter|facebook|instagram)\W+)?@\w+(?:\W+@\w+)*\W*",
    ),
    "navigation": (
        r"(?:skip to|jump to|back to|return to|go to) (?:the )?(?:main |page )?(?:content|top|navigation|home(?:page)?|search|menu|article|results?|index|site)\b.{0,30}",
        r"home(?: ?[>»›/|] ?.{1,40}){1,5}",
        r"(?:remind me later|not now|no,? thanks|dismiss|got it|maybe later)\W*",
        r"(?:please )?(?:enable|turn on) javascript\b.{0,120}",
        r"(?:listen to|play|watch) (?:this |the )?(?:article|story|audio|video)\W*(?:\d+(?::\d+)? ?(?:min(?:ute)?s?)?)?\W*",
        r"\d+ ?min(?:ute)?s?(?: to)? read\W*",
        r"(?:page|slide|image|photo|picture) \d+ (?:of|/) \d+\W*",
        r"(?:show|read|see) less\W*",
        r"(?:add|save|bookmark)(?: this)?(?: to)? (?:favou?rites|reading list|bookmarks|my list|library)\W*",
        r"(?:retrieved from|view source|permalink|page last edited|edit (?:this )?(?:page|section|source))\b.{0,100}(?<![.!?])",
        r"(?:\[edit\]|\[hide\]|\[show\]|v\W?t\W?e)",
    ),
    "tag line": (
        r"(?:tags?|tagged(?: (?:with|as|in))?|filed (?:under|in)|posted in|topics?|categor(?:y|ies)|keywords?|labels?|sections?)\s*[:|].{0,200}",
        r"(?:tagged|filed under|posted in)\b.{0,100}(?<!\.)",
    ),
    "disclaimer": (
        r"(?:disclaimer\W+|the )?(?:the )?(?:views?|opinions?)(?: and (?:views?|opinions?))?(?: expressed| in this| here)\b.{0,400}",
        r"disclaimer\s*[:–—-].{0,500}",
        r"(?:this (?:story|article|report|post|content) (?:has been|was|is)|except for the headline, this story has)(?: not)?(?: been)? (?:edited|published from|auto-?generated|generated|syndicated|produced|taken from)\b.{0,200}",
    ),
    "update notice": (
        r"(?:this is a (?:developing|breaking)|\W*developing) (?:news )?(?:story|report|situation)\b[^.]{0,80}\W*(?:(?:check|please|stay|we|come|it|more)\b.{0,100})?",
        r"(?:this|the) (?:story|post|article|page|report|file) (?:has been|was|is being|will be) (?:continually |continuously )?updated\b.{0,120}",
        r"(?:please )?(?:check|come|stay) (?:back|with (?:us|(?-i:[A-Z])\S*)|tuned)\b.{0,100}",
        r"(?:we(?:'ll| will) (?:update|have more)|more (?:details|information) (?:to come|to follow|as (?:it|they) (?:becomes?|come)))\b.{0,100}",
        r"more to (?:come|follow)\W*",
    ),
    "credit line": (
        r"(?-i:[a-zäöüłż]{2,5})(?:\s?[,/]\s?(?-i:[a-zäöüłż]{2,5})){0,2}\s?/\s?(?-i:PAP|dpa|AFP|APA|SDA|KNA|epd|sid|EFE|ANSA|Reuters|AP)\W*",
        r"\(?(?:additional |with )?(?:reporting|writing|editing) by (?-i:[A-Z]).{2,200}\)?",
        r"\((?:compiled|translated|edited|written|with (?:additional )?(?:reports?|files|inputs?)) (?:by|from) .{2,200}\)",
        r"(?:with (?:files|inputs?|reports?|reporting) (?:from|by)) (?-i:[A-Z]).{2,100}",
        r"(?:[^.]{2,80} reported from [^.]{2,60}\. ?)?[^.\"“]{2,160} contributed(?: reporting| research)? to this (?:report|story|article|post)\W*",
        r"contribut(?:ing|ors?|ed by)\s*: (?-i:[A-Z]).{2,100}",
    ),
}  # fmt: skip
"""Class of boilerplate -> patterns that must cover a whole short paragraph."""

WEAK_LINES: dict[str, tuple[str, ...]] = {
    "appeal for money": (rf"(?:[$€£]\s?\d+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)?\s?(?:[$€£]|{_MONEY}))\W*", r"(?:other|another|any|custom) amount\W*|(?:monthly|once|one[- ]time|yearly)\W*"),
    "share line": (rf"\W*(?:{_NET}|share|tweet|x|link|print|copy link)\W*",),
    "navigation": (
        r"(?:home|menu|search|close|open|loading|news|video|photos?|gallery|live|watch|play|pause|mute|next|previous|prev|back|top|toggle|expand|collapse|ok|skip|more|edit|live tv)(?:\s*\.{0,3})",
    ),
    "comment prompt": (r"comments?\W*", r"what do you think\b[^.]{0,40}\?"),
    "related link": (r"(?:learn|find out|discover|explore) more (?:about|in|on|from)\b.{0,80}", r"follow (?-i:[A-Z]).{2,60}"),
    "sources list": (
        r"(?:sources?|references?|external links?|notes?|footnotes?|bibliography|sister links?|related news|works cited)\s*:?",
        r"(?:sources?|via)\s*: (?-i:[A-Z0-9\"“]).{1,80}(?<![.!?])",
    ),
    "credit line": (r"[^.\"“]{2,60} reported from [^.]{2,60}\.",),
    "photo credit": (r"(?:video|source|caption|graphic|cover)s?\s*[:/©|]\s*(?:(?-i:[A-Z0-9])\S*\s*|(?:of|and|for|the|via|by|courtesy|from)\s+){1,8}",),
}  # fmt: skip
"""The same, for wording that also heads sections or lists: it counts at the tail or beside other boilerplate only."""

MONEY_ASK: tuple[str, ...] = (
    r"\b(?:consider|considering|think about|thinking about|make|making|send|sending|leave|leaving) (?:us )?(?:an?|your|some) (?:[\w-]+ )?(?:gift|donation|contribution|legacy)\b", r"\b(?:will|would|could|can) you (?:please )?(?:give|help|join|donate|chip in|support|spare|stand|back|be (?:one|the|there))\b", r"\b(?:consider|think (?:about|of)) (?:supporting|giving|donating|contributing|subscribing|joining|becoming|helping)\b",
    r"\b(?:readers?|subscribers?|members|supporters|listeners|viewers|people like you) (?:who )?(?:pay|pays|paid|give|gives|gave|fund|funds) (?:for|us|this|it|the)\b", r"\bsubscrib(?:e|ing) (?:for|from) (?:just |only |as little as )?[$€£\d]",
    r"\bhelp us\b(?! (?:understand|find|identify|locate|with (?:our|the) inquir))", r"\b(?:keep|keeps|keeping) (?:us|our (?:\w+ )?(?:site|website|reporters?|newsroom|work|paper|newspaper|journalism|reporting)|it|(?-i:" + OUTLET_NAME + r")) (?:going|alive|afloat|online|independent|free|in print|on air|open|running)\b",
    r"\bbuy us\b", r"\bbecom(?:e|ing) an? [\w-]+ (?:member|supporter|patron|donor)\b", r"\b(?:we|today we|now we) (?:\w+ )?(?:ask|are asking) (?:you )?(?:for|to give|to help|to join)\b", r"\bif (?:just |only )?(?:\d[\d,.]*|each|every(?: one)?|all|some|half) of you (?:gave|give|helped|paid|joined|chipped)\b",
    r"\b(?:liv|run|exist|depend|rel|surviv)(?:e|es|y|ies|s)? (?:only |solely |entirely |wholly )?(?:on|from|by|thanks to) (?:what |the (?:gifts|support|money|donations) (?:of|from) )?(?:its|our|your) (?:readers|listeners|viewers|members|subscribers|supporters|audience|gifts?|support|donations?|subscriptions?)\b", r"\b(?:paid for|funded|made possible) by (?:\w+ )?(?:readers|listeners|viewers|members|subscribers|you|few|people like you)\b|\b(?:because|since) you (?:pay|paid|give|gave)\b",
    r"\b(?:our|the) (?:[\w-]+ ){0,2}(?:fund|pledge|membership|donation|subscription|fundraising) (?:drive|campaign|appeal)\b|\bour (?:\w+ ){0,2}(?:fund-?raiser|crowd-?funding)\b", r"\bjoin (?:our |the |more than |over )?\d[\d,. ]* (?:\w+ )?(?:members|supporters|readers|subscribers|donors|patrons)\b",
    r"\b(?:needs?|wants?|looking for|short of) (?:\d[\d,.]* |more |new |your |hundreds of |thousands of ){1,3}(?:subscribers|members|supporters|friends|readers|donors|patrons|backers|partners)\b", r"\bbecom(?:e|ing) an? (?:\w+ )?(?:partner|backer|friend|sponsor|sustainer) of\b", r"\btip (?:the|our|this|your) (?:authors?|writers?|reporters?|team)\b", r"\bsend(?:ing)? us (?:money|a gift|whatever|what you)\b",
    r"\b(?:leave|remember) (?:us|our \w+)\b.{0,30}\bwill\b", r"\bhelp (?:the )?(?-i:" + OUTLET_NAME + r") (?:stay|remain|keep|survive|continue|print|publish|report|pay|go on)\b", r"\bset up an? (?:standing order|direct debit|monthly)\b",
    r"\b(?:please |consider |considering )?(?:donate|donating|contribute|contributing)\b(?= (?:today|now|here|to (?:us|our|support|help|keep)|online|monthly|to (?-i:[A-Z])[\w' ]{2,40} (?:today|now|here))|\s*[.!]?$)",
    r"\bmak(?:e|ing) a (?:[\w-]+ )?(?:donation|contribution)\b", r"\bcan(?:'t|’t|not) (?:\w+ ){1,4}without (?:you|your)\b", r"\breaders like you\b",
    r"\bhelp (?:us )?(?:save|keep|fund|sustain|protect|build|grow) (?:us|our)\b",
    r"\bsupport(?:ing)? (?:us|our)\b(?! (?:troops|economy|children|people|country|police|allies|forces))", r"\b(?:support|back|fund|sustain)(?:ing)? (?:\w+ ){0,3}(?:journalism|reporting|newsroom|news site|news outlet)\b",
    r"\byour (?:\w+ )?(?:support|contribution|donation|gift|generosity)\b", r"\bneed your (?:help|support|contribution|donation|backing)\b", r"\b(?:favou?r|request) (?:to ask|of you)\b", r"\bask(?:ing)? (?:our )?readers\b|\basking (?:you|for your)\b",
    r"\bbecom(?:e|ing) an? (?:\w+ )?(?:member|supporter|patron|donor)\b", r"\bchip(?:ping)? in\b", r"\btax[- ]deductible\b",
    r"\b(?:reader|listener|viewer|member|donor)[- ](?:funded|supported)\b", r"\b(?:help|allow|enable)s? us (?:to )?(?:continue|keep|stay|remain|produce|report|maintain|survive)\b",
    r"\brely on (?:the |your |our )?(?:support|readers?|generosity|contributions?|donations?)\b", r"\bjoin (?:our|the) (?:\w+ ){0,2}(?:members|supporters|community of (?:readers|supporters))\b",
)  # fmt: skip
"""Wording of an appeal for money or support; searched outside quotation marks."""

MONEY_HINTS: tuple[str, ...] = (
    r"\bbefore you (?:go|leave|close|move on|continue|click away)\b", r"\b(?:large|big) or small\b|\bsmall or (?:large|big)\b|\b(?:any|whatever) (?:amount|sum)\b|\bwhatever you can\b", r"\b(?:like|love|value|enjoy|enjoyed|appreciate) (?:what we do|our (?:work|journalism|reporting|stories|coverage)|(?:this|stories like) (?:story|article|this|these))\b",
    r"\b(?:double|doubled|doubling|match|matched|matching) (?:every|your|all|each|any) (?:\w+ )?(?:gift|donation|contribution)s?\b", r"\b(?:silence|switch|switches|shut|shuts|close|closes|censor|muzzle)s? (?:us|our voice)\b", r"\binvest in\b", r"\bmade by volunteers\b", r"\benjoy(?:ing|ed)? our\b", r"\bthank(?:s| you) for (?:reading|listening|watching|visiting|following)\b", r"\bif (?:this|it|the) (?:\w+ )?(?:mattered|matters|was useful|helped|was of use|meant|means)\b.{0,20}\byou\b", r"\b(?:has|have|having|with|without|don['’]t have|doesn['’]t have) (?:no|an?|any)? ?(?:\w+ )?(?:owners?|backers?|investors?|shareholders?|sponsors?|advertis\w+)\b", r"\b(?:belongs? to|owned by|funded by|financed by) (?:no|its|our|nobody)\b", r"\breading (?:this|our) (?:story|article|work|site|page) (?:for free|free)\b",
    r"\bno matter (?:how (?:small|big|large|much)|the (?:size|amount))\b", r"\bmak(?:e|es|ing) (?:a|all the|an?|the|such a) (?:\w+ ){0,3}(?:difference|impact)\b", r"\b(?:as little as|(?:starting )?from just|just|only) [$€£¥]\s?\d",
    r"\bpay ?wall\b|\bcrowd-?fund\w*\b", r"\bif (?:you can|everyone|every reader|each of|you value|you believe in|you appreciate)\b", r"\b(?:continue|keep) (?:our|doing|producing|bringing) (?:\w+ )?(?:work|mission|reporting|journalism|coverage)?\b",
    r"\bevery (?:contribution|donation|dollar|euro|pound|cent|gift|bit)\b", r"\byour (?:subscription|membership|help)\b",
)  # fmt: skip
"""Wording that often goes with an appeal but is none by itself."""

MONEY_MEANS: tuple[str, ...] = (
    rf"\b\d[\d,.]* {_MONEY}\b", r"\bgifts?\b", rf"\b(?:a few|some|a couple of|a handful of) {_MONEY}\b", r"\b(?:costs?|raise|sending|send|need|needs) (?:\w+ )?money\b", r"\b(?:want|able|afford) to give\b", r"\bcosts? less than\b", r"\b(?:pay|pays|paid|paying|give|giving|gave) (?:for|us|our|what)\b", r"\bcosts? (?:you )?(?:only |just |less than |about )*(?:[$€£]|\d)", r"\b(?:by|with a|your) card\b", r"\bnon-?profit\b", r"\bstanding order\b|\bdirect debit\b|\bcrypto\w*\b|\bwallet\b|\bcoffee\b", r"\btax-(?:free|deductible)\b", r"\b(?:stop|cancel|end) (?:it |your \w+ )?(?:whenever|any ?time|at any (?:time|moment))\b", r"\b(?:legal|defen[cs]e|support|solidarity) fund\b", r"\bmemberships?\b",
    r"\bdonat(?:e|ions?|ing)\b",
    r"[$€£¥₹]\s?\d", r"\b(?:credit|debit) card\b", r"\bpaypal\b|\bpatreon\b|\bapple pay\b|\bgoogle pay\b|\bvisa\b.{0,20}\bmastercard\b", r"\bpayments?(?: \w+)? (?:methods?|options?|details?)\b",
    r"\b(?:monthly|one[- ]time|annual|recurring|yearly)\b", r"\b(?:per|a|every|each) (?:month|week|year)\b", r"\bbitcoin\b|\bbank (?:transfer|account)\b|\biban\b",
    r"\bready to (?:support|give|donate|subscribe|join)\b", r"\bremind me\b", r"\btakes (?:just |only |less than )?(?:a|one) minute\b", r"\bcancel (?:any ?time|at any time)\b",
)  # fmt: skip
"""Means and terms of payment."""

TRADE_WORDS: tuple[str, ...] = (
    r"\b(?:this|our|your) (?:own |local |small |little |free |independent )*(?:newspaper|paper|magazine|website|news site|outlet|broadcaster|station|publication|newsletter)\b|\b(?:newspapers?|media|outlets?|sites?|publications?) like (?:ours|us|this one)\b", r"\b(?:single|free|our) (?:articles?|stories)\b|\b(?:this|our) (?:story|article|stories|articles)\b|\bstories like (?:it|this|these)\b",
    rf"(?-i:(?<!\w){OUTLET_NAME})",
    r"\bjournalis\w+\b", r"\bnewsrooms?\b", r"\b(?:our|independent|unbiased|accurate|quality|honest|fearless|trusted) (?:\w+ ){0,2}(?:reporting|coverage|news|reporters?|voices?|readers?|stories|team|editors?|writers?|media)\b",
    r"\bpress freedom\b|\bfree press\b|\bfreedom of (?:the press|speech)\b", r"\bour (?:\w+ )?(?:readers?|audience|community|subscribers|supporters|members|mission|voice|work|website|site)\b", r"\bindependent (?:news|media|voice|press)\b",
    r"\bnews (?:source|outlet|organi[sz]ation|site|agency|service)\b", r"\bpublish(?:er|ing|ed)?\b",
)  # fmt: skip
"""Words in which an outlet speaks of its own trade."""

NOTICE_CUES: dict[str, tuple[str, ...]] = {
    "cookie notice": (
        r"\b(?:we|this (?:site|website)|our (?:site|website|partners)) (?:and our partners )?(?:use|uses|store|process)\b.{0,60}\bcookies?\b", r"\b(?:accept|consent to|agree to|use of|manage|disable) (?:the use of |our |all |these )?cookies?\b",
        r"\bcookie (?:policy|settings|preferences|consent)\b", r"\byour (?:consent|privacy) (?:choices|preferences|rights)\b", r"\bprivacy policy\b", r"\bpersonali[sz]ed (?:ads?|advertising|content)\b",
    ),
    "subscription notice": (
        r"\b(?:subscribe|sign up|register) (?:now |here |today |free )?(?:to|for) (?:our|the|your|free|daily|weekly|breaking|full|unlimited|a|e-?mail)\b", r"\bnewsletters?\b", r"\b(?:in|to|into) your (?:inbox|e-?mail|mailbox)\b",
        r"\b(?:unlimited|full|exclusive|premium|digital) (?:\w+ )?(?:access|subscription|articles)\b", r"\bcancel any ?time\b|\bunsubscribe\b", r"\balready (?:a|have an?) (?:subscriber|member|account|subscription)\b", r"\bsubscribers?[- ]only\b|\bcontinue reading\b",
        r"\b(?:take out|start|buy|get) (?:a|your) (?:\w+ )?subscription\b", r"\b(?:reached|come to|at) the end of (?:this|the|your) (?:free )?(?:article|preview|story|articles)\b", r"\benter your (?:e-?mail )?address\b", r"\bto (?:read|see|get) (?:more|the rest|the whole|all) of (?:our|this|the)\b",
    ),
    "share line": (rf"\b(?:follow|like|join|find) (?:us|@\w+|our \w+) (?:on|at)\b.{{0,30}}\b{_NET}\b", r"\bshare (?:this|it) (?:article|story|post|on|via|with)\b", r"\bjoin (?:our|the) (?:\w+ ){0,2}(?:telegram|whatsapp|facebook|discord|slack)\b.{0,20}\b(?:channel|group|page|community|server)\b"),
    "comment prompt": (r"\b(?:in|leave|post|share) (?:the|a|your|us your) (?:comments?|thoughts|feedback)(?: (?:below|section|with us))?\b", r"\blet us know\b", r"\btell us\b", r"\bcomments? (?:section|below)\b"),
    "contact line": (r"\b(?:contact|reach|e-?mail|write to|get in touch with) (?:us|the (?:author|reporter|writer|editors?|newsroom)|me)\b", r"\bif you (?:have|would like|want|wish|spot|notice)\b.{0,60}\b(?:news tip|story|comment on|correction|error|share)\b", r"[\w.+-]+@[\w-]+\.\w+", r"\bcorrections?(?: policy| page|@)\b"),
    "app notice": (r"\b(?:download|install|get) (?:our|the) (?:\w+ ){0,3}apps?\b", r"\bapp store\b|\bgoogle play\b", r"\bon (?:your|any) (?:phone|mobile|device)\b"),
}  # fmt: skip
"""Class of notice -> wording searched in longer paragraphs; two different cues are needed, and a second person or an imperative."""

SECOND_PERSON = r"\b(?:you|your|yours|you're|you've|you'll|you’re|you’ve|you’ll)\b"
FIRST_PLURAL = r"\b(?:we|our|ours|us|we're|we've|we’re|we’ve)\b"
THANKS = r"\bthank(?:s| you)\b"
READERS = r"\b(?:dear |our )?(?:readers?|subscribers|supporters)\b"
"""The addressee of an appeal, named."""
IMPERATIVE = r"(?:^|[.!?:]\s)\W*(?:please )?(?:be (?:one|the|a|part)|pick (?:an?|your)|tell an? |support|donate|give|join|help|subscribe|contribute|become|sign|click|share|follow|download|read|get|try|visit|consider|think|make|stay|keep|save|chip|buy|set|leave|remember|don't|do|stand|act|register|log|enter|choose|select)\b"
SUPPORT_CALL = r"^\W*(?:support|donate to|subscribe to|help|join|back|become a (?:member|supporter|friend|patron) of) (?P<outlet>(?:the |The )?[A-Z][\w&'’.-]*(?: (?:of |the |and |& )?[A-Z][\w&'’.-]*){0,5})(?: (?:today|now))?\s*!\W*$"
"""A call to support somebody by name; case matters for the name."""

REPORTING_VERBS = r"\b(?:said|says|told|tells|reported|announced|confirmed|added|according to|stated|claimed|denied|warned|tweeted|wrote|testified|argued|explained|noted|alleged|insisted|acknowledged|admitted|declared|quoted|cited)\b"
EVENT_VERBS = r"\b(?:was|were|had|killed|injured|wounded|died|arrested|detained|attacked|exploded|happened|occurred|took place|began|opened|found|held|went|came|left|fled|fell|rose|won|lost|made|became|led|met|ran|hit|shot|broke|took|brought)\b"
DATE_WORDS = r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.|yesterday|last (?:week|month|year|night)|earlier this|in (?:19|20)\d\d)\b"

MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = "mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
FIRST_PUBLISHED = r"(?:first |originally )?(?:published|posted|publication date|date published|date posted|released|date|issued|filed|created)(?: on| at| in)?"
LAST_CHANGED = r"(?:last )?(?:updated|modified|changed|edited|revised|reviewed)(?: on| at)?"
SELF_POSTED = r"\b(?:this|the) (?:entry|post|article|story|item|page|text) (?:was|is|has been)\b.{0,30}\b(?:posted|published|written)\b|\b(?:was|has been) (?:posted|published) (?:by .{2,40} )?on\b"
BYLINE_LEADS = r"(?:by|written by|story by|words by|reported by|text by|author)"
STAFF_LINE = (
    r"(?:from |by )?(?:the )?(?:[\w.’' -]{2,40} )?staff (?:and (?:wire|agency) )?(?:reports?|writers?|reporters?)\W*"
)
"""A byline that names no person."""
CAPTION_END = (
    r"(?:\b(?:photo|image|video|picture|graphic)s?|\((?:source|photo|image|credit|file|courtesy)\b[^()]*\)?)\W*$"
)
"""How a caption ends that is no headline."""
CLOCK_LINE = (
    r"(?:\W*(?:updated|posted|published|last updated)\W{1,3}\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)+\W*"
)
"""A publication line with a time of day and no day."""
NOT_PLACES = frozenset(
    [
        "update",
        "updated",
        "updates",
        "breaking",
        "exclusive",
        "video",
        "watch",
        "new",
        "news",
        "analysis",
        "opinion",
        "live",
        "photos",
        "photo",
        "gallery",
        "editorial",
        "comment",
        "correction",
        "clarification",
        "note",
        "editor",
        "editors",
        "read",
        "related",
        "listen",
        "interview",
        "review",
        "sources",
        "q",
        "a",
        "by",
        "story",
        "report",
    ]
)
"""Words in capitals before a dash that label a text and are no place."""
SMALL_AGENCIES = frozenset("dpa dpa-afx epd ddp dapd kna sda ats apa pap ntb tt mti cna stt ots dts".split())
"""News agencies that write their own name small ("Berlin (dpa) -")."""
NOT_A_NAME = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "our", "their", "all", "any"]
)
"""Words after a byline's lead that show it is no byline ("By the time ...")."""

OUTLET_VOICE: tuple[str, ...] = (
    r"\bjournalists (?:of|at|from) (?P<outlet>{name})", r"\bhere at (?P<outlet>{name})", r"(?P<outlet>{name}), an? (?:\w+[ -]){{0,4}}(?:news(?:paper| source| outlet| site| service| organi[sz]ation| agency)?|publication|magazine|media outlet|broadcaster)\b",
    r"\bwe(?:,)? (?:at|the (?:team|staff|editors) (?:of|at)) (?P<outlet>{name})", r"\b(?i:support|supporting|donate to|subscriber of|member of) (?P<outlet>{name})",
    r"(?:\(c\)|©|[Cc]opyright)\s*(?:\(c\)|©)?\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?,?\s*)?(?:by )?(?P<outlet>{name})",
    r"\b(?i:follow|like) (?P<outlet>{name}) on\b", r"\b(?i:sign up) (?:for|to) (?P<outlet>{name})['’]s?\b",
)  # fmt: skip
"""Patterns in which an outlet names itself, with ``{{name}}`` for a capitalised name; case matters."""
NOT_OUTLETS = frozenset(
    "us our we facebook twitter instagram youtube telegram whatsapp getty ap reuters afp all the news today read more newsletter "
    "newsletters independent journalism quality local public free press media work reporting this article story now here "
    "channel group page".split()
)
