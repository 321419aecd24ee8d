### Жобалар: тізім, сүзгі, іздеу, карточка.

## Тізім

# $total — табылған жобалардың саны.
browsing-list = <b>Жобалар: { $total }</b>
# $page — қай бет, $pages — барлығы неше бет.
browsing-list-page = Бет: { $page } / { $pages }
browsing-list-hint = Жобаны ашу үшін нөмірін басыңыз. Іздеу үшін сөзді немесе жобаның нөмірін жазып жіберіңіз.
# $as_of — қашан саналды.
browsing-list-live = Дауыстар саналған уақыт: { DATETIME($as_of) }. Бұл – берілген дауыстың кездейсоқ алынған бөлігі, қалғаны әлі мөрлеулі.
# $number — өтінім нөмірі, $title — атауы (ұзын болса, қысқартылған), $cost — құны, қысқа.
browsing-line = <b>{ PLAIN($number) }.</b> { $title } · <i>{ $cost }</i>
browsing-line-stopped = <b>{ PLAIN($number) }.</b> { $title } · <i>{ $cost }</i> · <b>тоқтатылды</b>
# $millions — миллион теңгемен, үтірден кейін бір цифр.
browsing-cost-short = { $millions } млн ₸
browsing-cost-small = { MONEY($cost) }
# $filters — қандай сүзгі тұр, үтірмен.
browsing-narrowed = Сүзгі: { $filters }
browsing-narrowed-cost = құны көп дегенде { MONEY($cost) }
browsing-narrowed-words = «{ $words }» деген сөз
# $words — тұрғын іздеген сөз.
browsing-nothing-found =
    <b>«{ $words }» бойынша ештеңе табылмады.</b>
    Сөзді қысқартып немесе басқаша жазып көріңіз. Қазақ әріптерінің орнына орыс әріптерін жазсаңыз да болады.
browsing-nothing-filtered = <b>Мұндай жоба жоқ.</b> Сүзгіні өзгертіңіз немесе тазалаңыз.
browsing-nothing-yet = <b>Жобалар тізімі әлі жарияланған жоқ.</b>

button-browsing-project = № { PLAIN($number) }
button-browsing-filters = Сүзгі мен тізім реті
button-browsing-search = Іздеу
button-browsing-clear = Сүзгіні тазалау
button-browsing-show = Тізімді көрсету
button-browsing-list = ‹ Тізімге оралу

## Іздеу
browsing-search =
    <b>Іздеу</b>
    Іздейтін сөзді жазып жіберіңіз: <i>ойын алаңы</i>, <i>кітапхана</i>, көшенің аты. Сөздің басын жазсаңыз да жетеді.
    Қазақша пернетақта болмаса, <i>уй</i>, <i>жарык</i> деп жаза беріңіз.
    Жобаның нөмірін білсеңіз, нөмірін ғана жазыңыз: <i>12</i>

## Сүзгі
# $territory, $direction, $cost, $words, $order — қазіргі мәндері; $total — табылған жобалардың саны.
browsing-filters =
    <b>Қандай жобаларды көрсетейік?</b>

    Аумағы: <b>{ $territory }</b>
    Бағыты: <b>{ $direction }</b>
    Құны: <b>{ $cost }</b>
    Іздеген сөз: <b>{ $words }</b>
    Реті: <b>{ $order }</b>

    Сәйкес келетін жобалар: { $total }
browsing-any-territory = барлығы
browsing-any-direction = барлығы
browsing-any-cost = кез келген
browsing-any-words = жоқ
browsing-cost-at-most = көп дегенде { MONEY($cost) }
browsing-order-random = кездейсоқ, әр адамда әртүрлі
browsing-order-cost = арзанынан қымбатына қарай
browsing-order-number = нөмірі бойынша
browsing-order-votes = дауыс саны бойынша

button-browsing-territory = Аумағы
button-browsing-direction = Бағыты
button-browsing-cost = Құны
button-browsing-order-random = Реті: кездейсоқ
button-browsing-order-cost = Реті: құны бойынша
button-browsing-order-number = Реті: нөмірі бойынша
button-browsing-order-votes = Реті: дауыс саны бойынша

