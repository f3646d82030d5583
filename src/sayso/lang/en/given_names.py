"""Given names of many cultures as newspapers in English write them, lower case.

General knowledge, for telling people from bodies and for "he" and "she"; incomplete by nature.
"""

from __future__ import annotations

from sayso.lang.words import words

MALE = words(
    """
    aaron abdel abdul abdullah abdulla abdallah abdelaziz abdulaziz abdulrahman abdurrahman abraham abu adam adel
    adnan adrian ahmad ahmed ahmet akbar akhtar alan albert alberto alejandro aleksandar aleksander aleksandr aleksei
    alessandro alex alexander alexandre alexei alexey alexis alfonso alfred alfredo ali allan allen alvaro amir amit
    amr anand anatoly anders andre andreas andrei andrej andres andrew andrey andrzej andy angel angelo anil antoine
    anton antonio anwar ariel arif armando armin arnel arnold artem arthur artur arturo arun asad ashraf asif askar
    ataullah augusto avi aydin ayman aziz azim babak bahram bakhtiyar barack barry bartosz basem bashar bashir basil
    ben benigno benito benjamin benny bernard bernardo bernd bernie bert bilal bill billy björn bob bobby bogdan bolat
    boris brad bradley brandon brendan brent brenton brett brian bruce bruno bryan burak caleb carl carlo carlos
    carlton cecil cesar césar chad charles charlie chen chris christian christoph christophe christopher chuck claude
    claudio clement cliff clinton colin conor constantin craig cristian cyril damian damien dan daniel daniele danilo
    danny darius darren dave david davit dean delfin denis dennis derek desmond diego dieter dimitri dinesh dirk
    dmitri dmitriy dmitry dominic dominik dominique don donald doug douglas duncan dušan dwight earl eddie edgar
    edmund eduard eduardo edward edwin efrain ehsan elias elijah elon emanuel emil emile emilio emmanuel emmanuele
    enrico enrique erdogan eric erik ernest ernesto ernst ervin esteban ethan eugene evan evgeny evo fabio fadi fahd
    fahad faisal faiz farid farhad farooq farouk fausto federico felipe felix ferdinand fernando fidel filip florian
    francis francisco franco francois françois frank franz fred frederic frederick fredrik friedrich fuad gabriel
    gamal gareth gary gavin genaro gennady geoff geoffrey georg george georges gerald gerard gerardo gerhard gianni
    gilbert gilberto giles giorgi giorgio giovanni giuseppe glen glenn goran gordon graham greg gregor gregorio
    gregory grigory guido guillermo gunter gurbanguly gustavo guy habib haider hakan hakim hamad hamdi hamid hamza
    hans hari harold harry harvey hasan hassan haydar hector hedi heinrich heinz helmut hendrik henri henrik henry
    herbert heriberto herman hermann hernan hideo hiroshi hisham hosni howard hubert hugh hugo humberto husain husam
    hussain hussein huseyin ian ibrahim idris ignacio igor ilham ilir ilya imad imran inocencio inocente ion iqbal
    irfan isaac ishaq islam ismael ismail israel issa istvan ivan ivo iyad jack jackson jacob jacques jaime jair jake
    jakob jakub jalal jamal james jamie jamil jan janez janos jared jaroslaw jason jasper javad javed javier jay jean
    jeff jeffrey jens jeremy jerome jerry jesper jesse jesus jiang jihad jim jimmy jiri joachim joao joaquin joe joel
    johan johann johannes john johnny jon jonas jonathan jordan jorge jose josé josef joseph josh joshua josip jozef
    juan juergen julian julio julius junaid jurgen justin kamal kamel kareem karim karl karol kazuo keith kemal ken
    kenan kenji kenneth kent kevin khaled khalid khalil kim kirill kirk klaus konrad konstantin krzysztof kumar kurt
    kyle lamar lance larry lars laszlo laurent lawrence lech lee leo leon leonard leonardo leonel leonid leopoldo
    leroy leslie lev levi lewis liam lindsey lionel lloyd lorenzo louis luc luca lucas lucio ludwig luigi luis luiz
    lukas luke lukasz maciej magnus mahdi mahinda mahmood mahmoud mahmud mahinda majid malcolm malik manuel manfred
    mansour marc marcel marcelo marcin marco marcos marcus marek mariano marin mario marius mark marko markus marlon
    marshall martin marvin marwan masood masoud massimo mateusz mathew matt matteo matthew matthias matthieu maurice
    mauricio max maxim maxime maximilian mehdi mehmet mehran michael michal michel miguel mihai mikael mike mikhail
    miklos milan milos milorad mircea miroslav mitch moammar mohamad mohamed mohammad mohammed mohsen moises morgan
    moritz moses moshe mostafa mousa muammar muhammad muhammadu muhammed mukhtar murad murat musa mustafa mykola nabil
    nadir naftali naguib narendra nasir nasser nathan nathaniel nawaz nazim neil nelson nevardo nicholas nick nicola
    nicolae nicolas niels nigel nikita niklas nikola nikolai nikolaos nikos nils nizar noah noam noel norbert norman
    nour nouri nursultan olaf oleg oleksandr oliver olivier olof omar orlando oscar osama osman oswaldo othman otto
    owen pablo paolo pascal patricio patrick patrik paul paulo pavel pavol pawel pedro per percy peter petr petro
    philip philipp philippe phillip pierre pietro piotr pradeep prakash pranab prem qasim rachid radek radoslaw
    radovan rafael rafiq rahim rahul raimundo raj rajesh rajiv ralf ralph ram ramadan ramesh rami ramiro ramon ramzan
    randall randy rashad rashid rasmus raul ravi ray raymond raza recep reggie reinhard rene reza ricardo riccardo
    richard rick ricky riyad rob robert roberto robin rod roderick rodney rodolfo rodrigo roger rogelio rohan roland
    rolando rolf roman romeo ron ronald ronnie rory ross roy ruben rudolf rudy rufus rupert ruslan russell rustam ryan
    saad sabah sabir saddam sadiq saeb saeed sajid salah salahuddin saleem saleh salem salim salman salvador salvatore
    sam sameh sami samir samuel sandeep sandro sanjay santiago santos sardar satoshi satyendra scott sean sebastian
    sebastien semyon serge sergei sergej sergey sergio serhiy seth seyed shah shahid shahbaz shaun shawn sher sherif
    shimon shinzo sidney siegfried silvio simon slobodan sofiane soren spencer stan stanislav stanislaw stanley stefan
    stefano stephan stephane stephen steve steven stewart stuart suleiman suleyman sunil suresh sven syed sylvain
    tadeusz taha tahir takeshi tariq tarek taras tayyip ted temur terence terrence terry thabo thaddeus theo theodore
    thierry thomas tiago tim timothy timur tito tobias toby todd tom tomas tomasz tommy toni tony travis trevor troy
    tyler ulrich umar umaru umberto usman uwe vaclav vadim valentin valery vasily vasyl venkat viacheslav vicente
    victor viktor vijay vikram vincent vincenzo vinnie virgil vitaly vivek vlad vladimir vladislav vojislav volodymyr
    vyacheslav walid wally walter warren wayne wei werner wesley wilfred wilhelm will willem william willie wim
    winston wojciech wolfgang xavier yahya yair yakov yang yasser yasin yasir yevgeny yitzhak yoel yosef yoshihide
    youssef yuri yury yusuf yves zabiullah zafar zaher zahid zain zbigniew zhang zia zine zoran zviad emmerson uhuru
    raila yoweri goodluck olusegun sani bola atiku nnamdi chinedu emeka ngozi kwame kofi nana sekou alassane blaise
    laurent paul-henri joao-paulo jean-claude jean-paul jean-pierre jean-luc jean-marie pierre-yves hashim thaci thein
    min than aung nguyen tran pham rodrigo jejomar benigno ferdinand joko susilo prabowo mahathir najib anwar lee
    hsien xi hu wen li deng mao keir boris rishi tony gordon dabo sadio kanat nurlan serik daulet yerlan marat askhat
    kassym-jomart erlan almaz sooronbay almazbek kurmanbek islamkarim shavkat emomali gurban heydar serzh robert nikol
    levon
    """
)

