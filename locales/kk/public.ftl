### Жария беттер: кез келген адам кірмей-ақ оқиды.

## Әр бетте
public-site = Халық қатысатын бюджет
public-skip = Бірден мазмұнына өту
public-menu = Бөлімдер
public-menu-campaigns = Барлық науқан
public-menu-campaign = Науқан
public-menu-projects = Жобалар
public-menu-rules = Ережелер
public-menu-channels = Қайсысы ресми
public-menu-data = Ашық деректер
# $akimat — әкімдіктің атауы.
public-footer = Беттерді жүргізетін: { $akimat }. Кіру де, тіркелу де керек емес; мұнда кім не оқығаны жазылмайды.

public-missing-campaign = Мұндай науқан жоқ немесе мекенжайы қате жазылған. Барлық науқан бірінші бетте тұр.
public-missing-project = Бұл нөмірмен ештеңе жарияланбаған: нөмірін тексеріңіз немесе тізімнен іздеңіз. Өтінім тіркелген соң осында шығады.
public-missing-place = Бұл науқанда мұндай аумақ жоқ. Аумақтары мен олардың қорытындысы науқан бетінде тұр.

## Бірінші бет
public-campaigns-title = Халық қатысатын бюджет
public-campaigns-about = Бюджеттің бір бөлігі неге жұмсалатынын тұрғындардың өздері ұсынады, өздері таңдайды. Мұнда бәрі көрінеді: ережелер, жобалар, негіздемесі бар шешімдер, қорытынды.
public-campaigns-none = Әзірге бірде-бір науқан жарияланған жоқ.
# $title — науқанның атауы, $plan_year — қай жылдың бюджеті.
public-campaign-title = { $title }, { PLAIN($plan_year) } жыл

## Науқан беті
public-now = Қазір не істеуге болады
public-nothing-now = Қазір ештеңе істеудің қажеті жоқ. Жақын мерзімдер төменде.
public-do-vote = Жобаға дауыс беру – ботта
public-do-propose = Жоба ұсыну – ботта немесе әкімдікте, қағаз түрінде
public-do-discuss = Ұсынысты қолдау, авторына сұрақ қою – ботта
public-do-official-page = Дауыс беру және өтінім жіберу – ресми бетте
public-do-outcome = Қорытындыны көру
public-do-projects = Жобаларды көру
public-do-rules = Ережелерді оқу
public-dates-stage = Кезең
public-dates-when = Қашан
public-dates-now = қазір жүріп жатыр
# $opens, $closes — кезеңнің басы мен соңы.
public-period = { PERIOD($opens, $closes) }
# $territory — мерзімі бөлек аумақ.
public-dates-territory = { $territory }: { PERIOD($opens, $closes) }
public-numbers = Өтінімдер саны
public-number-submitted = Берілген өтінім
public-number-registered = Тіркелген, кеңестің шешімін күтіп тұр
public-number-admitted = Дауыс беруге жіберілген
public-number-refused = Қабылданбаған
public-number-withdrawn = Авторлар қайтарып алған
public-number-merged = Басқасымен біріккен
# $count — нешеу.
public-count = { $count }
public-outcomes = Аумақтар бойынша қорытынды
# $council — кеңестің атауы.
public-council = Жобаларды дауыс беруге жіберетін және қорытынды шығаратын – { $council }. Оның құрамы:
public-council-none = Құрамы әлі жарияланған жоқ.
# $name — аты-жөні, $position — лауазымы.
public-member = <b>{ $name }</b>, { $position }
public-member-chair = <b>{ $name }</b>, { $position } – төраға
public-bot = Ресми бот
# $bot — боттың аты.
public-bot-open = @{ $bot } ботын ашу
public-bot-none = Бұл науқанның ресми боты көрсетілмеген.
# $link — сілтеме.
public-qr = { $link } сілтемесінің QR-коды

