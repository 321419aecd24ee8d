### Басып шығарылатын құжаттар: өтінім, хаттама, кодтар тізімдемесі, түбіртектер, плакат.

## Барлық құжатқа ортақ
# $title – науқанның атауы, $plan_year – қай жылдың бюджеті.
document-campaign = { PLAIN($plan_year) } жылға арналған «{ $title }»
# $title – актінің атауы, $act – оның нөмірі, $date – күні.
document-act = { $title }, № { $act }, { DATE($date) }
document-act-unnumbered = { $title }, { DATE($date) }
document-basis = Негізі
document-moment = { DATETIME($moment) }
document-day = { DATE($day) }
document-money = { MONEY($cost) }
document-count = { NUMBER($count) }
document-nothing = –
document-signature = қолы
document-date = күні

## Автордың өтінімі
# $number – өтінім нөмірі.
document-application-title = № { PLAIN($number) } өтінім
document-application-kind = жобалық ұсыныс
document-application-submitted = Берілген күні
document-application-channel = Берілу жолы
document-application-channel-bot = Telegram-бот арқылы
document-application-channel-paper = қағаз түрінде
document-application-status = Мәртебесі
document-application-version = Түзетілген нұсқасы
document-application-direction = Бағыты
document-application-other = Тізімдегі бағыттарға келмеу себебі
document-application-title-label = Атауы
document-application-description = Сипаттамасы
document-application-territory = Аумағы
document-application-place = Орны
document-application-point = Картадағы нүктесі
document-application-cost = Құны
document-application-estimate = Сметалық есебі
document-application-approximate = болжамды
document-application-exact = дәл
document-application-file = бөлек файлмен берілген
document-application-item = Атауы
document-application-quantity = Саны
document-application-price = Бағасы, ₸
document-application-amount = Сомасы, ₸
document-application-total = Барлығы
document-application-pictures = Суреттері
document-application-papers = Тапсырылған құжаттары
document-application-author-kind = Кімнің атынан
document-application-author = Автордың аты-жөні
document-application-phone = Байланыс нөмірі
document-application-public = Аты-жөнін жариялау
document-application-is-public = рұқсат берілген
document-application-not-public = рұқсат берілмеген
# $version – келісімнің нұсқасы.
document-application-agreed = Автор ережелермен танысып, дербес деректерін өңдеуге келісім берді (келісім мәтінінің нұсқасы: { NUMBER($version) }).
document-application-history = Өтінімнің қаралу барысы
document-application-when = Күні
document-application-became = Мәртебесі
document-application-why = Негіздеме мен мерзім
document-application-printed = Мәліметтер мына уақыттағы жағдай бойынша: { DATETIME($moment) }.
document-application-own = Автордың өз данасы: байланыс деректері бар, басқа адамға бермеңіз.

# $ground – ережедегі себеп, $reason – негіздеме, $due_at – мерзімнің соңы.
document-ground = Себебі: { $ground }.
document-reason = Негіздеме: { $reason }
document-due = Мерзімі: { UNTIL($due_at) }.

