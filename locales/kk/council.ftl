### Сараптамалық кеңес мүшесіне еске салу: тұрғындардың дерегі жазылмайды.

# $council — кеңестің атауы.
notice-council = { $council }: пікіріңіз күтіліп тұр
# $count — неше өтінім, $sitting — отырыстың нөмірі.
notice-council-waiting = № { PLAIN($sitting) } отырыстың күн тәртібіндегі { $count } өтінім бойынша пікіріңізді әлі айтқан жоқсыз.
notice-council-where = Пікір бұл жерде емес, әкімдік кеңсесінің бетінде жазылады.
button-notice-council = Отырысты ашу

## Кеңес мүшелері
council-title = Сараптамалық кеңес
council-name = Мүшесі
council-chair = төраға
council-since = Тағайындалған күні
council-former = Бұрынғы мүшелер
# $at — күні.
council-left = { DATE($at) }
council-none = Кеңесте әзірге мүше жоқ.
# $quorum, $majority — үлестер, $leaves — мүдделер қақтығысы бар мүше есептен шыға ма.
council-rule = Кворум – мүшелердің кемінде { $quorum } бөлігі. Пікір айтқандардың { $majority } бөлігінен көбі жақтаса, жоба дауыс беруге жіберіледі, дауыс тең болса, жіберілмейді. { $leaves ->
    [yes] Мүдделер қақтығысы бар мүше есептен шығады.
   *[no] Мүдделер қақтығысы бар мүше де есепте қалады.
}
council-rule-missing = Науқан ережесінде кеңестің кворумы мен көпшілігі айтылмаған. Олар енгізілмейінше, отырыс ашылмайды.
council-linked = еске салу қосылған
council-unlinked = еске салу қосылмаған
council-appoint = Мүше тағайындау
council-appoint-hint = «Сараптамалық кеңес мүшесі» рөлі бар қызметкерлер. Бір адам екі логинмен мүше бола алмайды.
council-candidate = Қызметкер
council-candidate-blank = Таңдаңыз
council-no-candidates = Тағайындайтын адам жоқ: жүйе әкімшісі қызметкерге «сараптамалық кеңес мүшесі» рөлін беруі керек.
council-as-chair = Төраға болады
council-home-owed = Сіздің пікіріңізді күтеді
council-home-unpublished = Жабылған, бірақ шешімдері әлі жарияланбаған отырыстар
council-blocked = кіруі жабық
button-council-appoint = Тағайындау
button-council-chair = Төраға ету
button-council-dismiss = Шығару

