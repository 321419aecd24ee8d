### Талқылау: сұрақ пен жауап, өтінімдерді біріктіру.

# $number — өтінім нөмірі, $title — аты, $question — сұрақ, $most — жауаптың ең ұзын мөлшері.
notice-question-asked =
    <b>№ { PLAIN($number) } өтініміңізге сұрақ қойылды</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    Жауабын өтінімнің бетінде жазыңыз, { $most } таңбаға дейін. Әкімдік оқып шыққан соң, оны бәрі көреді.
# $reason — себебі.
notice-question-hidden =
    <b>№ { PLAIN($number) } өтінім туралы сұрағыңыз жарияланбады</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    <b>Себебі:</b> { $reason }
    Оны басқаша жазып, қайта қоюыңызға болады.
# $answer — жауап.
notice-question-answered =
    <b>№ { PLAIN($number) } өтінім туралы сұраққа жауап берілді</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    { $answer }
notice-answer-hidden =
    <b>№ { PLAIN($number) } өтінім туралы жауабыңыз жарияланбады</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    <b>Себебі:</b> { $reason }
    Жауапты басқаша жазып, өтінімнің бетінен қайта жіберіңіз.
# $number, $title — қосылғысы келген өтінім, $into, $into_title — Сіздің өтініміңіз.
notice-merge-offered =
    <b>№ { PLAIN($into) } өтініміңізге қосылғысы келетін автор бар</b>
    { $into_title }

    № { PLAIN($number) } «{ $title }» өтінімінің авторы оны Сіздікіне қосқысы келеді. Келіссеңіз, ол тең автор болады, қолдағандар бірге есептеледі, бір өтінім қаралады. Шешім өзіңізде: батырмалары өтінімнің бетінде.
notice-merge-agreed =
    <b>№ { PLAIN($number) } өтінім № { PLAIN($into) } өтінімнің бөлігі болды</b>
    { $into_title }

    Екі автор келісті: енді олар тең автор, қолдағандар мен жазылғандар бірге есептеледі. Әкімдік пен кеңес бір өтінімді қарайды.
notice-merge-declined =
    <b>№ { PLAIN($number) } өтінім № { PLAIN($into) } өтініммен бірікпейді</b>
    { $title }

    Екінші автор келіспеді. Өтініміңіз бұрынғыша бөлек қаралады.
notice-merge-lapsed =
    <b>№ { PLAIN($number) } өтінімді № { PLAIN($into) } өтінімге қосу туралы ұсыныс енді жарамсыз</b>

    Екеуінің бірі басқа өтініммен бірікті. Өтініміңіз бұрынғыша бөлек қаралады.

## Өтінімдер тізімі
# $total — өтінімдер саны, $order — реті.
discussion-list =
    <b>Талқыланып жатқан өтінімдер: { $total }</b>
    Реті: { $order }
discussion-order-random = кездейсоқ, әр адамда әртүрлі
discussion-order-support = қолдағандар саны бойынша
# $number — өтінім нөмірі, $title — атауы, $cost — құны, қысқа, $supports — қолдағандар саны.
discussion-line = <b>{ PLAIN($number) }.</b> { $title } · <i>{ $cost }</i> · 👍 { $supports }
discussion-list-hint = Өтінімді ашу үшін нөмірін басыңыз немесе жазып жіберіңіз.
discussion-list-empty =
    <b>Талқылайтын өтінім әзірге жоқ.</b>
    Өтінім әкімдік тексеріп, тіркеген соң осында шығады.
discussion-type-a-number = Өтінімді нөмірі бойынша ашуға болады. Тек нөмірін жазыңыз: <i>12</i>

button-discussion-order-support = Көп қолдау тапқаны бірінші
button-discussion-order-random = Кездейсоқ ретпен
button-discussion-followed = Жаңалығына жазылғандарым
button-discussion-list = ‹ Өтінімдер тізімі
button-discuss = Өтінімдерді талқылау

## Жазылу
# $total — жазылғандар саны.
discussion-followed =
    <b>Сіз жаңалығына жазылған жобалар мен өтінімдер: { $total }</b>
    Олардың жаңалығын хабарлап отырамыз. Бұл – дауыс беру емес.
