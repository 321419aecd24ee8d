### Ұсыныс беру: өтінімді толтыру, тексеру, жіберу.

## Өз өтінімдерім
proposal-overview = <b>Менің ұсыныстарым</b>
# $title — атауы, $touched — соңғы рет қашан толтырылғаны.
proposal-draft-line = ✏️ { $title }: аяқталмаған, соңғы өзгерісі – { DATETIME($touched) }
# $number — өтінім нөмірі, $status — мәртебесі.
proposal-own-line = № { PLAIN($number) }. { $title }: { $status }
# Ұсыныстың мәтіні сақтау мерзімі біткен соң өшірілгенде атауының орнына.
proposal-cleared = мәтіні өшірілген
proposal-untitled = атауы әлі жоқ
# $opens, $closes — өтінім қабылдаудың басы мен соңы.
proposal-intake = Өтінім қабылдау: { PERIOD($opens, $closes) }.
proposal-intake-over = Өтінім қабылдау аяқталды: { PERIOD($opens, $closes) }. Жаңасын келесі жылы бере аласыз.
proposal-guide = Бұл науқанда өтінім ресми бетте қабылданады. Бот ережелер мен мерзімдерді айтады: /rules
proposal-status-submitted = әкімдіктің тексеруінде
proposal-status-returned = пысықтауға қайтарылды
proposal-status-registered = тіркелді
proposal-status-refused = қабылданбады
proposal-status-admitted = дауыс беруге жіберілді
proposal-status-withdrawn = қайтарып алынды
proposal-status-merged = басқа өтінімге қосылды

button-propose = 📝 Ұсыныс беру
button-proposal-draft = ✏️ { $title }
button-proposal-number-own = № { PLAIN($number) }
button-proposal-new = Жаңа өтінім бастау

## Бастау
proposal-beginning =
    <b>Жаңа ұсыныс</b>
    Ауладағы алаң, көшедегі шам, тротуар – көпшілікке керек бір нысанды ұсынасыз. Бір өтінім – бір нысан.

    Үлгіден бастасаңыз, тез толтырасыз: мәтіні мен сметасы дайын, өзгерте аласыз. Интернет нашар болса, бәрін бір хабарламамен жіберуге болады.

    Әр жауап бірден сақталады. Кез келген уақытта тоқтап, кейін жалғастыра аласыз.
button-proposal-models = Үлгіден бастау
button-proposal-scratch = Өзім жазамын
button-proposal-template = Бір хабарламамен жіберу
proposal-models = <b>Үлгі жобалар</b>
# $cost — үлгінің жалпы құны.
proposal-model-line = • { $title }: { MONEY($cost) }
# $direction — бағыты, $description — сипаттамасы.
proposal-model =
    <b>{ $title }</b>
    <i>{ $direction }</i>

    { $description }
# $item — не, $quantity — қанша, $price — біреуінің бағасы.
proposal-model-item = • { $item }: { $quantity } × { MONEY($price) }
proposal-model-total =
    Барлығы: <b>{ MONEY($cost) }</b>
    Бағалар шамамен алынған, өз орныңызға қарай түзетесіз.
button-proposal-take-model = Осы үлгіден бастау
# $template — бос үлгі, $most — бағыттардың саны.
proposal-one-message =
    <b>Бәрі бір хабарламада</b>
    Төмендегі бос үлгіні басып, көшіріп алыңыз. Толтырып, осы чатқа жіберіңіз. Сурет қоссаңыз, мәтінді суреттің астына жазыңыз.

    <pre>{ $template }</pre>

    Бағыттың нөмірін (1–{ NUMBER($most) }) немесе алғашқы сөздерін жазыңыз, тізімі: /rules
    Бәрін толтыру міндетті емес: жетпегенін кейін сұраймыз.

## Үлгінің өрістері. Біріншісі басылып шығады, қалғаны да танылады.
proposal-template-direction = Бағыты|Бағыт
proposal-template-title = Атауы|Жобаның атауы|Ұсыныстың атауы
proposal-template-description = Сипаттамасы|Сипаттама
proposal-template-territory = Аумағы|Аумақ|Ауданы|Ауылы
proposal-template-place = Орны|Орналасқан жері|Мекенжайы
proposal-template-cost = Құны|Бағасы|Сомасы
proposal-template-name = Аты-жөніңіз|Аты-жөні|Автор
proposal-template-phone = Телефоныңыз|Телефоны|Телефон нөмірі|Байланыс
proposal-template-taken = ✅ Хабарламаңыздан түсінгеніміз сақталды. Енді жетпегенін ғана сұраймыз.
# $fields — түсініксіз өрістердің аттары.
proposal-template-unread = ⚠️ Түсініксіз болғаны: { $fields }. Оны бөлек сұраймыз.

