### Кеңсе: әкімдік қызметкерлерінің барлық бетіне ортақ сөздер, кіру, қызметкерлер, журналдар.

office-brand = Qatysu · әкімдік кеңсесі
office-skip = Мазмұнға өту
office-menu = Бөлімдер
office-pages = Тізім беттері
office-page-before = Жаңарағы
office-page-after = Ескірегі
office-done = Сақталды.
office-not-done = Орындалған жоқ
office-form-broken = Толтырғаныңыз толық жетпеді: байланыс үзілді немесе тым баяу болды. Артқа қайтып, қайта жіберіңіз.
office-form-stale = Бет ескірген: содан бері қайта кірдіңіз немесе оны басқа сайт жіберген. Бетті қайта ашып, қайталаңыз.
office-to-home = Кеңсенің басты беті
button-office-sign-out = Шығу

## Бөлімдер
office-nav-home = Басты бет
office-nav-own = Менің бетім
office-nav-staff = Қызметкерлер
office-nav-logs = Журналдар
office-nav-proposals = Өтінімдер
office-nav-paper = Қағаз өтінім
office-nav-discussion = Сұрақ-жауап
office-nav-council = Сараптамалық кеңес
office-nav-sittings = Отырыстар
office-nav-exclusive = Бірге салынбайтын жобалар
office-nav-appeals = Шағымдар
office-nav-amendments = Ережені өзгерту
office-nav-freeze = Түпкілікті тізім, актілер
office-nav-register = Тұрғындар тізілімі
office-nav-codes = Растау кодтары
office-nav-yards = Абаттандырылған аулалар
office-nav-kit = Плакаттар мен мәтіндер
office-nav-opening = Жәшіктерді ашу
office-nav-money = Науқан қаражаты
office-nav-export = Өтінімдерді жүктеп алу

## Басты бет
office-home-title = Әкімдіктің науқандары
office-home-none = Әкімдікте әлі бірде-бір науқан жоқ.
office-home-now = Қазір:
# $opens, $closes — кезеңнің басы мен соңы.
office-home-period = { PERIOD($opens, $closes) }
office-home-waiting = Сізді күтіп тұр
office-home-nothing = Қазір Сізді күтіп тұрған іс жоқ.
# $count — нешеуі.
office-home-late = мерзімі өткені: { $count }
# $count — нешеуі.
office-home-today = мерзімі бүгін: { $count }
office-home-questions = Тексеретін сұрақ пен жауап
office-home-appeals = Шешілмеген шағым
office-home-places = Бөлімдер

## Кіру
sign-in-title = Қызметкерлер үшін кіру
sign-in-login = Логин
sign-in-password = Құпиясөз
sign-in-code = Қолданбадағы код
sign-in-code-hint = Телефондағы қолданба жарты минут сайын жаңартатын алты цифр.
sign-in-help = Құпиясөзді ұмыттыңыз ба, телефоныңызды ауыстырдыңыз ба? Әкімдіктің жүйе әкімшісіне хабарласыңыз: ол жаңа құпиясөз бен қолданбаға жаңа кілт береді.
sign-in-again = Бет тым ұзақ ашық тұрыпты. Бәрін қайта теріңіз.
button-sign-in = Кіру

## Рөлдер
role-clerk = маман
role-moderator = модератор
role-council-member = сараптамалық кеңес мүшесі
role-communications = коммуникация маманы
role-secretary = кеңес хатшысы
role-akim = әкім
role-programme-operator = бағдарлама операторы
role-programme-administrator = бюджеттік бағдарлама әкімшісі
role-commission-member = комиссия мүшесі
role-observer = байқаушы
role-system-administrator = жүйе әкімшісі

