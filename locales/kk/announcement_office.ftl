### Әкімдіктің хабарландырулары: қызметкерлер оларды жазатын, тексеретін, бекітетін және жіберетін беттер.

office-nav-announcements = Хабарландырулар
announcements-title = Хабарландырулар
announcements-intro = Хабарландыру осы науқанның аумағын таңдаған адамдарға ботта келеді. Әркім оны өз тілінде алады, астындағы батырмамен келесілерін тоқтата алады.
announcements-none = Әзірге хабарландыру жоқ.
announcements-text = Хабарландыру
announcements-state = Күйі
button-announcements-new = Хабарландыру жазу

## Бір хабарландыру
# $number — хабарландырудың нөмірі.
announcement-title = № { PLAIN($number) } хабарландыру
announcement-state-draft = жазылып жатыр
announcement-state-waiting = екінші адамды күтіп тұр
announcement-state-scheduled = уақыты белгіленді
announcement-state-sending = жіберіліп жатыр
announcement-state-paused = кідіртілді
announcement-state-cancelled = тоқтатылды
announcement-state-done = жіберілді
announcement-label-audience = Кімге
announcement-label-size = Адам саны
# $count — неше адам, ондыққа дейін төмен дөңгелектелген.
announcement-size = { $count } және одан көп
announcement-label-hour = Қашан
announcement-label-writer = Кім жазды
announcement-label-asker = Уақытын кім белгіледі
announcement-label-approver = Кім бекітті
announcement-label-doubt = Жеткен-жетпегені белгісіз болса
announcement-hour-none = белгіленген жоқ
announcement-hour-now = бірден
announcement-hour-at = { DATETIME($at) }
announcement-whole = науқанның бүкіл аумағы
announcement-both-languages = екі тілде
announcement-language-kk = қазақша
announcement-language-ru = орысша
announcement-role-everybody = барлық тұрғын
announcement-role-authors = өтінім авторлары
announcement-role-followers = жобаға жазылғандар
announcement-role-drafters = өтінімін аяқтамағандар
announcement-part-any = дауыс берсе де, бермесе де
announcement-part-voted = дауыс беріп қойғандар
announcement-part-not-voted = әлі дауыс бермегендер
announcement-doubt-repeat = тағы бір рет жіберу: біреуге екі рет келуі мүмкін
announcement-doubt-leave = қайталамау: біреуге келмей қалуы мүмкін

## Не болды және не істеу керек
announcement-cause-person = Қызметкер кідіртті. Жалғастырылғанша не мүлде тоқтатылғанша қалғандарға ештеңе келмейді.
announcement-cause-refused = Telegram бұл мәтінді немесе файлды қабылдамай тұр, сондықтан жіберу кідіртілді: ол ешкімге жетпес еді. Сынақты өзіңізге жіберіп көріңіз, мұны тоқтатып, түзетілген жаңасын жазыңыз.
announcement-cause-trial = Алғашқы адамдардың тым көбіне хабарлама жетпеді, сондықтан қалғандарға әзірге жіберілмейді. Жүйе әкімшісінен Telegram-мен байланыс бар-жоғын сұраңыз, содан кейін жалғастырыңыз: жіберу тағы да аз адамнан басталады.
announcement-cause-late = Белгіленген уақытта жүйе істемей тұрды, содан бері бір тәуліктен артық өтті. Бүгін де бәрі дұрыс па, оқып шығыңыз: жалғастырыңыз, жаңа уақыт белгілеңіз немесе тоқтатыңыз.
announcement-cause-small = Белгіленген уақытқа қарай бұл топта тым аз адам қалды, мұндай топқа хабарландыру жіберілмейді. Кімге арналғанын өзгертіңіз немесе тоқтатыңыз.
announcement-resting = Қазір тыныш уақыт: 21:00-ден 9:00-ге дейін адамдарға жазбаймыз. Жіберу 9:00-де өзі жалғасады.
announcement-waiting-own = Уақыты белгіленді. Енді хабарландыруды басқа адам бекітеді: кеңес хатшысы, әкім немесе басқа коммуникация маманы. Оған дейін ол ешкімге келмейді.
announcement-waiting-other = Хабарландыру екінші адамды күтіп тұр. Оқып шығыңыз, бәрі дұрыс болса, бекітіңіз.

