### Басты бет пен ережелер.

## Кезеңдердің аттары
stage-announcement = хабарландыру
stage-intake = өтінім қабылдау
stage-discussion = талқылау
stage-review = жобаларды қарау
stage-rework = пысықтау
stage-voting = дауыс беру
stage-results = қорытынды шығару
stage-implementation = іске асыру
stage-monitoring = мониторинг

## Басты бет
# $title — науқанның атауы, $plan_year — қай жылдың бюджеті.
home-title = <b>{ $title }</b>, { PLAIN($plan_year) } жыл
# $place — таңдалған аумақ.
home-place = 📍 { $place }
# $stage — кезеңнің аты, $closes — кезең біткен сәт.
home-stage = Қазір: <b>{ $stage }</b>, { UNTIL($closes) }.
home-no-stage = Қазір ешбір кезең жүріп жатқан жоқ.
# $opens — келесі кезең басталатын сәт.
home-coming-day = Келесі кезең: { $stage }, { DATE($opens) }{ SUFFIX($opens, "abl") } бастап.
home-coming-time = Келесі кезең: { $stage }, { DATE($opens) }, сағат { TIME($opens) }{ SUFFIX($opens, "abl", of: "time") } бастап.
home-guide = Бұл науқанда дауыс беру ресми бетте өтеді. Бот ережелер мен мерзімдерді айтады, дауыс қабылдамайды.
home-unverified = Дауыс беру үшін алдымен тұрғын екеніңізді растаңыз: бір-екі минут қана кетеді.
home-verified = Тұрғын екеніңіз расталды. Бір жобаға дауыс бере аласыз, оны кейін өзгертуге болмайды.
home-voted = ✅ Дауысыңыз есепке алынды.
# $own — адам тіркелген аумақтар.
home-own = Тіркелген жеріңіз: { $own }. Дауысты сол аумақтың жобасына бересіз.
home-not-entitled = Тұрғын екеніңіз расталды, бірақ тізілім бойынша дауыс беру ашылған күні Сіз бұл науқанның аумағында тіркелмегенсіз. Қате болса, әкімдікке хабарласыңыз, нөмірлері ережелер бөлімінде.
home-counting = Дауыс беру аяқталды. Дауыстар саналған соң қорытындысын хабарлаймыз.
home-outcome = 🏁 Аумағыңыздың қорытындысы шықты.
# $ends — код сеансы бітетін сәт.
home-session =
    Қазір бұл телефонда әкімдік берген кодпен бір тұрғынның сеансы ашық, ол сағат { TIME($ends) }{ SUFFIX($ends, "dat", of: "time") } дейін жүреді.
    Біткен соң «Аяқтау» батырмасын басыңыз: сонда келесі адам Сіздің атыңыздан ештеңе істей алмайды.

button-outcome = Қорытындыны көру
button-receipt = Дауысым есепке алынды ма?
button-official-page = Ресми бетті ашу
button-verify = Тұрғын екенімді растау
button-vote = 🗳 Дауыс беру
button-projects = Жобаларды көру
button-rules = Ережелер
button-finish = Аяқтау
button-place = 📍 Аумақ
button-language = 🌐 Тіл
button-help = Көмек

## Ережелердің мазмұны
# $akimat — әкімдіктің атауы.
guide-contents =
    <b>{ $title }, { PLAIN($plan_year) } жыл: ережелер</b>
    Өткізетін: { $akimat }

    Не туралы білгіңіз келеді?
# $heading — тараудың аты, $body — бір беті.
guide-chapter =
    <b>{ $heading }</b>

    { $body }
# $page_number — беттің реті, $page_count — барлығы.
guide-page = <i>{ NUMBER($page_number) } / { $page_count }</i>
# $item — тізімнің бір жолы.
guide-item = • { $item }
button-contents = ‹ Мазмұны

button-chapter-dates = Мерзімдер
button-chapter-voting = Дауыс беру
button-chapter-winners = Жеңімпаздар
button-chapter-money = Қаржы
button-chapter-directions = Бағыттар
button-chapter-proposals = Талаптар
button-chapter-grounds = Не қабылданбайды
button-chapter-council = Кім шешеді
button-chapter-trust = Ресми арналар
button-chapter-contacts = Байланыс