## Қадамдардың аттары
proposal-name-direction = Бағыты
proposal-name-title = Атауы
proposal-name-description = Сипаттамасы
proposal-name-territory = Аумағы
proposal-name-place = Орны
proposal-name-estimate = Құны
proposal-name-pictures = Суреттері
proposal-name-author = Авторы
proposal-name-papers = Құжаттары
proposal-name-rules = Ереже мен келісім
proposal-name-question = Тексеру сұрағы
proposal-name-preview = Барлық жауап
# $place — нешінші қадам, $count — барлығы нешеу.
proposal-head = <b>{ NUMBER($place) } / { $count }. { $name }</b>

## Қадамдардың сұрақтары
proposal-ask-direction = Ұсынысыңыз қай бағытқа жатады? Бағыты дұрыс болмаса, өтінім қайтарылады: ең жақынын таңдаңыз.
proposal-ask-title =
    Ұсынысты бір сөйлеммен атаңыз: не істеледі, қай жерде. Мысалы: <i>Абай көшесіндегі аялдамаға шам орнату</i>.
    Артық сөз бен ұран жазбаңыз, егжей-тегжейін келесі қадамда айтасыз.
# $most — ең көп таңба саны.
proposal-ask-description =
    Қазір қандай қиындық бар, не істеу керек, одан кімге пайда? Бір хабарламамен жазыңыз, { $most } таңбаға дейін.
    Нысан бәріне ашық болуы керек. Бір өтінімге бірнеше нысан жазбаңыз: ондай өтінім қабылданбайды.
proposal-ask-territory = Жоба қай аумақта іске асады? Оған сол аумақтың тұрғындары дауыс береді.
proposal-ask-place =
    Мекенжайын немесе жанында не тұрғанын жазыңыз: <i>Абай көшесі, 12-үйдің ауласы</i>.
    Картадағы нүктесін де жібере аласыз: 📎 → Геолокация, координаталар немесе карта сілтемесі.
    Жер көпшілікке ортақ болсын. Астынан құбыр не кабель өтсе, құрылысқа рұқсат берілмеуі мүмкін. Білсеңіз, сипаттамада айтыңыз.
# $has_cap — шегі бар ма, $cap — ең көбі қанша.
proposal-ask-estimate =
    Шамамен қанша тұрады? Соманы жазыңыз: <i>1,2 млн</i>, <i>500 мың тг</i>.
    Немесе смета жолдарын жіберіңіз, әрқайсысын жаңа жолдан: <i>Орындық 4 дана × 85{ "\u00A0" }000</i>. Дайын файл да жарайды.{ $has_cap ->
        [yes] {" "}Әкімдіктің ережесі бойынша ең көбі { MONEY($cap) }.
       *[no] { "" }
    }
# $least — кемінде, $most — ең көбі.
proposal-ask-pictures =
    Орынның фотосуретін, эскизін, макетін немесе схемасын жіберіңіз: кемінде { $least }, ең көбі { $most }. Бірнешеуін бірден жіберуге болады.
    Суреттен геолокация мен күні өшіріледі. Адамдардың беті мен көлік нөмірі көрінбесін.
proposal-ask-author = Авторы көрсетілмеген өтінім қаралмайды. Нөміріңіз жарияланбайды, әкімдік Сізбен сол арқылы хабарласады.
proposal-ask-papers = Мына құжаттар керек. Оларды чатқа жібермеңіз: ішінде басқа адамдардың деректері бар.
proposal-ask-rules = Жіберер алдында оқып шығыңыз.
proposal-ask-question = Өтінімді бағдарлама емес, адам толтырып отырғанын білу үшін бір оңай сұрақ.
proposal-ask-author-kind = <b>Өтінімді кімнің атынан бересіз?</b>
proposal-ask-author-name = <b>Тегіңізді, атыңызды, әкеңіздің атын жазыңыз.</b>
proposal-ask-author-phone = <b>Байланыс нөміріңізді батырмамен жіберіңіз немесе жазыңыз.</b>

