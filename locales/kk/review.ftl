### Өтінім бойынша шешімдер: авторға және өтінімге жазылғандарға айтылатыны.

# $number — өтінім нөмірі, $status — шешім, $title — өтінімнің аты.
notice-decided = <b>№ { PLAIN($number) } өтініміңіз { $status ->
        [registered] тіркелді
        [returned] пысықтауға қайтарылды
        [refused] қабылданбады
       *[admitted] дауыс беруге жіберілді
    }</b>
    { $title }
# $council — шешетін кеңес.
decided-registered = Әкімдік өтінімді тексеріп, тіркеді. Дауыс беруге жібере ме, оны шешетін – { $council }. Шешімін хабарлаймыз.
decided-reopened = Енді дауыс беруге жібере ме, оны шешетін – { $council }. Шешімін хабарлаймыз.
# $opens, $closes — талқылаудың басы мен соңы.
decided-discussion = Талқылау: { PERIOD($opens, $closes) }. Өтінімнің сілтемесін көршілеріңізге жіберіңіз: олар қолдап, сұрақ қоя алады.
# $reason — не түзету керегі.
decided-returned = <b>Не түзету керек:</b> { $reason }
# $due_at — пысықтаудың соңы.
decided-rework = <b>Мерзімі:</b> { UNTIL($due_at) }. Өтінімді ашып, түзетіп, қайта жіберіңіз. Мерзімі өткен соң түзету қабылданбайды.
# $ground — ережедегі себеп, $reason — негіздеме.
decided-refused =
    <b>Қабылданбау себебі:</b> { $ground }
    <b>Негіздеме:</b> { $reason }
# $is_council — шешімді кеңес қабылдады ма, $council — кеңестің атауы.
decided-by = <b>Шешімді қабылдаған:</b> { $is_council ->
    [yes] { $council }
   *[no] әкімдік
}
# $closes — шағым мерзімінің соңы.
decided-appeal = Келіспесеңіз, { UNTIL($closes) } бір рет шағым беруге болады. Оны басқа адамдар қарайды.
decided-appeal-ballot = Келіспесеңіз, бір рет шағым беруге болады: ол дауыс беру басталғанша, { UNTIL($closes) } қабылданады. Оны басқа адамдар қарайды.
decided-appeal-endless = Келіспесеңіз, бір рет шағым беруге болады, ережеде оның мерзімі көрсетілмеген. Оны басқа адамдар қарайды.
# $reason — негіздеме.
decided-upheld =
    <b>Автордың шағымы қанағаттандырылды:</b> бұрынғы шешімнің күшін оны шығармаған басқа адамдар жойды.
    <b>Негіздеме:</b> { $reason }
# $opens, $closes — дауыс берудің басы мен соңы.
decided-admitted = Енді бұл – дауыс берілетін жоба. Дауыс беру: { PERIOD($opens, $closes) }. Жеңімпаздарды тұрғындардың дауысы анықтайды.
# $contact — әкімдіктегі бөлім, $phone — телефоны.
decided-contact = Сұрағыңыз болса: { $contact }, { $phone }
button-proposal-open = Өтінімді ашу