## Қызметкерлер
staff-title = Қызметкерлер
staff-add = Қызметкер қосу
staff-name = Тегі, аты, әкесінің аты
staff-login = Логині
staff-login-hint = Латын әріптері, цифр, нүкте, дефис. Кейін өзгермейді.
staff-position = Лауазымы
staff-position-hint = Хаттамаға екі тілде басылады.
staff-position-kk = Қазақша
staff-position-ru = Орысша
staff-roles = Рөлдері
staff-iin = ЖСН
staff-iin-hint = Сақталмайды. Жүйе сол арқылы екі адам ба, бір адамның екі логині ме, соны ажыратады.
staff-language = Кеңсе тілі
staff-state = Кіру құқығы
staff-blocked = жабық
staff-first = әлі кірген жоқ
staff-active = ашық
# $again_at — қайта кіруге болатын сәт.
staff-locked = Қатарынан тым көп қате терілгендіктен кіру жабық. Ашылатын уақыты: { DATETIME($again_at) }. Жаңа құпиясөз берсеңіз, бірден ашылады.
staff-reset-hint = Құпиясөзін ұмытса немесе телефонын жоғалтса: бұрынғы құпиясөз бен кілт жарамай қалады, ашық сеанстар аяқталады.
staff-block-hint = Қызметкер енді кіре алмайды, ашық сеанстары аяқталады. Журналдағы жазбалар қалады.
staff-once-title = Жаңа құпиясөз бен кілт
staff-once = Олар бір-ақ рет көрсетіледі. Қызметкердің өз қолына беріп, бетті жабыңыз. Алғаш кіргенде ол құпиясөзді ауыстырады.
staff-once-password = Алғашқы кіруге құпиясөз
staff-once-secret = Қолданбаға арналған кілт
staff-once-qr = Қолданбада (мысалы, FreeOTP немесе Google Authenticator) «Қосу» дегенді басып, камераны осыған бағыттаңыз:
staff-back = Қызметкерлер тізіміне
button-staff-add = Қосып, құпиясөз беру
button-staff-save = Сақтау
button-staff-block = Кіруін жабу
button-staff-unblock = Кіруін ашу
button-staff-reset = Жаңа құпиясөз бен кілт беру

## Менің бетім
own-title = Менің бетім
own-roles = Рөлдерім
own-password = Құпиясөз
own-password-title = Құпиясөзді ауыстыру
own-password-first = Бұл құпиясөзді әкімші берген. Өзіңіздікін ойлап тапсаңыз, кеңсе ашылады.
own-password-old = Қазіргі құпиясөз
own-password-new = Жаңа құпиясөз
own-password-again = Жаңа құпиясөз тағы бір рет
own-password-hint = 12 таңбадан қысқа болмасын. Ең дұрысы – бірнеше сөзді қатар алу.
own-password-sessions = Басқа компьютерлердегі сеанстар аяқталады, онда қайта кіру керек болады.
own-reminders = Telegram-дағы еске салу
own-reminders-on = Бот Сізге мерзімдерді еске салып тұрады. Онда тұрғындардың деректері болмайды.
own-reminders-off = Бот мерзімдерді еске салып тұра алады: бүгін не істеу керек, қай отырыс жүріп жатыр. Онда тұрғындардың деректері болмайды.
own-reminders-none = Әкімдіктің науқандарында әзірге бот жоқ, сондықтан ештеңе еске салынбайды.
own-reminders-link = Телефон камерасын бағыттаңыз немесе сілтемені Telegram орнатылған құрылғыда ашыңыз. Ол 15 минут қана және бір рет қана жарайды.
own-reminders-open = Telegram-да ашу
button-own-password = Құпиясөзді ауыстыру
button-own-remind = Сілтеме алу
button-own-remind-not = Енді еске салмау

## Журналдар
logs-title = Журналдар
logs-acts = Әрекеттер
logs-accesses = Дербес деректерді қарау
logs-when = Қашан
logs-who = Кім
logs-what = Не істеді
logs-subject = Не туралы
logs-change = Өзгеріс
logs-before = бұрын
logs-after = енді
# $at — қашан.
logs-at = { DATETIME($at) }
logs-operator = жүйе операторы
logs-anybody = бәрі
logs-anything = барлығы
logs-none = Жазба жоқ.
logs-observer = Байқаушыға есімдер мен өзгерген деректер көрсетілмейді.
button-logs-filter = Көрсету
log-sign-in = кіру
log-password = құпиясөзді ауыстыру
log-staff-add = жаңа қызметкер
log-staff-change = қызметкер деректері өзгерді
log-staff-block = кіру жабылды не ашылды
log-staff-reset = жаңа құпиясөз берілді
log-staff-link = еске салу қосылды
log-staff-unlink = еске салу өшірілді

