### Қабылдамауға шағым: боттағы авторға, жазылғандарға және кеңседегі қызметкерге айтылатыны.

# $number — өтінім нөмірі, $title — өтінімнің аты.
notice-appeal-entered =
    <b>№ { PLAIN($number) } өтініміңіздің қабылданбағанына шағым түсті</b>
    { $title }

    Шағым әкімдікке қағаз түрінде әкелінді, бүгін енгізілді.
# $contact — әкімдіктегі бөлім, $phone — телефоны.
notice-appeal-not-yours = Шағымды Сіз бермеген болсаңыз, бірден қоңырау шалыңыз: { $contact }, { $phone }
notice-appeal-dismissed =
    <b>№ { PLAIN($number) } өтінім бойынша шағымыңыз қанағаттандырылмады</b>
    { $title }
notice-appeal-news =
    <b>№ { PLAIN($number) } өтінімді қабылдамау туралы шешім күшінде қалды</b>
    { $title }

    Авторы шағымданған еді. Шағымды басқа адамдар қарап, қанағаттандырмады.
# $due_at — жауап мерзімінің соңы.
appeal-answer-by = Шағымды өтінімді қабылдамағандар емес, басқа адамдар қарайды. Жауабы { UNTIL($due_at) } шығады, шыққан бойда хабарлаймыз.
appeal-answer = Шағымды өтінімді қабылдамағандар емес, басқа адамдар қарайды. Ережеде жауап мерзімі көрсетілмеген; жауап шыққан бойда хабарлаймыз.
appeal-answer-late = Шағымға жауап беру мерзімі өтіп кетті, соңғы күні – { LASTDAY($due_at) }. Жауаптың қашан шығатынын төмендегі нөмірден сұраңыз.
# $reason — негіздеме.
appeal-reason = <b>Негіздеме:</b> { $reason }
appeal-final = Шағымды өтінімді қабылдамағандар емес, басқа адамдар қарады. Бұрынғы шешім күшінде қалады, бұл жерде екінші рет шағым беруге болмайды.
appeal-turn = Келіспесеңіз, тағы қайда жүгінуге болатынын сұраңыз:

# $number — өтінім нөмірі, $most — ең көп таңба саны.
appeal-write =
    <b>№ { PLAIN($number) } өтінімнің қабылданбағанына шағым</b>

    Немен келіспейтініңізді және неге екенін бір хабарламамен жазыңыз, { $most } таңбаға дейін. ЖСН жазбаңыз.
    Шағым бір рет қана беріледі. Оны өтінімді қабылдамағандар емес, басқа адамдар оқиды.
# $closes — мерзімнің соңы.
appeal-term = <b>Мерзімі:</b> { UNTIL($closes) }.
appeal-term-ballot = <b>Мерзімі:</b> дауыс беру басталғанша, { UNTIL($closes) }.
# $text — жазылған шағым.
appeal-check =
    <b>№ { PLAIN($number) } өтінім бойынша шағымыңыз:</b>

    <blockquote>{ $text }</blockquote>

    Осылай берейік пе? <b>Шағым біреу ғана:</b> кейін оны өзгертуге де, қайтарып алуға да, қайта беруге де болмайды. Қазір өзгерту үшін басқаша жазып жіберіңіз.
button-appeal = ⚖️ Шағым беру
button-appeal-send = Иә, шағым беремін
button-appeal-leave = Бермеймін
appeal-sent-alert = Шағымыңыз қабылданды. Жауабын бірден хабарлаймыз.

# $filed_at — берілген күні.
mine-appeal-waiting = ⚖️ <b>Шағымыңыз { DATE($filed_at) }{ SUFFIX($filed_at, "loc") } түсті, қаралып жатыр.</b>
# $decided_at — шешім шыққан күн.
mine-appeal-dismissed = ⚖️ <b>Шағымыңыз { DATE($decided_at) }{ SUFFIX($decided_at, "loc") } қаралды, бірақ қанағаттандырылмады.</b>
# $closes — шағым мерзімінің соңы.
mine-appeal-late = Шағым беру мерзімі өтті, соңғы күні – { LASTDAY($closes) }.
# $at — күні.
mine-appeal-step-filed = { DATE($at) }: <b>автор шағым берді</b>
mine-appeal-step-dismissed = { DATE($at) }: <b>шағым қанағаттандырылмады, бұрынғы шешім күшінде</b>