discussion-followed-line = <b>{ PLAIN($number) }.</b> { $title }
discussion-followed-none =
    <b>Сіз әзірге ештеңенің жаңалығына жазылмағансыз.</b>
    Жобаның немесе өтінімнің бетіндегі «Жаңалығына жазылу» батырмасын бассаңыз, шешімдерін хабарлап отырамыз.
button-following-begin = 🔔 Жаңалығына жазылу
button-following-end = 🔕 Жазылуды тоқтату
# $is_on — жазылды ма.
following-alert = { $is_on ->
    [yes] Жазылдыңыз. Жаңалығы болса, хабарлаймыз.
   *[no] Енді бұл туралы хабарлама келмейді.
}

## Өтінімнің карточкасы
discussion-status-submitted = әкімдіктің тексеруінде
discussion-status-returned = пысықтауға қайтарылды
discussion-status-registered = тіркелді, кеңес қарайды
discussion-status-refused = қабылданбады
discussion-status-admitted = дауыс беруге жіберілді
discussion-status-withdrawn = автор қайтарып алды
discussion-status-merged = басқа өтінімге қосылды
# $name — автордың аты-жөні, өзі рұқсат берген.
discussion-author = Авторы: { $name }
# $count — қосылған авторлар саны.
discussion-co-authors = Тең авторлары: тағы { $count }
# $supports — қолдағандар саны, $is_mine — оқып отырған адам қолдады ма.
discussion-supports =
    👍 Қолдағандар: <b>{ $supports }</b>{ $is_mine ->
        [yes] , арасында Сіз де барсыз
       *[no] { "" }
    }
# $numbers — қосылған өтінімдер.
discussion-merged = Осыған қосылған өтінімдер: { $numbers }
# $number — қай өтінімге қосылғаны.
discussion-merged-into = Бұл өтінім № { PLAIN($number) } өтінімге қосылды. Соны ашып қолдаңыз.
discussion-own = Бұл – өзіңіздің өтініміңіз.
# $number — біріктіруге ұсынылған өз өтініміңіз.
discussion-offered-waiting = № { PLAIN($number) } өтініміңізді осыған қосуды ұсындыңыз. Автордың жауабын хабарлаймыз.
discussion-offered-agreed = № { PLAIN($number) } өтініміңіз осыған қосылды.
discussion-offered-declined = Автор № { PLAIN($number) } өтініміңізді осыған қосуға келіспеді.
discussion-offered-lapsed = № { PLAIN($number) } өтініміңізді осыған қосу туралы ұсыныс енді жарамсыз.
# $count — тексеруді күткен сұрақтар.
discussion-waiting = Тексеруді күтіп тұрған сұрағыңыз: { $count }
# $count — жарияланған сұрақтар.
discussion-asked = Қойылған сұрақ: { $count }
# $question — сұрақ, $answer — жауап, екеуі де қысқартылған.
discussion-newest =
    <i>{ $question }</i>
    — { $answer }

button-discussion-project = Енді бұл – жоба: ашу
button-discussion-draft = ‹ Аяқталмаған өтініміме оралу
button-discussion-mine = Өтінімімнің мәртебесі
button-discussion-support = 👍 Қолдаймын
button-discussion-take-back = Қолдауды қайтарып алу
button-discussion-ask = Сұрақ қою
# $question_count — сұрақтар саны.
button-discussion-questions = Сұрақтар: { $question_count }
button-discussion-merge = Өз өтінімімді осыған қосу
discussion-picture-caption = № { PLAIN($number) } өтінім: { $place }-сурет, барлығы { $count }
# $is_given — қолдау берілді ме, қайтарылды ма.
discussion-support-alert = { $is_given ->
    [yes] Қолдауыңыз есепке алынды. Оны талқылау біткенше қайтарып ала аласыз.
   *[no] Қолдауыңызды қайтарып алдыңыз.
}

## Сұрақ пен жауап
# $count — сұрақтар саны.
discussion-questions = <b>№ { PLAIN($number) } өтінімге қойылған сұрақтар: { $count }</b>
discussion-question =
    <b>Сұрақ:</b> { $question }
    <i>Автор әлі жауап берген жоқ.</i>
discussion-answered =
    <b>Сұрақ:</b> { $question }
    <b>Автордың жауабы:</b> { $answer }