chapter-dates = Мерзімдер
chapter-voting = Кім және қалай дауыс береді
chapter-winners = Жеңімпаз қалай анықталады
chapter-money = Қаржы қанша, қайдан келеді
chapter-directions = Қандай жоба ұсынуға болады
chapter-proposals = Жобаға қойылатын талаптар
chapter-grounds = Қандай жобалар қабылданбайды
chapter-council = Кім шешеді
chapter-trust = Қайсысы ресми, кім не көреді
chapter-contacts = Кімге хабарласуға болады

## Санның негізі: акт немесе әкімдіктің таңдауы
# $mark — сілтеменің нөмірі.
act-mark = { "[" }{ NUMBER($mark) }]
act-choice = { "[" }*]
act-choice-note = <i>[*] әкімдіктің өз таңдауы</i>
# $title — актінің атауы, $act — оның нөмірі, $date — күні, $link — мәтіні.
act-note = <i>[{ NUMBER($mark) }] <a href="{ $link }">{ $title }</a>, { DATE($date) }</i>
act-note-numbered = <i>[{ NUMBER($mark) }] <a href="{ $link }">{ $title }</a>, № { $act }, { DATE($date) }</i>

## Мерзімдер
# $opens, $closes — кезеңнің басы мен соңы, $is_now — қазір жүріп жатыр ма, $source — негізі.
dates-stage =
    { $is_now ->
        [yes] ▶️ <b>{ $stage }</b> (қазір)
       *[no] • { $stage }
    }: { PERIOD($opens, $closes) } { $source }
dates-zone = Уақыт – Алматы уақыты. Мерзім ұзартылса, жаңасы осы бетте тұрады.

## Дауыс беру
# $source — негізі.
voting-mode-guide = Дауыс беру ресми бетте өтеді { $source }. Бот дауыс қабылдамайды, ресми бетке апаратын батырма басты бетте тұр.
voting-mode-joint = Осы ботта да, ресми арнада да дауыс беруге болады, бірақ тек біреуінде { $source }.
voting-mode-sole = Дауыстар осы ботта және әкімдікте қабылданады { $source }.
# $full_age — кәмелет жасы, $day — жас есептелетін күн.
voting-age-last-day = Жасы: кемінде { $full_age }. Дауыс берудің соңғы күні, { DATE($day) }{ SUFFIX($day, "loc") }, { $full_age } жасқа толсаңыз да болады { $source }.
voting-age-vote-day = Жасы: дауыс беретін күні кемінде { $full_age } { $source }.
# $kinds — тіркеу түрлері.
voting-registration = Тіркеуі: жобаның аумағында тіркелген болуыңыз керек. Ескерілетін тіркеу түрлері: { $kinds } { $source }.
voting-registration-day = Тіркеуі: { DATE($day) }{ SUFFIX($day, "loc") } жобаның аумағында тіркелген болуыңыз керек. Ескерілетін тіркеу түрлері: { $kinds } { $source }.
registration-permanent = тұрақты
registration-temporary = уақытша
voting-ways = Тұрғын екеніңізді растау жолдары { $source }:
way-phone = • тізілімдегі өз телефон нөміріңіз;
way-code = • әкімдіктен жеке куәлік көрсетіп алатын растау коды;
way-signature = • электрондық цифрлық қолтаңба (eGov Mobile).
# $hours — кодтың мерзімі, $attempts — күніне неше рет, $minutes — сеанс ұзақтығы.
voting-code = Код { $hours } сағат жарамды, күніне { $attempts } реттен артық қате теруге болмайды, сеансы { $minutes } минутқа созылады { $source }.
voting-one-vote = Бір адам бүкіл тізімнен бір ғана жобаға дауыс береді { $source }. <b>Берілген дауысты кейін өзгертуге де, қайтарып алуға да болмайды.</b>
voting-not-live = Дауыс саны дауыс беру біткенше ешкімге көрсетілмейді.
# $entitled — дауыс беруге құқылы адамдар саны.
voting-live = Аралық сан күніне бір рет және дауыс беруге құқылы кемінде { $entitled } адамы бар аумақтарда ғана көрсетіледі { $source }.
# $hour — тәулік уақыты, $least — кемінде неше дауыс ашылады.
voting-live-hour = Санау уақыты – { $hour }: күтіп жатқан дауыстардың кездейсоқ алынған жартысы ашылады, онда кемінде { $least } дауыс болса. Қалғаны мөрлеулі жатады.
# $below — ең аз сан.
voting-small-hidden = Аумақта { $below } дауыстан кем жиналса, жобалардың дауыс саны жарияланбайды: кімнің қалай таңдағаны білініп қалмауы керек { $source }.