## Сараптамалық кеңестің хаттамасы
# $number – отырыстың нөмірі.
document-protocol-title = Кеңес отырысының № { PLAIN($number) } хаттамасы
document-protocol-draft = хаттама жобасы
document-protocol-held = Өткен күні
document-protocol-place = Өткен жері
document-protocol-members = Кеңес мүшелері
document-protocol-name = Аты-жөні
document-protocol-position = Лауазымы
document-protocol-attendance = Қатысуы
document-protocol-present = қатысты
document-protocol-absent = қатыспады
document-protocol-chair = төраға
document-protocol-secretary = хатшы
# $members – мүшелердің саны, $present – қатысқаны.
document-protocol-attended = Кеңестің { $members } мүшесінен { $present } мүше қатысты.
# $quorum, $majority – үлестер, 2/3 түрінде.
document-protocol-quorum-rule = Кворум – мүшелердің кемінде { $quorum } бөлігі. Қатысқан мүшелердің { $majority } бөлігінен көбі жақтаса, жоба дауыс беруге жіберіледі.
# $leaves – мүдделер қақтығысы бар мүше санақтан шыға ма.
document-protocol-conflict-rule = { $leaves ->
    [yes] Мүдделер қақтығысын мәлімдеген мүше бұл жоба бойынша шешімге қатыспайды, санаққа да кірмейді.
   *[no] Мүдделер қақтығысын мәлімдеген мүше бұл жоба бойынша шешімге қатыспайды, бірақ санаққа кіреді.
}
document-protocol-agenda = Күн тәртібі
document-protocol-application = № { PLAIN($number) } өтінім
document-protocol-territory = Аумағы
document-protocol-cost = Құны
document-protocol-votes = Мүшелердің пікірі
document-protocol-for = жақтады
document-protocol-against = қарсы
document-protocol-conflict = мүдделер қақтығысы
document-protocol-silent = пікір білдірмеді
document-protocol-conflicted = Мүдделер қақтығысын мәлімдегендер
document-protocol-quorum = Кворум
# $present – қатысқаны, $needed – ең аз саны.
document-protocol-quorum-held = бар: { $present } мүше қатысты, кемінде { $needed } мүше керек
document-protocol-quorum-missing = жоқ: { $present } мүше қатысты, кемінде { $needed } мүше керек
document-protocol-decision = Шешім
document-protocol-admitted = дауыс беруге жіберілсін
document-protocol-refused = қабылданбасын
document-protocol-undecided = шешім әлі қабылданған жоқ
document-protocol-put-off = келесі отырыста қаралсын
document-protocol-dropped = Өтінім шешім жарияланғанша қайтарып алынды, басқасына қосылды немесе түзетілді: бұл шешім күшіне енбейді.
document-protocol-ground = Себебі (ереже бойынша)
document-protocol-reason = Негіздеме
document-protocol-empty = Күн тәртібінде өтінім жоқ.

# Кеңестің дауыс беру қорытындысы бойынша отырысының хаттамасы. $territory — аумақ.
document-result-title = Кеңестің дауыс беру қорытындысы бойынша отырысының хаттамасы: { $territory }
# $quorum, $majority – үлестер, 2/3 түрінде.
document-result-rule = Кворум – мүшелердің кемінде { $quorum } бөлігі. Қатысқан мүшелердің { $majority } бөлігінен көбі жақтаса, жоба іске асырылады.
document-result-votes = Дауыстары
# $votes – саналған дауыс, $place – орны.
document-result-votes-counted = { $votes }, { $place }-орын
document-result-votes-hidden = жарияланбайды: дауыс берген адам аз
document-result-counted = Дауыс саны бойынша
document-result-not-won = Жеңгендердің қатарында жоқ.
# $granted – берілген ақша, $cost – құны.
document-result-won = Жеңді, { MONEY($granted) } бөлінді.
document-result-part = Ішінара жеңді: { MONEY($cost) } керек еді, { MONEY($granted) } бөлінді.
document-result-granted = Бөлінетін ақша
document-result-implemented = жоба іске асырылсын
document-result-declined = жоба іске асырылмасын
# $is_won – дауыс саны бойынша жеңген-жеңбегені.
document-result-differs = { $is_won ->
    [yes] Дауыс санынан басқаша: дауыс саны бойынша жоба жеңген.
   *[no] Дауыс санынан басқаша: дауыс саны бойынша жоба жеңген жоқ.
}

## Растау кодтары
document-codes-title = Растау кодтарын беру тізімдемесі
document-codes-issued = Кодтар жасалған уақыт
document-codes-clerk = Кодтарды беретін қызметкер
document-codes-number = №
document-codes-mark = ЖСН-нің соңы
document-codes-person = Алған адамның аты-жөні
document-codes-received = Берілген күні, уақыты
document-codes-signature = Қолы
document-codes-guide = Кодты жеке куәлігін көрсеткен адамның өзіне ғана беріңіз. Ол алдымен осы тізімдемеге қол қояды, содан кейін нөмірі бірдей парақшаны қиып бересіз. Тізімдемеде кодтың өзі жоқ: оны иесі ғана көреді. Алынбаған парақшаларды мерзімі өткен соң жойыңыз.
document-codes-slips = Қиып беретін парақшалар
document-code-title = Растау коды
# $number – тізімдегі нөмір.
document-code-number = тізімдеме бойынша № { PLAIN($number) }
document-code-until = Код { UNTIL($closes) } жарамды, бір рет қана қолданылады.
document-code-open = Telegram-да @{ $bot } ботын ашыңыз.
document-code-open-nameless = Әкімдіктің Telegram-дағы ресми ботын ашыңыз.
document-code-verify = «{ button-verify }» батырмасын басып, код арқылы растауды таңдаңыз.
document-code-type = Осы кодты теріп жіберіңіз.
document-code-secret = Кодты ешкімге айтпаңыз және көрсетпеңіз. Бот ЖСН-ді, банк картасын, SMS кодын сұрамайды.