FEMALE = words(
    """
    abigail ada adela adriana agata agnes agnieszka aicha aisha ajla alejandra alena alexandra alexandria alice alicia
    alina alison allison alma amal amanda amber amelia amina amy ana anastasia andrea angela angelica angelina anita
    ann anna anne annegret annette annie antonia april arlene ashley asma audrey aung ayesha aysel ayse azadeh barbara
    beata beatrice beatriz becky begum benazir bernadette beth betty beverly birgit bonnie brenda bridget britney
    camila camilla carmen carol carolina caroline carrie catalina catherine cecilia celia charlotte chelsea cheryl
    chiara chloe christina christine claire clara claudia colleen concepcion consuelo corazon courtney cristina
    cynthia daisy dana daniela danielle danica dawn deborah debra delia denise diana diane dilma dina dolores dominika
    donna dora doris dorothy edith eileen ekaterina elaine eleanor elena elisa elisabeth elizabeth ella ellen eloise
    elsa elvira emily emma erica erika erin ernestina esperanza esra esther eva evelyn ewa fadwa faiza farah farida
    fatima fatma fatou federica fiona florence frances francesca fumiko gabriela gail galina gemma genevieve georgina
    gina giorgia gisela giulia gladys glenda gloria golda grace graciela greta guadalupe gwen hala halima hana hanan
    hannah hatice hawa heather heba heidi helen helena helga hilda hillary hina holly huda huma ilana ilona inam ines
    ingrid irena irene irina iris isabel isabella ivana ivanka jacinda jackie jacqueline jana jane janet janice
    jasmine jean jeanette jeanine jeanne jelena jenna jennifer jenny jessica jill jo joan joanna jocelyn jodie johanna
    jolanta jonna josefina josephine joy joyce juana judith judy julia juliana julie juliet justine kamala karen karin
    karina karla karolina kasia kate katarina katarzyna kate katherine kathleen kathryn kathy katie katrin katya
    kavita kayla kelly kerry khadija khadijah kim kimberly kirsten klara kristalina kristen kristin kristina lara
    latifa laura lauren layla leah leila lena leni leonor lesley leticia leyla liliana lilian lina linda lindiwe linsi
    lisa liz liza ljubica loretta lori louise lubna lucia lucy ludmila luisa lydia lyudmila maha mahnaz malala
    malgorzata mandy manal manuela marcela margaret margarita margrethe maria mariah mariam mariana marianne maricela
    marie marija marina marion marisol marjorie marlene marta martha martina mary maryam matilda maureen maya meera
    megan meghan melania melanie melinda melissa mercedes mia michaela michelle mila milena minerva miranda miriam
    mirjana mona monica monika muna myriam nabila nada nadia nadine najat nancy naomi nargis natalia natalie natasha
    nawal nelly neha nicole nicola nida nikki nina ninoy noor nora norma nour nusrat olena olga olivia oksana ophelia
    pamela paola park patricia patty paula pauline peggy penelope petra philippa phyllis pilar pooja priscilla priti
    priya rachel radhika rana rania raquel rasha rebecca regina rehana renata rhonda rima rita riya roberta rocio rosa
    rosalia rose rosemary roxana ruth sabina sabrina sadia safiya sahar saima sally salma samantha samira sandra sanna
    sara sarah sasha selma serena shabana shamima sharon sheikha sheila shelly sheryl shirin shirley silvia simone
    simona sofia sonia sophia sophie stacey stella stephanie sue sunita susan susana suu svetlana sylvia tamar tamara
    tanya tara tatiana tatyana teresa theresa tina tracy tsai tulsi ursula usha valentina valeria valerie vanessa vera
    veronica veronika victoria viktoria violeta virginia vivian wafa wanda wendy whitney widad wilma ximena yael
    yasmin yasmine yekaterina yelena yingluck yolanda yulia yuliya yvette yvonne zahra zainab zeinab zeynep zoe zohra
    zuzana
    """
)

ALSO_WORDS = words(
    """
    will mark may april grace rose hope faith joy bill frank guy art rich rob jack ray grant dean earl duke max pat
    sue dawn amber holly iris daisy park will bob don don dan van lee min than li wen hu xi mao tito islam israel
    jordan jihad israel salvador santiago santos chad victoria florence virginia charlotte sierra carol jay may major
    marshall sherif general page tina august summer dina christian will price case drew gene mike tad tom jean rod
    olive ruby pearl gay miles nick peg lance ham sandy rusty dusty ben per ion dieter wei al islam trinidad
    """
)
"""Given names that are words or places too; in upper-case text they prove nothing alone."""