## Ережелер
public-rules-title = Ережелер
public-rules-about = Әр санның жанында оның негізі тұр: [1], [2] – беттің соңындағы тізімнен акт, [*] – әкімдіктің өз таңдауы.
public-rules-contents = Мазмұны
public-acts = Құқықтық негізі
# $title — актінің атауы, $act — оның нөмірі, $date — күні, $link — мәтіні.
public-act = <a href="{ $link }">{ $title }</a>, { DATE($date) }
public-act-numbered = <a href="{ $link }">{ $title }</a>, № { $act }, { DATE($date) }
public-notes = Сандар қайдан алынған
public-mode-guide = Дауыс беру ресми бетте өтеді { $source }, бот дауыс қабылдамайды.
public-mode-joint = Ресми ботта, әкімдікте немесе ресми бетте дауыс беруге болады, бірақ тек бір жерде { $source }. Ресми беттің дауыстары қол қойылған хаттамасы бойынша қорытындыға кіреді; екі жерде де дауыс берген адам саны қорытындымен бірге жарияланады.
public-mode-sole = Дауыстар ресми ботта және әкімдікте қабылданады { $source }.
public-unstated = Бастапқы құжатта айтылмағаны
public-unstated-about = Мыналар бастапқы құжатта айтылмаған. Ештеңе ойдан қосылған жоқ: әкімдіктен сұраңыз.
public-unstated-akimat = әкімдіктің БСН-і
public-unstated-cost-cap = жоба құнының шегі
public-unstated-council = кеңестің кворумы, қажет көпшілік, мүдделер қақтығысы болса қалай саналатыны
public-unstated-limits = өтінімге қойылатын кейбір шектер
public-unstated-money = қанша ақша бөлінгені, оның қайдан алынғаны
public-unstated-official = ресми бот, өтінім үлгісі немесе әкімдіктен тыс байланыстар
public-unstated-outcome = дауыс тең болса не істелетіні, артылған ақша қайда қалатыны
public-unstated-proposal = автордың жасы, құжат тапсыру мерзімі, қандай өтінімдер ұқсас саналатыны
public-unstated-reminders = кейбір еске салу хабарламаларының қашан келетіні
public-unstated-retention = кейбір деректердің қанша сақталатыны
public-unstated-review = өтінімдер мен шағымдарды қарау мерзімдері
public-unstated-voting = дауыс қай аумақтар бойынша саналатыны

## Ресми арналар
public-channels-title = Қайсысы ресми, алданып қалмау үшін не істеу керек
public-channels-about = Алаяқтар ұқсас бот пен бет жасайды. Неге сенуге болатыны және оны қалай тексеру керегі осында.
public-fakes = Қалай тексеруге болады
# $bot — боттың аты.
public-fakes-name = Боттың атын әріптеп салыстырыңыз: @{ $bot }. Аты боттың профилінде тұрады; атауы мен суретін кез келген адам қайталай алады.
public-fakes-name-none = Бұл науқанның боты көрсетілмеген: оның атынан дауыс не өтінім жинайтын кез келген бот – бөтен.
public-fakes-address = Беттің мекенжайын салыстырыңыз: ол плакаттағымен және әкімдіктің сайтындағымен бірдей.
public-fakes-forms = Бот та, бұл беттер де кіруді, қосымша орнатуды сұрамайды, ЖСН-ді, картаны, SMS кодын айтуды талап етпейді.
public-fakes-money = Дауысқа ақша төленбейді, дауыс үшін ешкім жазаланбайды. Ақша ұсынған немесе қалай дауыс бергеніңізді көрсетуді талап еткен адам ережені бұзады.
public-outside = Әкімдіктен тыс кімге айтуға болады
public-outside-none = Бұл науқанда әкімдіктен тыс байланыстар көрсетілмеген.