## Кеңсе: кезектер және өтінімнің өзі. Қызметкерлер оқиды.
review-title = Өтінімдер
review-queues = Кезектер
review-queue-check = Тексеруді күтеді
review-queue-rework = Мерзімінде түзетілмеген
review-queue-site = Орнын қарау керек
review-queue-council = Кеңеске дайын
review-queue-papers = Құжат күтіледі
review-queue-all = Бәрі
# $count — өтінім саны.
review-late = Мерзімі өткен: { NUMBER($count) }
review-today = Мерзімі бүгін: { NUMBER($count) }
review-no-term = Тексеру мерзімі науқан ережесінде белгіленбеген.
# $count — қанша табылды, $page, $pages — нешінші бет, барлығы неше бет.
review-found = Өтінім саны: { NUMBER($count) }. { NUMBER($page) }-бет, барлығы { NUMBER($pages) } бет.
review-none = Мұнда күтіп тұрған ештеңе жоқ.
review-none-found = Бұл сұрау бойынша ештеңе табылмады. Сөзді қысқартыңыз немесе сүзгіні алып тастаңыз.
review-search = Нөмірі немесе сөздер
button-review-search = Іздеу
review-reset = Сүзгіні алып тастау
review-filter-territory = Аумақ
review-filter-direction = Бағыт
review-filter-status = Мәртебе
review-any-territory = кез келгені
review-any-direction = кез келгені
review-any-status = кез келгені
review-column-number = №
review-column-title = Атауы
review-column-territory = Аумақ
review-column-cost = Құны
review-column-status = Мәртебе
review-column-due = Мерзімі
review-export = Осы тізімді жүктеп алу
review-paper-badge = қағазда
# $days — неше күн.
review-due-late = { NUMBER($days) } күн кешікті
review-due-today = бүгін соңғы күні
review-due-left = { NUMBER($days) } күн қалды
# $number — өтінім нөмірі.
review-proposal-title = № { PLAIN($number) } өтінім
review-back = Барлық өтінім
review-cleared = мәтін жойылған
review-nothing = көрсетілмеген
# $cost — теңгемен сома.
review-sum = { MONEY($cost) }
# $count — саны.
review-quantity = { NUMBER($count) }
review-label-status = Мәртебесі
review-label-version = Нұсқасы
review-label-due = Мерзімі
review-label-author = Кім берді
# $version — нұсқа нөмірі, $at — қашан келді.
review-version-came = { NUMBER($version) }, келген уақыты: { DATETIME($at) }
review-channel-bot = Ботта берілген
review-channel-paper = Қағазда берілген
# $due_at — мерзімнің соңы.
review-rework-until = { UNTIL($due_at) }
review-rework-over = Пысықтау мерзімі өтті: { UNTIL($due_at) } болатын. Түзетілген өтінім келмеді, оны қабылдамауға болады.
review-rework-endless = Пысықтау мерзімі ережеде белгіленбеген.
# $number — басқа өтінімнің нөмірі.
review-merged-into = № { PLAIN($number) }
review-merged-from = № { PLAIN($number) }
review-supports = Қолдағандар
review-co-authors = Тең авторлар
# $cost — сома, $kind — сметаның түрі.
review-cost-exact = { MONEY($cost) }, тексеруден кейінгі дәл құны
review-cost-author = { MONEY($cost) }, автордың есебі, сметасы { $kind }
review-lines = Автордың сметасы
review-line-item = Не
review-line-quantity = Саны
review-line-price = Бағасы
review-line-amount = Сомасы
review-estimate-file = Смета файлын ашу
review-point = Картадағы нүкте
review-pictures = Суреттер
# $place — нешінші, $kind — бұл не.
review-picture-large = { NUMBER($place) }-сурет: { $kind }. Үлкейтіп ашу
review-picture-original = { NUMBER($place) }-суреттің түпнұсқасы
review-no-pictures = Сурет жоқ.
review-name-public = Аты-жөнін жариялауға рұқсат берген
review-name-kept = Аты-жөні жарияланбайды
# $version — жаңа нұсқаның нөмірі.
review-changes = { NUMBER($version) }-нұсқада не өзгерді
review-changes-none = Автор өтінімді өзгертпей қайта жіберді.
# $before, $after — бұрын және қазір неше сурет.
review-change-pictures = Бұрын { NUMBER($before) } сурет еді, қазір { NUMBER($after) }. Қазіргі суреттер төменде көрінеді.
review-change-said = Жауап өзгертілген.
review-part-gone = өшірілді:{ " " }
review-part-new = қосылды:{ " " }
review-field-direction = Бағыты
review-field-reason = Неге «Басқа»
review-field-title = Атауы
review-field-description = Сипаттамасы
review-field-territory = Аумағы
review-field-place = Орны
review-field-point = Картадағы нүкте
review-field-cost = Құны
review-field-estimate = Смета
review-field-pictures = Суреттер
review-field-author = Автор
review-notes = Неге назар аудару керек
review-warning-swearing = Мәтінде дөрекі сөз бар сияқты.
# $address, $improved_on — ауланың мекенжайы және қашан абаттандырылғаны.
review-warning-yard = Бұл аула жақында абаттандырылған сияқты: { $address }, { DATE($improved_on) }.
# $number, $title — ұқсас өтінім, $metres — оған дейінгі қашықтық метрмен, белгісіз болса 0.
review-note-similar = Ұқсас өтінім: № { PLAIN($number) }. { $title }{ $metres ->
    [0] {""}
   *[other] , арасы { NUMBER($metres) } м
}
review-typed = Сіздің жазғаныңыз. Бұл мәтін енді жіберілмейді, бірақ оны көшіріп алуға болады.
review-act-check = Тармақтап тексеру
review-act-site = Орнын қарау нәтижесін жазу
review-act-cost = Құнын нақтылау
review-act-author = Авторды көрсету
# $number — өтінім нөмірі.
review-author-title = № { PLAIN($number) } өтінімнің авторы
review-author-logged = Бұл қарау журналға жазылды. Аты-жөні мен телефоны өтінім бойынша автормен байланысу үшін ғана керек.
review-author-name = Аты-жөні
review-author-phone = Телефоны
review-author-unnamed = көрсетілмеген
review-history = Тарихы
# $at — қашан, $status — өтінім не болды.
review-history-step = { DATETIME($at) }: { $status }
# $name — қызметкер, бақылаушыға – оның лауазымы.
review-history-by = { $name }
# $ground — ережедегі себеп.
review-history-ground = Себебі: { $ground }
# $due_at — мерзімнің соңы.
review-history-due = Пысықтау мерзімі: { UNTIL($due_at) }
review-checks = Талаптар бойынша тексеру
# $version — нұсқа нөмірі.
review-check-of = { NUMBER($version) }-нұсқаны тексеру
review-answer-yes = иә
review-answer-no = жоқ
review-answer-open = жауапсыз
review-site-checks = Орнын қарау
review-site-none = Орны әлі қаралған жоқ.
# $day — қараған күн, $who — кім қарады.
review-site-by = { DATE($day) }, { $who }
review-site-land-yes = жер бос
review-site-land-no = жер бос емес
review-site-networks-yes = желі кедергі емес
review-site-networks-no = желі кедергі
# $holder — баланс ұстаушы.
review-site-holder = Баланс ұстаушы: { $holder }
review-costs = Құны қалай өзгерді
# $at — қашан, $before, $after — бұрынғы және жаңа сома.
review-cost-change = { DATETIME($at) }: { MONEY($before) } → { MONEY($after) }
review-papers = Құжаттар
review-papers-asked = Ереже бұл автордан мыналарды талап етеді:
# $due_at — мерзімнің соңы.
review-papers-due = Мерзімі: { UNTIL($due_at) }
review-papers-none = Әзірге ештеңе келген жоқ.
# $place — нешінші, $at — қашан келді.
review-paper-file = { NUMBER($place) }-құжат, келген уақыты: { DATETIME($at) }
review-paper-desk = { NUMBER($place) }-құжат, әкелінген уақыты: { DATETIME($at) }, әкімдікте жатыр
review-paper-late = мерзімнен кейін
# $most — ең көбі.
review-papers-count = Неше құжат әкелінді
button-review-papers = Жазу