# $territory — тізімі ашылған аумақ.
browsing-territory =
    <b>Аумақты таңдаңыз</b>
    Қазір: { $territory }
browsing-direction = <b>Бағытты таңдаңыз</b>
# $place — тізімдегі орны, $direction — бағыттың толық атауы.
browsing-direction-line = { $place }. { $direction }
button-browsing-whole = Бүкіл аумақ
button-browsing-any = Барлығы

browsing-cost =
    <b>Жоба қанша теңгеден аспауы керек?</b>
    Батырманы басыңыз немесе соманы өзіңіз жазыңыз: <i>10 млн</i>, <i>7,5 миллион</i>, <i>500 мың</i>.
# $cost — жазылған сома қалай түсінілгені.
browsing-cost-understood = Сіз жазған сома: <b>{ MONEY($cost) }</b>. Осы ма?
browsing-cost-no-sum = Бұл жазудан соманы таба алмадық. Цифрмен жазып көріңіз: <i>10 млн</i>
browsing-cost-several-sums = Мұнда бірнеше сома бар сияқты. Біреуін ғана жазыңыз: <i>10 млн</i>
browsing-cost-ambiguous = Бұл соманы екі түрлі түсінуге болады. Басқаша жазыңыз: <i>1,2 млн</i> немесе <i>1200 мың</i>
browsing-cost-other-currency = Жобалардың құны теңгемен есептеледі. Соманы теңгемен жазыңыз: <i>10 млн теңге</i>
browsing-cost-part-of-tenge = Соманы тиынсыз, бүтін теңгемен жазыңыз.
browsing-cost-not-positive = Сома нөлден үлкен болуы керек.
browsing-cost-too-large = Мұндай үлкен сома жоқ. Нөлдерін қайта санап көріңіз.
button-browsing-cost-quick = { MONEY($cost) }
button-browsing-cost-yes = Иә, осы сома
button-browsing-cost-any = Құны кез келген

## Карточка
# $number — өтінім нөмірі, $title — атауы.
browsing-card = <b>№ { PLAIN($number) }. { $title }</b>
browsing-card-direction = Бағыты: { $direction }
browsing-card-territory = Аумағы: { $territory }
# $landmark — орналасқан жері, сөзбен.
browsing-card-place = Орны: { $landmark }
browsing-card-cost = Құны: <b>{ MONEY($cost) }</b>
browsing-card-status = Мәртебесі: { $status }
browsing-card-votes = Берілген дауыс: { $votes }
# $as_of — қашан саналды.
browsing-card-votes-live = Дауыс саны ({ DATETIME($as_of) }): { $votes }. Кездейсоқ алынған бөлігі ғана саналды, қалғаны әлі мөрлеулі
browsing-card-site-check = Орнын қарау: { $site_check }
# $day — орнын қараған күн, $who — кім қарады.
browsing-card-site-check-by = Орны қаралған күн: { DATE($day) }. Қараған: { $who }
# $others — бірге салынбайтын жобалардың нөмірлері.
browsing-card-exclusive = Бірге салынбайтын жобалар, осы жоба мен мыналардың біреуі ғана жеңе алады: { $others }
browsing-card-description = { $description }
browsing-card-ground = Қабылданбау себебі: { $ground }
browsing-card-reason = Негіздеме: { $reason }
browsing-status-admitted = дауыс беруге жіберілді
browsing-status-refused = қабылданбады
browsing-status-stopped = тоқтатылды
browsing-status-won = жеңімпаз жоба
browsing-status-not-funded = қаржыландырылмайды

button-browsing-vote = Осы жобаға дауыс беру
button-browsing-official = Ресми бетте дауыс беру
# $count — суреттердің саны, $size — барлығының көлемі, КБ.
button-browsing-pictures = Суреттер: { $count } (≈ { $size } КБ)
button-browsing-map = Картадан көру
button-browsing-share = Бөлісу
button-browsing-whole-text = Толық оқу
# $place — сурет нешінші, $count — барлығы нешеу.
browsing-picture-caption = № { PLAIN($number) } жоба: { $place }-сурет, барлығы { $count }
browsing-pictures-gone-alert = Бұл жобаның суреттері қазір жоқ.