## Қазіргі жауап
# $answer — жауап.
proposal-now = Қазір: <b>{ $answer }</b>
proposal-nothing = —
# $reason — себебі.
proposal-other-why =
    Ұсынысыңыз тізімдегі бағыттарға неге келмейді? Бір-екі сөйлеммен жазып жіберіңіз.
    Себебі: { $reason }
# $most — тізімдегі соңғы нөмір.
proposal-direction-by-number = ⚠️ Бағыттың нөмірін басыңыз немесе 1 мен { NUMBER($most) } арасындағы санды жазыңыз.
proposal-by-button = ⚠️ Мұнда жазудың қажеті жоқ, төмендегі батырманы басыңыз.
# $territory — ашылған аумақ.
proposal-inside = 📂 { $territory }
proposal-has-location = 📍 Картадағы нүктесі бар.
proposal-landmark-too = Енді сол жерді сөзбен жазыңыз: мекенжайы немесе жанында не тұрғаны.
proposal-location-too = Қаласаңыз, картадағы нүктесін жіберіңіз. Ол міндетті емес.
proposal-location-key = Дәл сол жерде тұрсаңыз, пернетақта орнындағы батырманы басыңыз ↓ Тұрмасаңыз: 📎 → Геолокация.
proposal-link-unreadable = ⚠️ Бұл сілтемеден нүктені оқи алмадық. Картадағы координаталарды көшіріп жіберіңіз, мысалы: <code>50.4111, 80.2275</code>
# $length — жазылған таңба саны, $most — ең көбі.
proposal-landmark-too-long = ⚠️ Орнын қысқарақ жазыңыз: { $length } таңба бар, { $most } таңба сыяды.
# $place — жолдың реті, $item — не, $quantity — қанша, $price — біреуінің бағасы, $amount — жолдың сомасы.
proposal-line = { NUMBER($place) }. { $item }: { $quantity } × { MONEY($price) } = { MONEY($amount) }
# $count — жолдардың саны, $total — барлығы.
proposal-lines-total = Жолдар: { $count }, барлығы <b>{ MONEY($total) }</b>
# $typed — өзі жазған сома.
proposal-typed = Құны: <b>{ MONEY($typed) }</b>
proposal-typed-beside = Бұрын жазған сома: { MONEY($typed) }. Есепке жолдардың қосындысы алынады.
# $kind — болжамды не дәл.
proposal-estimate-kind = Смета: { $kind }
proposal-estimate-approximate = болжамды
proposal-estimate-exact = дәл
proposal-has-file = 📎 Смета файлы бар.
proposal-file-needs-sum = 📎 Смета файлы бар. Енді жалпы сомасын жазыңыз.
proposal-file-kept = ✅ Смета файлы сақталды.
# $typed — жазылған сома қалай түсінілгені, $count — қазір бар жолдардың саны.
proposal-sum-read =
    <b>{ MONEY($typed) }, осы ма?</b>{ $count ->
        [0] { "" }
       *[other] {" "}Бұл сома қазіргі { $count } жолдың орнына жазылады.
    }
# $line — түсініксіз жол.
proposal-line-unread = ⚠️ «{ $line }» – бұл жолдың бағасы түсініксіз. Былай жазып көріңіз: <i>Орындық 4 дана × 85{ "\u00A0" }000</i>
# $most — ең көп жол саны.
proposal-too-many-lines = ⚠️ Жол тым көп, { $most } жол сыяды. Қалғанын файлмен жіберіңіз.
# $count — қазір нешеу, $most — ең көбі.
proposal-pictures-count = Қазір: <b>{ NUMBER($count) } / { $most }</b>
# $kinds — әр суреттің түрі.
proposal-picture-kinds = Түрлері: { $kinds }
proposal-picture-kind = { NUMBER($place) } – { $kind }
# $place — нешінші сурет, $count — барлығы.
proposal-picture =
    <b>{ NUMBER($place) }-сурет, барлығы { $count }</b>
    Түрі: { $kind }. Басқа болса, төменнен таңдаңыз.