# $most — сұрақтың ең ұзын мөлшері, таңба.
discussion-ask =
    <b>№ { PLAIN($number) } өтінімнің авторына сұрақ</b>
    Сұрағыңызды бір хабарламамен жазып жіберіңіз, { $most } таңбаға дейін. Атыңыз көрсетілмейді.
    Жіберер алдында өзіңізге қайта көрсетеміз.
# $question — жазылған сұрақ.
discussion-ask-check =
    <b>№ { PLAIN($number) } өтінімнің авторына сұрағыңыз:</b>

    <blockquote>{ $question }</blockquote>

    Осылай жіберейік пе? Әуелі әкімдік оқиды, содан кейін бәріне көрінеді. Өзгерткіңіз келсе, қайта жазып жіберіңіз.
button-discussion-send = Иә, жіберу
button-discussion-leave = Жібермей, артқа қайту
discussion-sent-alert = Сұрағыңыз жіберілді. Әкімдік оқып шыққан соң жарияланады, автор жауап берсе, хабарлаймыз.

## Біріктіру
# $number — өз өтініміңіз, $into, $title — қосылатын өтінім.
discussion-merge =
    <b>№ { PLAIN($number) } өтініміңізді № { PLAIN($into) } өтінімге қосқыңыз келе ме?</b>
    { $title }

    Автор келіссе:
    • Сіз осы өтінімнің тең авторы боласыз;
    • екеуін қолдағандар бірге есептеледі;
    • өз өтініміңіз бөлек қаралмайды, орнына жаңасын беруге болмайды.

    Автор келіспесе, өтініміңіз бұрынғыша қала береді.
button-discussion-offer = Иә, ұсыну
discussion-offer-alert = Ұсынысыңыз авторға жіберілді. Жауабын хабарлаймыз.

## Менің өтінімім
# $status — мәртебесі, $at — қашаннан бері.
mine-status = Мәртебесі: <b>{ $status }</b> ({ DATE($at) })
# $stages — қазір жүріп жатқан кезеңдер.
mine-stage = Науқанның кезеңі: { $stages }
mine-co-author = Сіз – тең авторсыз. Түзету мен қайтарып алуды негізгі автор жасайды.
# $closes — тексеру мерзімінің соңы.
mine-checked-by = Қазір әкімдік өтінімнің талаптарға сай екенін тексеріп жатыр. Шешімі { UNTIL($closes) } шығуы керек, шыққан бойда хабарлаймыз.
mine-checked-late = Әкімдіктің тексеру мерзімі өтіп кетті, соңғы күні – { LASTDAY($closes) }. Шешімнің қашан шығатынын төмендегі нөмірден сұраңыз.
mine-checked = Қазір әкімдік өтінімнің талаптарға сай екенін тексеріп жатыр. Шешімін хабарлаймыз.
mine-withdrawn = Өтінімді қайтарып алдыңыз. Ол қаралмайды.
# $number — қосылған өтінім.
mine-merged = Өтініміңіз № { PLAIN($number) } өтінімге қосылды, Сіз – соның тең авторысыз.
# $count — жауап күткен сұрақтар.
mine-questions-wait = ❓ Жауабыңызды күтіп тұрған сұрақ: <b>{ $count }</b>
# $papers — құжаттардың тізімі, $received — қаншасы келгені, $closes — мерзімі.
mine-papers = Керек құжаттар: { $papers }. Келгені: { $received }.
mine-papers-by = Керек құжаттар: { $papers }. Келгені: { $received }. Оларды әкімдікке { UNTIL($closes) } тапсырыңыз.

button-mine-rework = ✏️ Түзетіп, қайта жіберу
# $offer_count — жауап күткен ұсыныстар.
button-mine-offers = { $offer_count ->
    [0] Біріктіру ұсыныстары
   *[other] Біріктіру ұсыныстары: { $offer_count }
}
button-mine-questions = Сұрақтар: { $question_count }
button-mine-application = Өтінім файлмен (PDF)
# $number — өтінім нөмірі.
mine-application = № { PLAIN($number) } өтініміңіз екі тілде. Файлда есіміңіз бен телефоныңыз бар: өзіңізге керек болса ғана басқаға жіберіңіз.
button-mine-history = Барлық қадамы
button-mine-card = Басқаларға қалай көрінеді
button-mine-withdraw = Өтінімді қайтарып алу
button-mine-all = ‹ Өтінімдерім