## Кеңсе: формалды тексеру
# $number — өтінім нөмірі.
review-check-title = № { PLAIN($number) } өтінімді тексеру
review-check-intro = Әр тармаққа жауап беріңіз. «Жоқ» десеңіз, себебін екі тілде жазыңыз: оны автор оқиды.
# $place — тармақ нөмірі, $text — ережедегі талап немесе критерий.
review-check-item = { NUMBER($place) }. { $text }
review-yes = Иә, сай келеді
review-no = Жоқ
review-check-why-kk = Себебі қазақша
review-check-why-ru = Себебі орысша
review-check-whole = Шешім
# $most — бүкіл негіздемеде неше таңба, $item_most — бір себепте.
review-check-whole-hint = Негіздемені жазбаса да болады: онда ол тармақтардағы себептерден құралады. Онда { NUMBER($most) } таңбаға дейін, бір тармақтың себебінде { NUMBER($item_most) } таңбаға дейін болады. ЖСН жазбаңыз.
review-check-reason-kk = Негіздемесі қазақша
review-check-reason-ru = Негіздемесі орысша
review-check-ground = Қабылдамау себебі
review-check-ground-none = қабылдамағанда ғана
# $at — қашан сақталды.
review-check-newer = Басқа тексеру, сақталған уақыты: { DATETIME($at) }
review-check-former = Бұрынғы нұсқаны тексеру
review-check-not-open = Қазір тексеретін ештеңе жоқ: өтінім бойынша шешім шыққан немесе оны автор түзетіп жатыр.
button-review-save = Сақтап, кейін шешу
button-review-register = Тіркеу
button-review-return = Пысықтауға қайтару
button-review-refuse = Қабылдамау