proposal-picture-photo = фотосурет
proposal-picture-sketch = эскиз
proposal-picture-layout = макет
proposal-picture-scheme = схема
proposal-picture-not-text = ⚠️ Мұнда мәтін емес, сурет керек. 📎 батырмасын басып, фотосурет таңдаңыз. Сурет жоқ болса, қағазға сызып, соны түсіріңіз.
# $count — қазір неше сурет бар.
proposal-pictures-now = 🖼 Өтінімдегі суреттер: { $count }
# $count — неше сурет, $reason — неге алынбады.
proposal-not-taken = ⚠️ Қосылмаған сурет: { $count }. { $reason }
proposal-picture-lost = Бот оны өңдей алмады. Қайта жіберіңіз, басқа жауаптарыңыз сақталған.
proposal-download-failed = Telegram файлды бермеді. Қайта жіберіп көріңіз, басқа жауаптарыңыз сақталған.
# $title — өтінімнің атауы.
proposal-add-pictures = Аяқталмаған өтініміңіз бар: «{ $title }». Жіберген суретіңізді соған қосайық па?
proposal-pictures-again = ⚠️ Ол суреттер бізде жоқ. Осы жерге қайта жіберіңіз.
# $kind — кім.
proposal-author-kind = Кім: { $kind }
proposal-author-name = Аты-жөні: { $name }
proposal-author-phone = Байланыс: { $phone }
# $is_public — аты жариялана ма.
proposal-author-public = { $is_public ->
    [yes] Атыңыз ұсыныстың жанында жарияланады.
   *[no] Атыңыз жарияланбайды.
}
proposal-phone-key = Пернетақта орнындағы батырманы басыңыз ↓
proposal-phone-unreadable = ⚠️ Нөмірді түсінбедік. Былай жазыңыз: <code>8{ "\u00A0" }701{ "\u00A0" }123{ "\u00A0" }45{ "\u00A0" }67</code>
proposal-name-unreadable = ⚠️ Тегіңіз бен атыңызды толық жазыңыз, 100 таңбаға дейін: <i>Серікова Айгүл Маратқызы</i>
proposal-contact-not-own = ⚠️ Бұл – басқа адамның нөмірі. Өз нөміріңізді жіберіңіз.
# $contact — бөлім, $phone — телефоны, $address — мекенжайы, $has_address — бар ма, $days — неше күн ішінде.
proposal-desk =
    Өтінімді жібергеннен кейін { $days } күн ішінде апарып тапсырыңыз: { $contact }, { $phone }{ $has_address ->
        [yes] , { $address }.
       *[no] .
    }
    Немесе бір реттік сілтемемен әкімдіктің бетінен жіберіңіз: сілтеме өтінім жіберілген соң шығады.
# $akimat — әкімдік, $bin — оның БСН-і, $has_bin — белгілі ме, $version — нұсқа.
# $days — неше күн сақталады, $has_days — мерзімі белгілі ме.
proposal-consent =
    <b>Қысқаша ереже.</b> Нысан бәріне ортақ. Жұмыс соңына дейін жеткізіледі, жеке пайда көздемейді, жоба құжаттарын жасаумен бітпейді. Балағат, жала, қорлау болмайды.

    <b>Дербес деректерді өңдеуге келісім.</b> { $akimat }{ $has_bin ->
        [yes] , БСН { $bin },
       *[no] { "" }
    } аты-жөніңіз бен нөміріңізді өтінімді қарап, Сізбен хабарласу үшін ғана сақтайды, ешкімге бермейді. { $has_days ->
        [yes] Мерзімі: дауыс беру біткен соң { $days } күнге дейін.
       *[no] Мерзімін әкімдік әлі белгілеген жоқ.
    } Келісімді кез келген уақытта қайтарып ала аласыз: /forget. Қайтарып алынбаған өтінімдегі деректер сол мерзімге дейін қалады.
    Атыңыз рұқсатыңызбен ғана жарияланады, нөміріңіз жарияланбайды. Өтінімнің мәтіні мен суреттері бәріне ашық. Хабарламалар Telegram арқылы жүреді, серверлері шетелде. (Нұсқасы: { $version })
