### Дауыс беру басталғаннан бері не бекітілген: ереже, тізім, дауыс беру құқығы және қол қойылған актілер.

## Кеңсе беті
freeze-title = Түпкілікті тізім және актілер
freeze-intro = Дауыс беру басталарда әр аумақта ережелер, жобалар тізімі мен олардың құны, дауыс беруге құқылы адамдардың саны түпкілікті бекітіледі. Хеш бойынша кейін ештеңе өзгермегенін кез келген адам тексере алады.
freeze-guide = Бұл науқанда дауыс ресми бетте беріледі, мұнда тізім түпкілікті бекітілмейді.
freeze-territory = Аумақ
freeze-state = Күйі
# $at – қашан.
freeze-state-frozen = түпкілікті бекітілді: { DATETIME($at) }
freeze-state-opens = өзі түпкілікті бекітіледі: { DATETIME($at) }
freeze-state-none = дауыс берілмейді
freeze-entitled = Дауыс беруге құқылы
freeze-adults = Ресми дерек бойынша ересектер
freeze-adults-none = ережеде көрсетілмеген
freeze-hash = Хеші
freeze-open = Құрамын көрсету
freeze-key-missing = Бұл аумақтың жәшік кілті жоқ: оператор кілттерді жасамайынша, мұнда дауыс беру басталмайды.
# $territory – аумақ, $count – саны, $least – шегі.
freeze-few = { $territory }: дауыс беруге құқылы адам саны – { $count }. Мұндай адам { $least } дегеннен аз болса, дауыс санынан кімнің қалай дауыс бергені білініп қалады. Мұндай аумақ тізім түпкілікті бекітілгенше көршісімен біріктіріледі.
freeze-merge = Біріктіруді ұсыну
# $territory – аумақ.
freeze-of = Түпкілікті тізім. Аумағы: { $territory }
freeze-would-be = Тізім әлі түпкілікті бекітілген жоқ. Қазір бекітілсе, оған не кіретіні төменде тұр.
freeze-stands = Түпкілікті бекітілді. Осы сәттен бастап бәрін тек қол қойылған актілер өзгертеді.
freeze-rulebook = Ереженің хеші (SHA-256)
freeze-root = Дауыс беруге құқылы адамдардың белгілері: ағаштың түбірі
freeze-digest = Бүкіл құрамның хеші (SHA-256)
freeze-period = Дауыс беру
freeze-money = Аумақтың қаражаты
freeze-threshold = Ең аз дауыс саны
freeze-projects = Жобалар және олардың құны
freeze-projects-none = Тізімде бірде-бір жоба жоқ.
freeze-number = Нөмірі
freeze-name = Атауы
freeze-cost = Құны
freeze-exclusive = Бірге салынбайтын жұптар
# $first, $second – нөмірлер.
freeze-pair = № { PLAIN($first) } және № { PLAIN($second) }
freeze-download = Құрамын жүктеп алу (JSON)
freeze-acts = Қол қойылған актілер
freeze-acts-none = Әзірге акт жоқ.
# $number – актінің нөмірі, $kind – оның түрі.
freeze-act = № { PLAIN($number) } акт: { $kind }
freeze-act-kind-freeze = түпкілікті бекіту
freeze-act-kind-addition = тізімге қосу
freeze-act-kind-import = ресми бетте дауыс бергендер
freeze-act-kind-amendment = өзгеріс
freeze-act-kind-opening = жәшікті ашу
freeze-act-kind-key-destroyed = кілтті жою
freeze-act-kind-audit = жеребе бойынша тексеру
freeze-act-kind-restored = қалпына келтіру
freeze-act-kind-lot = жеребе
freeze-act-kind-elsewhere = ресми беттің хаттамасы
freeze-act-kind-struck = ресми бетте сызып тасталғандар
freeze-act-kind-other = басқа
freeze-signature = Қолтаңба (Ed25519)
freeze-text = Қол қойылған мәтін
freeze-key = Науқанның ашық кілті
freeze-key-none = Науқанның кілттері әлі жоқ.
freeze-amendments = Күшіндегі өзгерістер
freeze-back = Барлық аумаққа оралу

## Көпшілікке арналған бет
public-freeze-title = Түпкілікті бекітілген тізім және актілер
public-freeze-about = Дауыс беру басталғаннан бастап ережелер, жобалар, олардың құны және дауыс беруге құқылы адамдардың саны өзгермейді. Құрамын жүктеп алып, SHA-256 мәнін өзіңіз есептеңіз: ол хешпен бірдей болуы керек. Одан кейінгі өзгерістің бәрі қол қойылған актімен жазылады.
public-freeze-none = Әзірге ештеңе түпкілікті бекітілген жоқ: бұл дауыс беру басталарда жасалады.
public-freeze-link = Түпкілікті бекітілген тізім және қол қойылған актілер
public-freeze-files = Файлдар
public-freeze-contents = хеші есептелген құрам
public-freeze-file-acts = қолтаңбалары бар барлық акт және ашық кілт