## Қағаз өтінімнің түбіртегі
document-slip-title = Өтінім қабылданды
document-slip-number = Өтінім нөмірі
document-slip-code = Түбіртек коды
document-slip-entered = Қабылданған күні
document-slip-clerk = Қабылдаған қызметкер
document-slip-until = Код { UNTIL($closes) } жарамды.
document-slip-why = Осы код арқылы өтінімді Telegram-дағы ресми ботта көресіз, шешімдерді бірден білесіз.
document-slip-scan = Смартфонның камерасымен QR-кодты сканерлеңіз немесе Telegram-да @{ $bot } ботын ашыңыз.
document-slip-open-nameless = Әкімдіктің Telegram-дағы ресми ботын ашыңыз.
document-slip-type = Код өзі енгізілмесе, /propose жіберіп, «{ button-claim }» дегенді басыңыз да, кодты жазыңыз.
document-slip-by-phone = Смартфоныңыз болмаса, өтінім нөмірін айтып, әкімдікке хабарласыңыз.
# $days – жұмыс күндерінің саны.
document-slip-check = Әкімдік өтінімнің талаптарға сай екенін { $days } жұмыс күні ішінде тексереді.
document-slip-rework = Түзету керек болса, оған { $days } күн беріледі.
document-slip-secret = Кодты басқа адамға бермеңіз. Нөмір мен код осы парақта ғана жазылған.

## Жобаның QR-коды бар парақ
document-card-number = № { PLAIN($number) }
document-card-scan = Жобаны ботта ашу үшін QR-кодты сканерлеңіз

## Плакат
document-poster-intake = Тұратын жеріңізге не керек? Ұсыныс беріңіз!
document-poster-voting = Қай жоба іске асатынын Сіз шешесіз!
document-poster-intake-what = Жергілікті бюджеттің бір бөлігі тұрғындар ұсынған жобаларға жұмсалады.
document-poster-voting-what = Көп дауыс жинаған жобалар бюджет есебінен іске асады.
# $total – барлық қаржы.
document-poster-money = Барлық қаржы: { MONEY($total) }.
document-poster-who = Кім қатыса алады
# $age – кемінде неше жаста.
document-poster-age = { $age } жасқа толған тұрғындар
document-poster-age-any = қала мен ауыл тұрғындары
# $kinds – тіркеу түрлері.
document-poster-registered = жобаның аумағында тіркелгендер (тіркеу: { $kinds })
# $count – нешеу.
document-poster-per-author = бір автор көп дегенде { $count } ұсыныс береді
document-poster-one-vote = бір адам бір жобаға дауыс береді
document-poster-when = Мерзімі
document-poster-period = { PERIOD($opens, $closes) }
document-poster-how = Қалай қатысуға болады
document-poster-scan = QR-кодты сканерлеңіз немесе Telegram-да @{ $bot } ботын ашыңыз.
document-poster-scan-page = QR-кодты сканерлеп, ресми бетті ашыңыз.
# $page – ресми беттің мекенжайы.
document-poster-open-page = Ресми бетті ашыңыз: { $page }
document-poster-propose = «Ұсыныс беру» батырмасын басып, сұрақтарға жауап беріңіз.
document-poster-number = Өтінім нөмірін сақтап қойыңыз: қаралу барысын сол бойынша білесіз.
document-poster-verify = Тұрғын екеніңізді растаңыз: { $ways }.
document-poster-choose = Бір жобаны таңдап, дауыс беріңіз. Берілген дауысты кейін өзгертуге де, қайтарып алуға да болмайды.
document-poster-follow = Ресми беттегі нұсқаулықпен жүріңіз.
# $first, $second – екі жол.
document-poster-or = { $first } немесе { $second }
document-poster-way-phone = өз телефон нөміріңіз
document-poster-way-code = әкімдік беретін код
document-poster-way-signature = ЭЦҚ
document-poster-trust = Қатысу тегін. Бот ЖСН-ді, банк картасын, SMS кодын сұрамайды.
document-poster-trust-page = Қатысу тегін. Дауысыңызды сатып алмақ болған адам туралы әкімдікке хабарлаңыз.
