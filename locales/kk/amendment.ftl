### Жарияланғаннан кейін ереже мен тізімде не өзгерді: не, неге, кім бекітті.

## Күннің жанындағы ұзартылған мерзім

# $first – кезеңнің бұрынғы соңы.
amendment-extended = ұзартылды: бұрын { UNTIL($first) } еді
home-extended = Ұзартылды: бұрын { UNTIL($first) } еді.

## Не өзгерді
# $stage – кезең, $is_campaign – бүкіл науқан ба, $territory – аумақ, $old, $new – бұрынғы және жаңа соңы.
amendment-told-stage-extended = { $is_campaign ->
    [yes] «{ $stage }» кезеңі ұзартылды.
   *[no] «{ $stage }» кезеңі ұзартылды. Аумағы: { $territory }.
} Бұрынғы мерзімі: { LASTDAY($old) }. Жаңа мерзімі: { LASTDAY($new) }.
# $territories – аумақтар, $name – ортақ атауы.
amendment-told-territories-merged = Аумақтар бір тізіммен бірге дауыс береді: { $territories }. Ортақ атауы: «{ $name }». Қаражаты қосылды, ең аз дауыс саны ортақ.
# $territory – аумақ.
amendment-told-frozen-early = Жобалар тізімі мен ережелер дауыс беру басталғанша түпкілікті бекітілді. Аумағы: { $territory }.
# $number – жобаның нөмірі.
amendment-told-project-stopped = № { PLAIN($number) } жоба тоқтатылды: оған енді дауыс берілмейді. Берілген дауыстар сақталады және көрініп тұрады, екінші рет дауыс беруге болмайды.
# $number – жобаның нөмірі, $field – не түзетілді, $old, $new – бұрынғысы мен жаңасы.
amendment-told-typing-error = № { PLAIN($number) } жоба: { $field ->
    [title] атауындағы
   *[text] сипаттамасындағы
} қате жазу түзетілді. Бұрынғысы: «{ $old }». Жаңасы: «{ $new }».

## Тұрғындарға хабарлама
# $campaign – науқанның атауы.
notice-amendment-stage-extended = Мерзім ұзартылды. { $campaign }
notice-amendment-territories-merged = Аумақтар бірге дауыс береді. { $campaign }
notice-amendment-project-stopped = Жоба тоқтатылды. { $campaign }
# $reason – кеңсе жазған себеп.
notice-amendment-reason = Себебі: { $reason }
notice-amendment-decided = Мұны әкімдіктегі екі адам шешті. Шешім жазылып, жарияланды. Сұрағыңыз болса, әкімдіктің байланысы: /rules