## Кеңсе: орнын қарау
# $number — өтінім нөмірі.
review-site-title = № { PLAIN($number) } өтінімнің орнын қарау
review-site-intro = Жазба өзгертілмейді, соңғысы есепке алынады. Орны қаралмаса, жер бос болмаса немесе желі кедергі болса, жоба дауыс беруге жіберілмейді.
review-site-day = Қараған күн
review-site-who = Кім қарады
review-site-who-hint = Тегі, лауазымы, ұйымы: тұрғындар оны жобаның бетінен көреді.
review-site-holder-label = Баланс ұстаушы
review-site-holder-hint = Бұл орын кімнің балансында. Ешкімнің балансында болмаса, солай деп жазыңыз.
review-site-land = Жер
review-site-networks = Инженерлік желілер
review-site-clear = Салуға болады
review-site-blocked = Кедергі бар
review-site-found-kk = Не анықталды, қазақша
review-site-found-ru = Не анықталды, орысша
# $most — неше таңба.
review-site-found-hint = Әр тілде { NUMBER($most) } таңбаға дейін. Бұл мәтін жобаның бетіне шығады.
button-review-site = Қарау нәтижесін жазу

## Кеңсе: дәл құны
# $number — өтінім нөмірі.
review-cost-title = № { PLAIN($number) } өтінімнің дәл құны
review-cost-intro = Құны өтінім тіркелген соң, дауыс беру басталғанша нақтыланады. Бұрынғы сома мен себебі тарихта қалады, оны тұрғындар көреді.
# $cost — қазіргі сома.
review-cost-now = Қазір: { MONEY($cost) }.
# $cap — шегі.
review-cost-cap = Ереже бойынша ең көбі { MONEY($cap) }.
review-cost-new = Жаңа құны, теңге
review-cost-new-hint = Тиынсыз, нүктесіз бір сан: 1{ "\u00A0" }250{ "\u00A0" }000
review-cost-reason-kk = Неге өзгерді, қазақша
review-cost-reason-ru = Неге өзгерді, орысша
# $most — неше таңба.
review-cost-reason-hint = Әр тілде { NUMBER($most) } таңбаға дейін.
button-review-cost = Құнын өзгерту

## Кеңсе: сұрақтар мен жауаптар
review-talk-title = Сұрақтар мен жауаптар
review-talk-intro = Сіз оқып шыққанша мұны басқалар көрмейді. Іске қатысты нәрсенің бәрін, сынды да көрсетіңіз. Балағат сөз, жарнама және бөтен адамның дербес деректері жасырылады.
review-talk-lists = Тізімдер
review-talk-waiting = Тексеруді күтеді
review-talk-read = Тексерілгені
review-talk-none = Мұнда ештеңе жоқ.
# $number, $title — өтінім, $at — қашан сұралды.
review-talk-about = № { PLAIN($number) }. { $title } ({ DATETIME($at) })
review-talk-question = Сұрақ
review-talk-answer = Автордың жауабы
review-talk-waiting-state = күтеді
review-talk-shown-state = көрсетілген
review-talk-hidden-state = жасырылған
review-talk-hide = Көрсетпеу
review-talk-reason-kk = Себебі қазақша
review-talk-reason-ru = Себебі орысша
# $most — неше таңба.
review-talk-reason-hint = Себебін мұны жазған адам оқиды. Әр тілде { NUMBER($most) } таңбаға дейін.
button-review-show = Көрсету
button-review-hide = Жасырып, себебін айту

## Кеңсе: жүктеп алу
review-export-title = Өтінімдерді жүктеп алу
review-export-intro = Файлда тізімдегінің өзі: аты-жөні мен телефоны жоқ. Әр жүктеу журналға жазылады.
review-export-filtered = Сүзілген тізім жүктеледі.
review-export-xlsx = XLSX кестесі
review-export-csv = CSV кестесі
review-export-column-number = №
review-export-column-title = Атауы
review-export-column-direction = Бағыты
review-export-column-territory = Аумағы
review-export-column-place = Орны
review-export-column-cost = Құны, теңге
review-export-column-status = Мәртебесі
review-export-column-submitted = Берілген күні
review-export-column-due = Мерзімнің соңғы күні