proposal-agreed = ✅ Келісім берілген.
proposal-question-done = ✅ Жауап дұрыс.
proposal-question-wrong = ⚠️ Жауап дұрыс болмады. Енді мына сұраққа жауап беріп көріңіз.
proposal-question-season = <b>Қай сөз – жыл мезгілі?</b>
proposal-question-sum = <b>Екіге үшті қосса, нешеу болады?</b>
proposal-question-day = <b>Қай сөз – апта күні?</b>
proposal-question-colour = <b>Қардың түсі қандай?</b>
proposal-question-water = <b>Балық қайда жүзеді?</b>
proposal-question-less = <b>Ең кіші сан қайсысы?</b>
button-question-season-right = Көктем
button-question-season-wrong-one = Терезе
button-question-season-wrong-two = Орындық
button-question-season-wrong-three = Кітап
button-question-sum-right = Бес
button-question-sum-wrong-one = Он
button-question-sum-wrong-two = Жиырма
button-question-sum-wrong-three = Жүз
button-question-day-right = Сәрсенбі
button-question-day-wrong-one = Алма
button-question-day-wrong-two = Көпір
button-question-day-wrong-three = Қалам
button-question-colour-right = Ақ
button-question-colour-wrong-one = Қызыл
button-question-colour-wrong-two = Жасыл
button-question-colour-wrong-three = Қара
button-question-water-right = Суда
button-question-water-wrong-one = Ағаш басында
button-question-water-wrong-two = Шатырда
button-question-water-wrong-three = Қалтада
button-question-less-right = Екі
button-question-less-wrong-one = Тоғыз
button-question-less-wrong-two = Елу
button-question-less-wrong-three = Мың

## Қабылданбайтын хабарламалар
proposal-useless-sticker = ⚠️ Рақмет! Бірақ стикерді өтінімге қоса алмаймыз.
proposal-useless-voice = ⚠️ Дауыстық хабарламаны тыңдай алмаймыз. Мәтінмен жазыңыз.
proposal-useless-file = ⚠️ Бейнені қоса алмаймыз. Фотосурет жіберіңіз.
proposal-useless-contact = ⚠️ Нөмір бұл қадамда керек емес, сақталған жоқ. Оны «Авторы» қадамында сұраймыз.
proposal-useless-location = ⚠️ Геолокация бұл қадамда керек емес, сақталған жоқ. Оны «Орны» қадамында жібересіз.
proposal-useless-other = ⚠️ Мұндай хабарламаны қоса алмаймыз.

## Барлық жауап
proposal-preview = <b>Өтінімді тексеріңіз</b>
# $number — өтінім нөмірі.
proposal-preview-rework = <b>№ { PLAIN($number) } өтінімді пысықтау</b>
# $name — қадамның аты, $answer — жауабы.
proposal-answer = <b>{ $name }:</b> { $answer }
proposal-answer-place = { $landmark } 📍
# $cost — құны, $count — жолдар саны, $kind — смета түрі, $has_file — файл бар ма.
proposal-answer-estimate = { MONEY($cost) } ({ $kind }{ $count ->
    [0] { "" }
   *[other] , жолдар: { $count }
}{ $has_file ->
    [yes] , файлы бар
   *[no] { "" }
})
proposal-answer-pictures = { $count }
# $author — автор, $is_public — аты жариялана ма.
proposal-answer-author = { $author } ({ $is_public ->
    [yes] аты жарияланады
   *[no] аты жарияланбайды
})
# $steps — жауабы жоқ қадамдар.
proposal-missing = ❗ Жетпейтіні: { $steps }
# $reason — неге болмайтыны.
proposal-refused = ⛔ { $reason }
proposal-refused-more = ⛔ Тағы { $count } кемшілік бар: алдымен осыларды түзетіңіз.
proposal-warning-swearing = ⚠️ Мәтінде дөрекі сөз бар сияқты. Жібере аласыз, бірақ модератор қарап шешеді.
# $number — ұқсас ұсыныстың нөмірі, $title — атауы.
proposal-warning-similar = ⚠️ Ұқсас ұсыныс бар: № { PLAIN($number) }. { $title }. Соны қолдасаңыз, іске асу мүмкіндігі артады. Өзіңіздікін де бере аласыз.
# $address — аула, $improved_on — қашан жөнделгені.
proposal-warning-yard = ⚠️ Бұл аула жақында абаттандырылған сияқты: { $address }, { DATE($improved_on) }. Ондай аулаларға ұсыныс қабылданбауы мүмкін, мекенжайын тексеріңіз.
proposal-ready = ✅ Бәрі дайын, жібере аласыз.
proposal-ready-unverified = ✅ Бәрі дайын. Жіберерде тұрғын екеніңізді бір рет растайсыз да, осында қайта келесіз.
# $description — толық сипаттама.
proposal-whole-description = { $description }
proposal-discard = <b>Өтінімді өшіреміз бе?</b> Жауаптары мен суреттері қайтарылмайды.