## Кеңсе
appeal-title = Қабылданбаған өтінімдер бойынша шағымдар
appeal-intro = Өтінімі қабылданбаған автор бір рет шағым бере алады. Шағымды ол шешімге қатыспаған адам қарайды.
appeal-none = Шағым жоқ.
# $count — шешім күткен шағым саны.
appeal-waiting-count = Шешім күтіп тұрғаны: { $count }
appeal-column-number = №
appeal-column-title = Өтінім
appeal-column-against = Кім қабылдамады
appeal-column-filed = Берілген күні
appeal-column-due = Мерзімі не жауабы
appeal-against-council = Кеңес
appeal-against-clerk = Әкімдік қызметкері
# $at — күн.
appeal-day = { DATE($at) }
# $due_at — жауап мерзімінің соңы.
appeal-due-late = мерзімі өткен: { LASTDAY($due_at) }
appeal-due-today = бүгін – соңғы күн
appeal-due = Жауап беру керек: { UNTIL($due_at) }
appeal-due-none = Ережеде жауап мерзімі көрсетілмеген
appeal-upheld = Қанағаттандырылды
appeal-dismissed = Қанағаттандырылмады
button-appeal-enter = Қағаздағы шағымды енгізу
# $number — өтінім нөмірі.
appeal-page-title = № { PLAIN($number) } өтінім бойынша шағым
appeal-proposal = Өтінімді ашу
appeal-refusal = Өтінімнің қабылданбауы
appeal-ground = Себебі
appeal-refusal-reason = Негіздеме
appeal-site = Жоба орны қаралған соң ғана дауыс беруге жіберіледі: жер де, желілер де кедергісіз болуы керек.
appeal-words = Автор не дейді
appeal-logged = Шағымды кім, қашан ашқаны журналға жазылды.
appeal-answered = Жауап
appeal-answer-reason = Негіздеме
appeal-decide = Шағым бойынша шешім
appeal-decision = Шешім
appeal-unchosen = Шағымды қанағаттандырасыз ба, жоқ па – біреуін таңдаңыз.
appeal-uphold-clerk = Қанағаттандыру: өтінім тіркеледі, оны кеңес қарайды
appeal-uphold-council = Қанағаттандыру: жоба дауыс беруге жіберіледі
appeal-dismiss = Қанағаттандырмау: бұрынғы шешім күшінде қалады
appeal-uphold-closed = Қазір бұл шағымды Сіз қанағаттандыра алмайсыз, тек қанағаттандырмауға болады:
appeal-reason-kk = Негіздеме, қазақша
appeal-reason-ru = Негіздеме, орысша
# $most — таңба саны.
appeal-reason-hint = Екі тілде де, әрқайсысы { $most } таңбаға дейін. Оны автор мен жазылғандар бірден алады.
appeal-final-hint = Шешім түпкілікті: екінші шағым болмайды, жауапты өзгертуге болмайды.
button-appeal-decide = Шешім қабылдау
appeal-enter-title = Қағаздағы шағым
appeal-enter-intro = Шағымды автордың өзі әкелгенін жеке куәлігінен тексеріңіз. Ол боттан хабарлама алатын болса, бұл туралы хабар барады.
appeal-enter-number = Өтінім нөмірі
appeal-enter-words = Шағымның мәтіні
# $most — таңба саны.
appeal-enter-words-hint = Автордың өз сөзімен, { $most } таңбаға дейін, ЖСН-сіз.
appeal-enter-language = Шағымның тілі
button-appeal-file = Шағымды енгізу