## Отырыстар
sittings-title = Кеңес отырыстары
sittings-none = Отырыс әлі болған жоқ.
sittings-new = Отырыс ашу
sittings-number = Отырыс
sittings-held = Өтетін күні
sittings-until = Пікір айту мерзімі
sittings-state = Барысы
# $number — отырыстың нөмірі.
sitting-title = № { PLAIN($number) } отырыс
sitting-new-title = Жаңа отырыс
sitting-new-intro = Мүшелер пікірін өз логинімен айтады, шешім дауыс санына қарай шығады. Отырыс жабылған соң хаттама дайын болады.
sitting-new-frozen = Мүшелер құрамы мен өтінімдердің мәтіні отырыс ашылған сәттегі күйінде қалады.
# $day — күні.
sitting-held = { DATE($day) }
sitting-place-kk = Өтетін жері (қазақша)
sitting-place-ru = Өтетін жері (орысша)
sitting-term = Пікір айтатын соңғы күн
sitting-term-hint = Осы күннің соңына дейін. Кешіккен мүшеге ережедегі уақытта еске салынады.
sitting-agenda = Күн тәртібі
sitting-agenda-none = Күн тәртібіне қоятын өтінім жоқ. Оған тіркелген, орны қаралған және басқа отырыста тұрмаған өтінім қойылады.
# $count — неше өтінім.
sitting-agenda-all = Дайын өтінімдердің бәрі: { $count }
sitting-agenda-chosen = Белгіленген өтінімдер ғана
sitting-agenda-by-hand = Өтінімдерді көріп, керегін белгілеу
sitting-agenda-first = Күн тәртібінің басына
sitting-agenda-next = Күн тәртібінің жалғасы
sitting-members = Мүшелер
sitting-place = Өтетін жері
# $at — соңы.
sitting-until = { UNTIL($at) }
sitting-secretary = Хатшы
sitting-chair = төраға
# $number — өтінім нөмірі, $title — атауы.
sitting-item = № { PLAIN($number) }. { $title }
sitting-given = Пікір айтты
sitting-decision = Шешім
sitting-yours = Сіздің пікіріңіз
sitting-yours-none = әлі жоқ
# $count — неше өтінім.
sitting-waiting = Сіздің пікіріңізді { $count } өтінім күтіп тұр.
sitting-all-said = Барлық өтінім бойынша пікір айттыңыз. Шешім жазылғанша оны өзгерте аласыз.
sitting-late = Кім әлі пікір айтқан жоқ
# $count — неше өтінім.
sitting-late-count = { $count } өтінім қалды.
sitting-late-unlinked = Telegram-дағы еске салу қосылмаған, өзіңіз хабарласыңыз.
sitting-late-none = Бәрі пікір айтты.
sitting-move = Мерзімді өзгерту
sitting-close = Отырысты жабу
sitting-close-hint = Отырыс барлық өтінімнің шешімі жазылып немесе өтінім келесі отырысқа қалдырылып болған соң жабылады. Содан кейін хаттама өзгермейді.
sitting-protocol = Хаттама
sitting-protocol-draft = Отырыс әлі жабылған жоқ, сондықтан бұл – хаттаманың жобасы ғана.
sitting-publish = Шешімдерді жариялау
# $number — отырыстың нөмірі.
sitting-publish-title = № { PLAIN($number) } отырыстың шешімдерін жариялау
sitting-publish-intro = Бәрі бірден жарияланады, авторларға бот арқылы сол сәтте хабар барады. Қайтарып алуға болмайды: алдымен тексеріңіз.
sitting-publish-late = Дауыс беру басталғанша қалған уақыт ережеде шағым мен жауапқа берілген мерзімнен аз. Шағымдарға дауыс беру басталғанша жауап беру керек: кейін қабылдамау туралы шешімді өзгертуге болмайды. Шешімдерді ертерек жариялаңыз.
sitting-publish-none = Қазір жариялайтын ештеңе жоқ: отырыс әлі жабылмаған, шешімдері жарияланып қойған немесе бұл Сіздің рөліңізге кірмейді.
# $at — қашан.
sitting-published = Шешімдер жарияланды: { DATETIME($at) }.
# $number — өтінім нөмірі.
sitting-dropped-changed = № { PLAIN($number) } бойынша шешім жарияланған жоқ: осы арада өтінім басқа өтінімге біріктірілген, пысықталған немесе басқаша шешілген.
sitting-dropped-site = № { PLAIN($number) } бойынша шешім жарияланған жоқ: орнын соңғы қарағанда жарамсыз болып шықты. Өтінімді жаңа күн тәртібіне қоюға болады.
sitting-dropped-cost = № { PLAIN($number) } бойынша шешім жарияланған жоқ: шешімнен кейін құны өзгерген. Өтінімді жаңа күн тәртібіне қойыңыз.
sitting-dropped-frozen = № { PLAIN($number) } бойынша шешім жарияланған жоқ: бұл аумақта дауыс беру басталған немесе өткізілмейді, ал жобалар тізімі дауыс беру басталған соң өзгермейді.
button-sitting-open = Отырысты ашу
button-sitting-move = Мерзімді өзгерту
button-sitting-close = Отырысты жабу
button-sitting-publish = Бәрін жариялау
button-sitting-to-publish = Тексеріп, жариялау
button-sitting-first = Келесі өтінімді ашу
sitting-state-open = пікір жиналуда
sitting-state-over = мерзім өтті
sitting-state-closed = жабылды
sitting-state-published = жарияланды
sitting-verdict-none = шешілмеген
sitting-verdict-admitted = дауыс беруге жіберілді
sitting-verdict-refused = қабылданбады
sitting-verdict-put-off = келесі отырысқа қалды
sitting-verdict-dropped = жарияланбады
sitting-publish-admitted = Дауыс беруге жіберіледі
sitting-publish-refused = Қабылданбайды
sitting-publish-put-off = Келесі отырысқа қалды, жарияланбайды