## Жеңімпаздар
# $votes — ең аз дауыс саны, $share — үлес.
winners-threshold = Жоба кемінде <b>{ $votes }</b> дауыс жинауы керек, одан азы іске асырылмайды { $source }.
winners-threshold-share = Дауыс беруге құқылы адамдардың кемінде <b>{ PERCENT($share) }</b> бөлігі жобаға дауыс беруі керек, одан аз жинаған жоба іске асырылмайды { $source }.
winners-unstated = Қалғаны бастапқы құжатта айтылмаған: дауыс тең болса не істелетінін, қаржы жетпесе қай жоба өтетінін әкімдіктен сұраңыз.
winners-order = Әр аумақта жобалар дауыс саны бойынша тізіледі, көп жинағаны бірінші тұрады. Ақша жоғарыдан төмен қарай, жеткенінше бөлінеді.
# $rule — тең дауыстағы реттің бір ережесі, $place — оның кезегі.
winners-tie = Дауыс тең болса: { $rule } { $source }.
winners-ties = Дауыс тең болса, рет былай анықталады { $source }:
winners-tie-step = { NUMBER($place) }) { $rule }
tie-lot = жеребе – ешкім алдын ала білмейтін, кез келген адам тексере алатын жария сан бойынша
tie-cheaper = құны аз жоба алда
tie-earlier-number = өтінім нөмірі кіші жоба алда
winners-not-fitting-stop = Кезегі келген жобаға ақша жетпесе, бөлу сонымен тоқтайды { $source }.
winners-not-fitting-skip = Кезегі келген жобаға ақша жетпесе, ол қалып қояды, кезек ақша жететін келесі жобаға беріледі { $source }.
winners-not-fitting-part = Кезегі келген жобаға ақша толық жетпесе, қалғаны соған беріледі { $source }.
winners-leftovers-stays = Артылған ақша бюджетте қалады { $source }.
# $first_number, $second_number — өтінім нөмірлері.
winners-exclusive = № { PLAIN($first_number) } және № { PLAIN($second_number) } жобалардың біреуі ғана жеңе алады: екеуі бір-біріне кедергі.
# $council — кеңестің атауы.
winners-council = Санақ нәтижесін бекітетін: { $council }. Ол басқаша шешсе, айырмасы мен негіздемесі көрсетіледі.

## Қаржы
# $origin — қаржы көзі.
money-source = Қайдан: { $origin }.
money-unstated = Қанша ақша бөлінгені бастапқы құжатта айтылмаған. Оны әкімдіктен сұраңыз, нөмірлері «Байланыс» тарауында.
# $total — барлығы, теңге.
money-total = Барлығы: <b>{ MONEY($total) }</b>.
# $territory — аумақ, $money — оған бөлінгені.
money-territory = • { $territory }: { MONEY($money) } { $source }
money-own = Әр аумақтың ақшасы өз жобаларына ғана жұмсалады.

## Бағыттар мен талаптар
directions-about = Жоба осы бағыттардың біріне жатуы керек:
proposals-authors = <b>Кім ұсына алады</b>
# $author — автор түрі, $papers — қоса берілетін құжаттар.
proposals-author-papers = • { $author }; қоса берілетіні: { $papers }
# $count — нешеу.
proposals-per-author = Бір автор көп дегенде { $count } ұсыныс бере алады { $source }.
proposals-pictures = Кемінде { $count } фотосурет, эскиз, макет немесе схема керек { $source }.
# $most — теңге, $multiplier — неше АЕК, $index_year — АЕК жылы.
proposals-cap = Жобаның құны { NUMBER($most) } теңгеден аспауы керек { $source }.
proposals-cap-index = Жобаның құны { NUMBER($most) } теңгеден аспауы керек: { $multiplier } АЕК, { PLAIN($index_year) } жылғы көрсеткішпен { $source }.
proposals-no-cap = Жоба құнының шегі бастапқы құжатта айтылмаған.
proposals-requirements = <b>Талаптар</b>
proposals-criteria = <b>Өлшемшарттар</b>
grounds-about = Мынадай ұсыныстар қарауға алынбайды:

## Кім шешеді
# $council — кеңестің атауы.
council-about = Қай жоба дауысқа түсетінін де, қорытындыны да шешетін – <b>{ $council }</b>. Қабылданбаған жобалар да негіздемесімен бірге жарияланады.
# $quorum, $majority — үлестер, 2/3 түрінде.
council-quorum = Отырыс кеңес мүшелерінің кемінде { $quorum } бөлігі қатысса ғана өтеді { $source }.
council-majority = Дауыс берген мүшелердің { $majority } бөлігінен көбі жақтаса, шешім қабылданады { $source }.
# $leaves — санақтан шыға ма.
council-conflict =
    { $leaves ->
        [yes] Жобаға өз мүддесі бар мүше дауыс бермейді, санаққа да кірмейді { $source }.
       *[no] Жобаға өз мүддесі бар мүше дауыс бермейді, бірақ санаққа кіреді { $source }.
    }
council-unstated = Кеңестің кворумы мен қажет көпшілігі бастапқы құжатта айтылмаған.
# $days — күн саны.
council-check = Өтінімнің талаптарға сай екені { $days } жұмыс күні ішінде тексеріледі { $source }.
council-rework = Кемшілігін түзетуге { $days } күн беріледі { $source }.
council-appeal = Шешімге { $days } күн ішінде шағым түсіруге болады, оны басқа адамдар қарайды { $source }.

## Сенім
# $bot — боттың аты.
trust-bot = Ресми бот біреу ғана: @{ $bot }
# $page — ресми бет.
trust-page = Ресми бет: { $page }
trust-nobody-asks = Бот ЖСН-ді, жеке куәлікті, банк картасын, SMS кодын ешқашан сұрамайды. Сұраған адам бізден емес.
trust-no-proof = <b>Қай жобаға дауыс бергеніңізге бот ешқандай дәлел бермейді, дәлел талап етуге ешкімнің хақысы жоқ.</b> Есепке алу растамасы дауыстың есепке алынғанын ғана айтады, қай жобаға екенін айтпайды.
trust-who-sees = Білгеніңіз жөн: сервер таңдауыңызды бір-ақ рет, дауысты қабылдаған сәтте көреді. Оны Telegram да, телефонды ұстап тұрған адам да көре алады. Дауысты өз телефоныңыздан, оңашада беріңіз.
trust-pressure = Біреу дауысыңызды сатып алғысы келсе немесе қысым көрсетсе, атыңызды айтпай хабарлаңыз: /report. Хабарды әкімдік емес, байқаушы оқиды. «Байланыс» тарауындағы телефондарға да қоңырау шалуға болады.

## Байланыс
# $akimat — әкімдіктің атауы.
contacts-akimat = <b>{ $akimat }</b>
contacts-outside = <b>Әкімдіктен тыс</b>
# $name — кім, $phone — телефоны, $address — мекенжайы.
contacts-line = • { $name }: { $phone }
contacts-line-address = • { $name }: { $phone }, { $address }
# $form — үлгінің сілтемесі.
contacts-form = <a href="{ $form }">Өтінім үлгісі</a>

## Көмек
guide-help =
    <b>Бот қалай жұмыс істейді</b>

    Бәрі батырмамен істеледі. Қазір не істеуге болатыны басты бетте жазылған, оны /start ашады.

    /projects – жобалар мен іздеу
    /propose – ұсыныс беру, өтінімдеріңіз
    /verify – тұрғын екеніңізді растау
    /myvote – дауысыңыз есепке алынды ма
    /helper – басқаларға дауыс беруге көмектесу
    /outcome – қорытынды
    /following – Сіз жазылған жобалар
    /rules – ережелер мен телефондар
    /place, /language – аумақты, тілді ауыстыру
    /mydata, /forget – деректеріңіз
    /reminders – еске салу: жиі, сирек
    /stop – хабарлама жіберуді тоқтату

    Интернет нашар болса да жарайды: суретті өзіңіз сұрағанда ғана жібереміз. Жауап келмесе, /start деп жазыңыз, ештеңе жоғалмайды.