## Кейін
# $closes — қабылдау бітетін сәт.
proposal-left = ✅ Өтініміңіз сақталды. Оны { UNTIL($closes) } жіберсеңіз болады. Жалғастыру: /propose
proposal-left-kept = ✅ Өтініміңіз сақталды. Жалғастыру: /propose
proposal-submitted =
    <b>Өтінім жіберілді. Нөмірі: № { PLAIN($number) }</b>
    Нөмірін жазып алыңыз. Мәртебесін осы жерден көресіз: /propose
# $days — жұмыс күндерінің саны.
proposal-checked-in = Енді әкімдік { $days } жұмыс күні ішінде талаптарға сай екенін тексереді. Нәтижесін осында хабарлаймыз: өтінім тіркеледі, пысықтауға қайтарылады немесе негіздемесімен қабылданбайды.
proposal-checked-soon = Енді әкімдік талаптарға сай екенін тексереді. Нәтижесін осында негіздемесімен хабарлаймыз.
# $papers — құжаттар, $due_at — соңғы мерзімі.
proposal-papers-due = 📄 { UNTIL($due_at) } тапсыратын құжат: { $papers }. Қайда, қалай – өтінімнің бетінде.

## Батырмалар
button-proposal-number = { NUMBER($place) }
button-proposal-next = Келесі ›
button-proposal-skip = Өткізіп жіберу ›
button-proposal-preview = Барлық жауап
button-proposal-leave = Кейін жалғастыру
button-proposal-own-territory = 📍 { $own }
button-proposal-up = ‹ Жоғары
button-proposal-here = 📍 Мен сол жердемін
button-proposal-send-location = 📍 Тұрған жерімді жіберу
button-proposal-no-location = Картадағы нүктені өшіру
button-proposal-sum-yes = Иә, осы сома
button-proposal-drop-line = ✕ { NUMBER($place) }
button-proposal-estimate-approximate = Смета болжамды
button-proposal-estimate-exact = Смета дәл
button-proposal-drop-file = Файлды өшіру
button-proposal-picture = 🖼 { NUMBER($place) }
button-proposal-picture-photo = Фотосурет
button-proposal-picture-sketch = Эскиз
button-proposal-picture-layout = Макет
button-proposal-picture-scheme = Схема
button-proposal-see = Суретті көру
button-proposal-drop-picture = Суретті өшіру
button-proposal-pictures = ‹ Суреттерге оралу
button-proposal-add-pictures = Өтінімге қосу
button-proposal-other-kind = Басқа атынан беру
button-proposal-own-phone = 📱 Нөмірімді жіберу
button-proposal-name-public = Атым жариялансын
button-proposal-name-hidden = Атым жарияланбасын
button-proposal-agree = ✅ Оқыдым, келісемін
button-proposal-submit = 📨 Өтінімді жіберу
button-proposal-go-on = Жетпегенін толтыру ›
button-proposal-similar = № { PLAIN($number) } ұсынысты көру
button-proposal-open-step = ❗ { $name }
button-proposal-step-direction = Бағыты
button-proposal-step-title = Атауы
button-proposal-step-description = Сипаттамасы
button-proposal-step-territory = Аумағы
button-proposal-step-place = Орны
button-proposal-step-estimate = Құны
button-proposal-step-pictures = Суреттері
button-proposal-step-author = Авторы
button-proposal-step-papers = Құжаттары
button-proposal-step-rules = Келісім
button-proposal-step-question = Сұрақ
button-proposal-whole = Сипаттаманы толық оқу
button-proposal-discard = Өшіру
button-proposal-discard-yes = Иә, өшіріңіз
button-proposal-resume = Жалғастыру
button-proposal-submitted = Өтінімді ашу