mine-history = <b>№ { PLAIN($number) } өтінімнің барлық қадамы</b>
# $at — күні, $status — мәртебе.
mine-event = { DATE($at) }: <b>{ $status }</b>
mine-event-reason = Негіздемесі: { $reason }
# $at — күні, $former, $cost — бұрынғы және дәл құны.
mine-event-cost = { DATE($at) }: құны { MONEY($former) } → <b>{ MONEY($cost) }</b>

# $title — атауы, $closes — өтінім қабылдаудың соңы.
mine-withdraw-anew =
    <b>№ { PLAIN($number) } өтінімді қайтарып аласыз ба?</b>
    { $title }

    • Ол қаралмайды, бұл шешімді кейін өзгертуге болмайды.
    • Орныңыз босайды: { UNTIL($closes) } жаңа өтінім бере аласыз.
    • Осы нөмір қайта берілмейді.
mine-withdraw =
    <b>№ { PLAIN($number) } өтінімді қайтарып аласыз ба?</b>
    { $title }

    • Ол қаралмайды, бұл шешімді кейін өзгертуге болмайды.
    • Өтінім қабылдау аяқталған, сондықтан биыл жаңасын бере алмайсыз.
button-mine-withdraw-surely = Иә, қайтарып аламын
mine-withdrawn-alert = Өтініміңіз қайтарып алынды.

# $question — сұрақ, $answer — жауап, $state — жауаптың күйі.
mine-asked = <b>Сұрақ:</b> { $question }
mine-replied =
    <b>Жауабыңыз:</b> { $answer }
    { $state }
# $place — нешінші сұрақ, $count — барлығы.
mine-question = <b>Сұрақ { $place } / { $count }</b>
mine-reply-waiting = <i>Жауабыңызды әкімдік оқып жатыр. Оған дейін басқаша жазып жіберсеңіз болады.</i>
mine-reply-shown = <i>Жауабыңыз жарияланды, енді оны бәрі көреді.</i>
mine-reply-hidden = <i>Жауабыңыз жарияланбады, себебін хабарладық. Басқаша жазып жіберіңіз.</i>
button-mine-answer = Жауап беру
# $question — сұрақ, $most — жауаптың ең ұзын мөлшері.
mine-answer =
    <b>Сұрақ:</b> { $question }

    Жауабыңызды бір хабарламамен жазып жіберіңіз, { $most } таңбаға дейін.
# $answer — жазылған жауап.
mine-answer-check =
    <b>Жауабыңыз:</b>

    <blockquote>{ $answer }</blockquote>

    Осылай жіберейік пе? Әуелі әкімдік оқиды, содан кейін бәріне көрінеді. Өзгерткіңіз келсе, қайта жазып жіберіңіз.
mine-answered-alert = Жауабыңыз жіберілді. Әкімдік оқып шыққан соң, оны бәрі көреді.

mine-offers = <b>№ { PLAIN($number) } өтінімді біріктіру ұсыныстары</b>
# $number — екінші өтінім, $state — ұсыныстың күйі.
mine-offer-got = № { PLAIN($number) } өтінімді осыған қосу ұсынылды: { $state }
mine-offer-made = Осыны № { PLAIN($number) } өтінімге қосуды ұсындыңыз: { $state }
mine-offer-waiting = жауап күтіп тұр
mine-offer-agreed = келісім берілді
mine-offer-declined = келісім берілмеді
mine-offer-lapsed = енді жарамсыз
# $other — қосылғысы келген өтінім.
button-mine-offer = № { PLAIN($other) }: жауап беру
# $number, $title — қосылғысы келген өтінім, $into — Сіздің өтініміңіз.
mine-offer =
    <b>№ { PLAIN($number) } өтінімнің авторы оны № { PLAIN($into) } өтініміңізге қосқысы келеді</b>
    { $title }

    Келіссеңіз, ол тең автор болады, қолдағандар бірге есептеледі, бір өтінім қаралады. Келісімді кейін қайтарып алуға болмайды.
    Келіспесеңіз, екі өтінім бөлек қарала береді.
button-mine-offer-card = Сол өтінімді оқу
button-mine-agree = Келісемін, біріктіру
button-mine-decline = Келіспеймін
# $agrees — келісті ме.
mine-settled-alert = { $agrees ->
    [yes] Өтінімдер біріктірілді. Екі авторға да хабарлаймыз.
   *[no] Ұсыныс қабылданбады. Екінші авторға хабарлаймыз.
}