## Жобалар тізімі
public-projects-title = Жобалар мен ұсыныстар
public-filter = Нені көрсетейік
public-filter-words = Сөз немесе нөмір
public-filter-words-hint = Сөздің басы жетеді. Қазақ әріптерінің орнына орыс әріптерін жазсаңыз да болады.
public-filter-territory = Аумағы
public-filter-direction = Бағыты
public-filter-status = Мәртебесі
public-filter-cost = Құны көп дегенде
public-filter-cost-hint = Мысалы: 10 млн
public-filter-order = Реті
public-filter-all = барлығы
public-filter-more = Басқа шарттар мен реті
public-filter-show = Көрсету
public-filter-clear = Тазалау
# $count — қаншасы табылды.
public-found = Табылғаны: { $count }
# $as_of — қашан саналды.
public-votes-live = Дауыстар саналған уақыт: { DATETIME($as_of) }. Бұл – берілген дауыстың кездейсоқ алынған бөлігі, қалғаны әлі мөрлеулі.
public-pages = Тізімнің беттері
# $page — қай бет, $pages — барлығы неше бет.
public-page-of = { NUMBER($page) }-бет, барлығы { $pages }
public-page-before = ‹ Алдыңғы
public-page-after = Келесі ›
# $number — өтінім нөмірі.
public-line-hidden = № { PLAIN($number) }. Өтінім тіркелмей тұрып қабылданбаған
# $cost — құны, теңге, $territory — аумағы.
public-line-cost = { MONEY($cost) } · { $territory }
# $votes — дауыс саны.
public-line-votes = { $votes } дауыс
public-fault-value = Мекенжайдағы бір шарт танылмады, ол ескерілген жоқ.
# $most — қанша әріп ескерілетіні.
public-fault-words = Іздеу сөзі тым ұзын: алғашқы { $most } әрпі ғана ескерілді.
public-fault-page = Тізімде мұндай бет жоқ. Біріншісінен бастаңыз.
public-order-random = кездейсоқ, күн сайын жаңа
public-status-registered = тіркелді, шешімі әлі шыққан жоқ
public-status-admitted = дауыс беруге жіберілді
public-status-refused = қабылданбады
public-status-stopped = тоқтатылды
public-status-won = жеңімпаз жоба
public-status-not-funded = қаржыландырылмайды
public-status-merged = басқа өтініммен біріктірілді

## Жоба беті
# $number — өтінім нөмірі, $title — атауы.
public-project-title = № { PLAIN($number) }. { $title }
public-project-hidden = № { PLAIN($number) } өтінім қабылданбады
public-project-hidden-why = Автордың сөзі жарияланбайды: өтінім тіркелмей тұрып қабылданбаған. Себебі мен негіздемесі төменде.
public-is-original = түпнұсқа
public-is-translation = аударма
public-other-language = Орыс тілінде
public-same-words = Автор осы тілде жазған, аудармасы әзірге жоқ.
public-facts = Қысқаша
public-fact-direction = Бағыты
public-fact-territory = Аумағы
public-fact-place = Орны
public-fact-map = Картадан көру
public-fact-cost = Құны
public-fact-author = Авторы
public-fact-co-authors = Тең авторлары
public-fact-votes = Берілген дауыс
# $amount — теңге.
public-money = { MONEY($amount) }
public-decision = Шешім
public-result-council = Кеңестің қорытынды бойынша шешімі
public-decision-ground = Қабылданбау себебі
public-decision-reason = Негіздемесі
public-other-reason = Негіздемесі орыс тілінде
public-costs = Құны қалай өзгерді
# $at — қашан, $before, $after — бұрынғы және жаңа құны, теңге, $reason — себебі.
public-cost-step = { DATE($at) }: { MONEY($before) } → { MONEY($after) }. { $reason }
public-site-check = Орнын қарау
# $checked_on — күні, $checked_by — кім қарағаны.
public-site-by = Қаралған күні: { DATE($checked_on) }, қараған: { $checked_by }
# $is_clear — жері бос па.
public-site-land = { $is_clear ->
    [yes] Жері: кедергі жоқ.
   *[no] Жері: кедергі бар.
}
# $is_clear — желілер кедергі емес пе.
public-site-networks = { $is_clear ->
    [yes] Инженерлік желілер: кедергі емес.
   *[no] Инженерлік желілер: кедергі келтіреді.
}
# $holder — баланс ұстаушы.
public-site-holder = Баланс ұстаушы: { $holder }
public-appeal = Шағым
# $filed_at — қашан берілгені, $due_at — жауап мерзімі.
public-appeal-waiting = Автор шағым берген күн: { DATE($filed_at) }. Оны басқа адамдар қарап жатыр.
public-appeal-waiting-by = Автор шағым берген күн: { DATE($filed_at) }. Оны басқа адамдар қарап жатыр, жауабы { UNTIL($due_at) } шығуы керек.
# $decided_at — қашан шешілгені.
public-appeal-upheld = Шағым қанағаттандырылды: { DATE($decided_at) }.
public-appeal-declined = Шағым қанағаттандырылмады, шешім күшінде қалды: { DATE($decided_at) }.
public-excludes = Бірге салынбайтын жобалар
public-excludes-about = Бұл жоба мен төмендегілердің біреуі ғана жеңе алады:
public-history = Өтінімнің жолы
# $at — қашан, $status — қандай болғаны.
public-step = { DATE($at) }: { $status }
public-talk = Тұрғындар не дейді
# $count — неше адам.
public-supports = Қолдағандар: { $count }
public-questions = Сұрақтар мен жауаптар
# $count — сұрақтар саны.
public-questions-more = Барлығы { $count } сұрақ. Мұнда соңғылары, қалғаны ботта.
# $numbers — өтінім нөмірлері.
public-merged = Осыған қосылған өтінімдер: { $numbers }
# $number — қай өтініммен біріктірілгені.
public-merged-into = Бұл өтінім № { PLAIN($number) } өтініммен біріктірілді.
# $count — неше сурет.
public-pictures = Суреттер: { $count }
# $number — өтінім нөмірі, $place — нешінші, $count — барлығы нешеу.
public-picture = № { PLAIN($number) } өтінім: { $place }-сурет, барлығы { $count }
public-open = Ботта ашу
public-open-about = Ботта жаңалығына жазылуға, ал уақыты келгенде қолдауға, сұрақ қоюға, дауыс беруге болады.