## Ботта
staff-linked =
    <b>Әкімдік кеңсесінің еске салуы қосылды.</b>
    Мұнда мерзімдер туралы хабар келеді: бүгін нені шешу керек, қай отырыс пікіріңізді күтіп тұр. Тұрғындардың деректері мұнда ешқашан келмейді, олар кеңседе ғана.
    Өшіру үшін: /stop немесе кеңседегі «Менің бетім».
staff-link-over = Кеңсенің бұл сілтемесі енді жарамсыз: ол 15 минут қана және бір рет қана жарайды. Жаңасын кеңседегі «Менің бетім» бөлімінен алыңыз.
log-register = тіркелді
log-return = пысықтауға қайтарылды
log-refuse = қабылданбады
log-admit = дауыс беруге жіберілді
log-reopen = қайта қаралды
log-overturn = шағым бойынша дауыс беруге жіберілді
log-save-check = тексеру сақталды
log-change-cost = құны өзгерді
log-site-check = орнын қарау нәтижесі жазылды
log-record-papers = құжат қабылданды
log-export = өтінімдер жүктеп алынды
log-export-notes = тізілім қателері жүктеп алынды
log-enter-paper = қағаз өтінім енгізілді
log-rework-paper = қағаз өтінім түзетілді
log-issue-slip = түбіртек берілді
log-show-question = сұрақ жарияланды
log-hide-question = сұрақ жарияланбады
log-show-answer = жауап жарияланды
log-hide-answer = жауап жарияланбады
log-enter-appeal = шағым енгізілді
log-stage-register = тізілім жүктелді
log-approve-register = тізілім бекітілді
log-reject-register = тізілім қайтарылды
log-take-yards = аулалар тізімі жүктелді
log-issue-codes = растау кодтары берілді
log-appoint-member = кеңеске тағайындалды
log-dismiss-member = кеңестен шығарылды
log-make-chair = төраға тағайындалды
log-open-sitting = отырыс ашылды
log-move-sitting-term = пікір айту мерзімі өзгерді
log-put-off = өтінім келесі отырысқа қалдырылды
log-give-opinion = пікір берілді
log-conclude = кеңес шешімі жазылды
log-close-sitting = отырыс жабылды
log-publish-sitting = шешімдер жарияланды
log-print-protocol = хаттама басылды
log-mark-exclusive = бірге салынбайтын жобалар белгіленді
log-unmark-exclusive = белгі алынды
log-ask-open = жәшікті ашу сұралды
log-open-box = жәшік ашылып, саналды
log-opening-stopped = жәшікті ашу тоқтатылды: сәйкес келмейтіні бар
log-ask-destroy = кілт көшірмелері жойылғаны мәлімделді
log-destroy-box-key = жәшіктің кілті жойылды
log-hidden-tally = жасырылған санақ қаралды
log-view-author = автордың деректері
log-view-file = құжат не сурет ашылды
log-codes = растау кодтары
log-appeal = шағым мәтіні
log-decide-appeal = шағым бойынша шешілді
log-author = автордың деректері
log-announcement-write = хабарландыру жазылды
log-announcement-change = хабарландыру өзгертілді
log-announcement-attach = хабарландыруға файл тіркелді
log-announcement-detach = хабарландырудың файлы алынды
log-announcement-test = хабарландыруды сынау үшін өзіне жіберді
log-announcement-count = хабарландыру кімге арналғаны саналды
log-announcement-schedule = хабарландырудың уақыты белгіленді
log-announcement-approve = хабарландыру бекітілді
log-announcement-pause = хабарландыру кідіртілді
log-announcement-resume = хабарландыру жалғастырылды
log-announcement-cancel = хабарландыру тоқтатылды