## Алдын ала көру
announcement-preview = Адамдар мұны қалай көреді
announcement-preview-hint = Хабарландыру телефонда осылай көрінеді: файл, мәтін, астындағы жол және қабылдауды тоқтататын батырма.
announcement-text-kk = Қазақша мәтін
announcement-text-ru = Орысша мәтін
announcement-picture = Мәтіннің үстіндегі сурет
# $name — файлдың аты.
announcement-document = Мәтіннің үстіндегі құжат: { $name }
# $length — неше таңба, $left — тағы нешеуі сыяды.
announcement-left = Таңба саны: { $length }, тағы { $left } сыяды
# $length — неше таңба, $over — нешеуі артық.
announcement-over = Таңба саны: { $length }, артығы { $over }

## Форма
announcement-new-title = Жаңа хабарландыру
# $number — хабарландырудың нөмірі.
announcement-edit-title = № { PLAIN($number) } хабарландыруды өзгерту
announcement-marks = Безендіру: **қалың**, __көлбеу__, [сөздер](https://мекенжай). Қалғанын адамдар Сіз терген күйінде көреді.
# $most — файлдың астына сыятын таңба саны.
announcement-file-later = Сурет не құжат мәтін сақталған соң қосылады. Файлдың астына { $most } таңба ғана сыяды. Қалған орын сақтаған кезде есептеледі.
announcement-kept-now = Қазір сақтаулы тұрғаны
announcement-audience = Кімге жіберіледі
announcement-audience-hint = Аумақ – адамның ботта өзі таңдаған жері, ішіндегілерімен бірге. Адам саны 20-дан аз болса, хабарландыру жіберілмейді.
announcement-choose-territory = Аумақ
announcement-choose-language = Тіл
announcement-choose-role = Кім
announcement-choose-part = Дауыс беруге қатысуы
announcement-part-hint = Дауыстың есепке алынған-алынбағаны ғана белгілі. Қай жобаға берілгенін ешкім білмейді.
announcement-doubt = Байланыс үзіліп, хабарламаның жеткені белгісіз болса
announcement-change-drops = Уақыты белгіленіп қойған. Өзгертсеңіз, уақыты қайта белгіленіп, қайта бекітіледі.
button-announcement-keep = Сақтап, көру

## Файл және сынақ
announcement-file = Сурет немесе құжат
announcement-file-choose = Файл таңдау
announcement-file-hint = JPEG, PNG, WebP, PDF, DOCX немесе XLSX, ең көбі – 20 МБ. Суреттен түсірілген жері мен телефонның үлгісі туралы дерек өшіріледі. Жаңа файл бұрынғысының орнына қойылады.
announcement-test = Сынақ
announcement-test-hint = Хабарландыру Сіздің Telegram-ыңызға екі тілде келеді, басқа ешкімге келмейді.
announcement-test-unlinked = Сынақ өзіңіздің Telegram-ыңызға келеді, ал ол логиніңізге әлі байланыстырылмаған.
announcement-test-link = «Менің бетім» деген бетте байланыстыру
button-announcement-file = Файлды тіркеу
button-announcement-file-off = Файлды алып тастау
button-announcement-test = Өзіме жіберу

## Не істеуге болады
announcement-steps = Не істеуге болады
button-announcement-edit = Өзгерту
button-announcement-send = Санап, уақытын белгілеу
button-announcement-look = Оқып, бекіту
button-announcement-pause = Кідірту
button-announcement-resume = Жалғастыру
button-announcement-cancel = Мүлде тоқтату

## Санау және уақыт
# $number — хабарландырудың нөмірі.
announcement-send-title = № { PLAIN($number) } хабарландыру қашан жіберіледі
# $count — неше адам, ондыққа дейін төмен дөңгелектелген.
announcement-count = Қазір бұл топта { $count } адам немесе одан сәл көп. Нақты саны көрсетілмейді: ол арқылы жеке адам туралы білуге болады. Бұл санау журналға жазылды.
# $most — бір қызметкер неше адамға жаза алады.
announcement-count-alone = Хабарландыруды тоқтатқандарға ол келмейді. Мұнша адамға екінші адамсыз жазуға болады: ол адам саны { $most }{ SUFFIX($most, "abl") } асқанда керек.
# $most — бір қызметкер неше адамға жаза алады.
announcement-count-second = Хабарландыруды тоқтатқандарға ол келмейді. Адам саны { $most }{ SUFFIX($most, "abl") } асады, сондықтан хабарландыру екінші адам бекіткеннен кейін ғана жіберіледі.
announcement-send-when = Қашан
announcement-send-now = Бірден
announcement-send-at = Белгіленген уақытта
announcement-send-day = Күні
announcement-send-hour = Алматы уақытымен қашан
announcement-quiet = 21:00-ден 9:00-ге дейін адамдарға жазбаймыз. 21:00-ге дейін үлгермегені 9:00-де жалғасады.
button-announcement-schedule = Уақытын белгілеу

## Екінші адам
# $number — хабарландырудың нөмірі.
announcement-approve-title = № { PLAIN($number) } хабарландыруды бекіту
announcement-approve-intro = Адамдарға не баратынының бәрі осында. Екі мәтінді де оқып, файлын, кімге арналғанын және уақытын тексеріңіз. Бекіткен соң хабарландыру өзі жіберіледі.
announcement-approve-own = Бұл хабарландыруды Сіз жаздыңыз немесе уақытын Сіз белгіледіңіз. Оны тек басқа адам бекіте алады.
button-announcement-approve = Хабарландыруды бекіту

## Кідірту, жалғастыру, тоқтату
# $number — хабарландырудың нөмірі.
announcement-pause-title = № { PLAIN($number) } хабарландыруды кідірту керек пе?
announcement-pause-why = Жолға шығып кеткен хабарламалар жетеді. Жалғастырылғанша басқа ешкімге ештеңе келмейді.
# $number — хабарландырудың нөмірі.
announcement-resume-title = № { PLAIN($number) } хабарландыруды жалғастыру керек пе?
announcement-resume-why = Жіберу тоқтаған жерінен жалғасады: алғандарға қайта келмейді. Алдымен аз адамға жіберіледі, оларда бәрі дұрыс болса, қалғандарына да келеді.
# $number — хабарландырудың нөмірі.
announcement-cancel-title = № { PLAIN($number) } хабарландыруды мүлде тоқтату керек пе?
announcement-cancel-why = Ол енді ешкімге келмейді, жалғастыруға да болмайды. Алғандарда ол қала береді.
announcement-step-back = Артқа

## Барысы және есеп
# $settled — неше адам артта қалды, $count — барлығы нешеу.
announcement-progress = Барлығы { $count } адам, өңделгені: { $settled }
announcement-progress-refreshes = Бет 10 секунд сайын өзі жаңарады.
announcement-progress-still = Жаңартпау
announcement-progress-again = Жаңарту
announcement-report = Есеп
announcement-report-what = Хабарламаның жағдайы
announcement-report-people = Адам
announcement-report-delivered = Жеткізілді
announcement-report-blocked = Ботты бұғаттап қойған
announcement-report-failed = Қатеге байланысты жеткізілмеді
announcement-report-unknown = Жеткен-жетпегені белгісіз
announcement-report-stopped = Хабарландыруды тоқтатқан
announcement-report-unreachable = Ботты бұрынырақ бұғаттап қойған
announcement-report-unconcerned = Бұл топта енді жоқ: дауыс берді, көшті не тілін ауыстырды
announcement-report-waiting = Әлі кезегін күтіп тұр
announcement-report-unsent = Жіберілмеді: хабарландыру тоқтатылды
announcement-report-sum = Барлығы
# $count — неше адам.
announcement-report-repeated = Байланыс үзілгендіктен { $count } адамға хабарландыру екі рет келуі мүмкін.