## Кеңсе беті
amendments-title = Ережені өзгерту
amendments-intro = Бір адам ұсынады, екіншісі бекітеді, өзгеріс содан кейін ғана күшіне енеді. Аумақтың тізімі түпкілікті бекітілмей тұрғанда ол әрекеттер журналында қалады. Тізім түпкілікті бекітілген соң бұл – қол қойылған акт, оны бәрі көреді.
amendments-fixed = Дауыс беру басталғаннан кейін ережені, жобалар құрамын, олардың құнын және тұрғындар тізілімін өзгертуге болмайды. Дауыс беру аяқталғанша оны ұзартуға, жобаны тоқтатуға, қате жазуды түзетуге болады.
amendments-waiting = Екінші адамды күтіп тұр
amendments-waiting-none = Бекітуді күтіп тұрған ештеңе жоқ.
amendments-history = Тарихы
amendments-history-none = Әзірге өзгеріс болған жоқ.
amendments-propose = Өзгеріс ұсыну
# $number – өзгерістің нөмірі.
amendments-number = № { PLAIN($number) } өзгеріс
# $name – кім, $at – қашан.
amendments-proposed = Ұсынған: { $name }, { DATETIME($at) }
amendments-settled = Шешкен: { $name }, { DATETIME($at) }
# $reason – себебі.
amendments-reason = Себебі: { $reason }
# $act – қол қойылған актінің нөмірі.
amendments-act = № { PLAIN($act) } қол қойылған акт
amendment-state-waiting = бекітуді күтіп тұр
amendment-state-approved = күшінде
amendment-state-withdrawn = қайтарып алынды
amendment-state-rejected = кері қайтарылды
amendment-kind-stage-extended = Кезеңді ұзарту
amendment-kind-territories-merged = Аумақтарды біріктіру
amendment-kind-frozen-early = Тізімді ертерек түпкілікті бекіту
amendment-kind-project-stopped = Жобаны тоқтату
amendment-kind-typing-error = Жобадағы қате жазу
amendment-about-stage-extended = Кезең аяқталмай тұрғанда оның мерзімін тек кешірек күнге ауыстыруға болады. Кезеңдердің реті сақталады, қорытынды дауыс беруден кейін шығарылады. Жас пен тіркелген жер бұрынғы күндерге қарай есептеледі. Қатысы бар адамдардың бәріне бұрынғы және жаңа күні хабарланады.
amendment-about-territories-merged = Дауыс санынан кімнің қалай дауыс бергені білініп қалатын шағын аумақтарға арналған. Тізім ортақ, қаражат қосылады, ең аз дауыс саны біреу. Мерзімі бірдей көршілес аумақтарды тек тізім түпкілікті бекітілгенше біріктіруге болады.
amendment-about-frozen-early = Өтінім қабылдау, қарау және пысықтау аяқталған соң ғана мүмкін. Осы сәттен бастап жобалар, олардың құны және тұрғындар тізілімі өзгермейді, мұны кері қайтаруға болмайды. Бұлай жасалмаса, тізім дауыс беру басталғанда өзі түпкілікті бекітіледі.
amendment-about-project-stopped = Жобаны салу мүмкін болмай қалса. Оған жаңа дауыс берілмейді, берілгені есепте қалып, көрініп тұрады, бірақ жоба жеңе алмайды. Дауыс беріп қойғандарға екінші дауыс берілмейді.
amendment-about-typing-error = Тек атауындағы немесе сипаттамасындағы сөздер түзетіледі. Бұрынғы және жаңа мәтін қатар жарияланады. Мағынасы, орны және құны бұлай өзгермейді.
amendments-field-stage = Кезең
amendments-field-territory = Аумақ
amendments-field-campaign = Бүкіл науқан
amendments-field-territory-hint = Бұл кезең үшін өз мерзімі бар аумақтар бөлек ұзартылады.
amendments-field-day = Жаңа соңғы күні, қоса алғанда
amendments-field-hour = Аяқталатын сағаты
amendments-field-hour-hint = Бос қалса, күннің соңына дейін.
amendments-field-territories = Қай аумақтарды біріктіру керек
amendments-field-box = Дауыс беру аумағы
amendments-field-number = Жобаның нөмірі
amendments-field-what = Қате қай жерде
amendments-field-title = Атауында
amendments-field-text = Сипаттамасында
amendments-field-new-kk = Қазақша жаңа мәтін
amendments-field-new-ru = Орысша жаңа мәтін
amendments-field-new-hint = Дұрыс мәтінді басынан аяғына дейін толық жазыңыз.
amendments-field-reason-kk = Себебі қазақша
amendments-field-reason-ru = Себебі орысша
# $most – неше таңба.
amendments-field-reason-hint = Оны тұрғындар оқиды. { $most } таңбаға дейін, жеке деректерсіз.
amendments-blank = Таңдаңыз
amendments-second = Басқа адам бекітуі керек: хатшы немесе әкім.
amendments-ask = Бекітпес бұрын оқып шығыңыз: бекітілгенді кері қайтаруға болмайды.
button-amendment-propose = Ұсыну
button-amendment-approve = Бекіту
button-amendment-reject = Кері қайтару
button-amendment-withdraw = Қайтарып алу
amendments-back = Өзгерістерге оралу

## Әрекеттер журналы
log-propose-amendment = ережеге өзгеріс ұсынылды
log-approve-amendment = ереженің өзгерісі бекітілді
log-reject-amendment = ереженің өзгерісі кері қайтарылды
log-withdraw-amendment = ереженің өзгерісі қайтарып алынды