## Ашық деректер
public-data-title = Ашық деректер
public-data-about = Осы науқанның жобалары туралы жарияланғанның бәрі – кестелер мен бағдарламаларға арналған. Дербес деректер мұнда жоқ.
# $akimat — әкімдіктің атауы.
public-data-use = Дереккөзі: { $akimat }. Деректерді пайдалансаңыз, дереккөзін және жүктеп алған күніңізді көрсетіңіз.
# $at — қай күнгі.
public-data-now = Деректердің уақыты: { DATE($at) }.
public-data-files = Файлдар
public-data-csv = жобалар, кесте (CSV, UTF-8)
public-data-json = жобалар, бағдарламаларға (JSON, UTF-8)
public-data-campaign = науқан: мерзімдер, аумақтар, қаржы, актілер, сандар (JSON, UTF-8)
public-data-fields = Жобаның өрістері
public-data-field = Өріс
public-data-meaning = Мағынасы
public-field-number = өтінім нөмірі; жобаға айналғанда да өзгермейді
public-field-status = мәртебесі: registered – талқыланып жатыр, admitted – дауыс беруге жіберілді, refused – қабылданбады, stopped – тоқтатылды, won – жеңді, not_funded – қаржыландырылмайды
public-field-title-kk = қазақша атауы
public-field-title-ru = орысша атауы
public-field-original-language = автордың тілі; бос болса, екі мәтін де түпнұсқа
public-field-direction = бағыты, коды
public-field-direction-kk = бағыты қазақша
public-field-direction-ru = бағыты орысша
public-field-territory = аумағы, коды
public-field-territory-kk = аумағы қазақша
public-field-territory-ru = аумағы орысша
public-field-place-kk = орны қазақша; шешім шыққан соң тұрады
public-field-place-ru = орны орысша; шешім шыққан соң тұрады
public-field-latitude = ендік, градус
public-field-longitude = бойлық, градус
public-field-cost = құны, бүтін теңге
public-field-submitted-on = өтінім берілген күн, Алматы уақытымен
public-field-decided-on = соңғы шешім шыққан күн, Алматы уақытымен
public-field-ground = қабылданбау себебі, коды; мағынасы campaign.json файлында
public-field-reason-kk = негіздемесі қазақша
public-field-reason-ru = негіздемесі орысша
public-field-votes = саналған дауыс; әлі саналмаса не аз болып жасырылса, бос
public-field-council-decision = кеңестің қорытынды бойынша шешімі: implemented – іске асырылады, declined – асырылмайды; жарияланғанша бос
public-field-council-differs = шешім дауыс санынан басқаша ма: yes немесе no
public-field-council-reason-kk = шешімнің негіздемесі қазақша
public-field-council-reason-ru = шешімнің негіздемесі орысша