## Күн тәртібіндегі бір өтінім
# $number — өтінім нөмірі.
agenda-title = № { PLAIN($number) } өтінім
agenda-place = Орны
agenda-cost = Құны
# $cost — теңге.
agenda-tenge = { MONEY($cost) }
agenda-site = Орнын қарау нәтижесі
agenda-site-none = Әлі қаралмаған.
# $who — кім, $day — қашан.
agenda-site-by = Қараған: { $who }, { DATE($day) }
agenda-dossier = Суреттер, тексеру және құны: өтінімнің толық беті
agenda-own = Сіздің пікіріңіз
agenda-own-intro = Басқа мүшелердің пікірін өзіңіз пікір айтқан соң көресіз.
agenda-own-changed = Шешім жазылғанша пікіріңізді өзгерте аласыз.
agenda-own-proposal = Сіз бұл өтінімнің авторысыз немесе тең авторысыз: ереже бойынша ол туралы мүдделер қақтығысын ғана мәлімдей аласыз.
agenda-typed = Осыны жаздыңыз, бірақ ол сақталған жоқ
agenda-ground = Қабылдамау себебі
agenda-ground-blank = Қабылдамасаңыз, таңдаңыз
agenda-comment = Қысқаша түсініктеме
# $most — неше таңба.
agenda-comment-hint = Қабылдамасаңыз, міндетті. { $most } таңбаға дейін, хаттамаға жазылады.
# $given — айтқандар, $members — барлық мүше.
agenda-opinions = Пікір айтқан мүшелер: { $given }, барлығы { $members }
agenda-hidden = Пікірлер өзіңіз айтқан соң немесе бәрі айтып болған соң көрінеді.
# $admitting, $refusing, $conflicted — саны.
agenda-count = Жіберуге: { $admitting }. Қабылдамауға: { $refusing }. Мүдделер қақтығысы: { $conflicted }.
# $present — қатысқандар, $quorum — керегі.
agenda-quorum-missing = Кворум жоқ: пікір айтқан { $present } мүше, ал кемінде { $quorum } керек. Мерзімді ұзартыңыз немесе өтінімді келесі отырысқа қалдырыңыз.
# $majority — неше дауыс керек еді.
agenda-would-admit = Кеңестің шешімі: жоба дауыс беруге жіберіледі. Ол үшін кемінде { $majority } дауыс керек еді.
agenda-would-refuse = Кеңестің шешімі: жоба қабылданбайды. Жіберу үшін кемінде { $majority } дауыс керек еді.
agenda-conclude = Шешімді жазу
# $at — мерзім.
agenda-conclude-wait = Шешім бәрі пікір айтқанда немесе мерзім біткенде жазылады: { UNTIL($at) }.
# $original — автордың тілі.
agenda-original = Автор { $original ->
    [kk] қазақша
   *[ru] орысша
} жазған, оның мәтіні өзгермей жарияланады. Екінші тілдегісін Сіз толтырасыз.
# $other — аударма тілі.
agenda-translated-title = { $other ->
    [kk] Атауы қазақша
   *[ru] Атауы орысша
}
agenda-translated-description = { $other ->
    [kk] Сипаттамасы қазақша
   *[ru] Сипаттамасы орысша
}
agenda-reason-kk = Негіздемесі қазақша
agenda-reason-ru = Негіздемесі орысша
# $most — неше таңба.
agenda-reason-hint = Авторға осы мәтін барады, ол жобаның бетінде де тұрады. { $most } таңбаға дейін.
agenda-put-off = Келесі отырысқа қалдыру
agenda-put-off-hint = Кворум болмаса немесе бір мәселені анықтау керек болса. Өтінім келесі отырыстың күн тәртібіне қойылады.
agenda-decided = Кеңестің шешімі
button-agenda-say = Пікірді жіберу
button-agenda-change = Пікірді өзгерту
button-agenda-conclude = Шешімді сақтау
button-agenda-put-off = Келесі отырысқа қалдыру
agenda-choice-admit = Дауыс беруге жіберемін
agenda-choice-refuse = Қабылдамаймын
agenda-choice-conflict = Мүдделер қақтығысы бар
agenda-said-admit = жіберуге
agenda-said-refuse = қабылдамауға
agenda-said-conflict = мүдделер қақтығысы

## Бірге салынбайтын жобалар
exclusive-title = Бірге салынбайтын жобалар
exclusive-intro = Жұптың біреуі ғана жеңе алады, мысалы, екеуі де бір жерге арналса. Жұптар жобаның бетінде көрінеді, дауыс беру басталған соң өзгермейді.
exclusive-none = Әзірге жұп жоқ.
exclusive-of-rulebook = Науқан ережесінен
exclusive-first = Бірінші нөмір
exclusive-second = Екінші нөмір
exclusive-add = Жұп қосу
button-exclusive-add = Қосу
button-exclusive-remove = Жұпты алып тастау
