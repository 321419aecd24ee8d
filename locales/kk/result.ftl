### Дауыс беру қорытындысы бойынша кеңестің шешімі.

# $number — өтінім нөмірі, $title — жобаның аты, $council — кеңестің атауы.
notice-result-decided = <b>№ { PLAIN($number) }. { $title }</b>
    Дауыс беру қорытындысын кеңес қарады: { $council }.
result-implemented = Шешім: жоба іске асырылады.
result-declined = Шешім: жоба іске асырылмайды.
# $is_won — дауыс саны бойынша жеңген-жеңбегені.
result-differs = { $is_won ->
        [yes] Назар аударыңыз: дауыс саны бойынша жоба жеңген болатын, кеңес басқаша шешті.
       *[no] Назар аударыңыз: дауыс саны бойынша жоба жеңген жоқ, кеңес басқаша шешті.
    }
# $reason — кеңестің негіздемесі.
result-reason = Негіздемесі: { $reason }

## Кеңседегі беттер
office-nav-results = Кеңес және қорытынды
results-title = Қорытынды бойынша кеңестің шешімі
results-intro = Дауыс саналған соң кеңес әр жоба бойынша шешім қабылдайды. Дауыс санынан басқаша шешімнің негіздемесі міндетті түрде екі тілде жазылады, ол бәріне көрінеді.
results-none = Бұл науқанда ботта дауыс берілмейді, сондықтан мұнда қаралатын қорытынды жоқ.
results-territory = Аумақ
# $territory — аумақ.
results-of = Қорытынды: { $territory }
results-call = Отырысты ашу
results-call-hint = Отырысқа осы аумақтың барлық жобасы қойылады. Мүшелер пікірін өз логинімен айтады. Кеңестің құрамы қазіргі күйінде қалады.
results-project = Жоба
results-counted = Дауыс саны бойынша
results-granted = Бөлінетін ақша
results-dossier = Өтінімнің толық беті
results-differs = Дауыс санынан басқаша
# $votes — дауыс саны, $place — орны.
results-votes = { $votes } дауыс, { $place }-орын
results-votes-hidden = Дауыс саны жарияланбайды
results-not-won = Жеңгендердің қатарында жоқ.
results-verdict-none = шешілмеген
results-verdict-implemented = іске асырылады
results-verdict-declined = іске асырылмайды
# $count — неше жоба.
results-waiting = Сіздің пікіріңізді { $count } жоба күтіп тұр.
results-all-said = Барлық жоба бойынша пікір айттыңыз. Шешім жазылғанша пікіріңізді өзгерте аласыз.
results-publish = Шешімді жариялау
# $count — неше жоба.
results-publish-left = Шешімі жазылмаған жоба: { $count }. Бәрі жазылған соң жарияланады.
results-publish-intro = Бәрі бірден жарияланады, авторлар мен жобаға жазылғандарға ботта хабарлама келеді. Кейін өзгертуге болмайды: алдымен тексеріңіз.
# $count — неше жоба.
results-publish-differs = { $count } жоба бойынша шешім дауыс санынан басқаша. Негіздемесі бәріне көрінеді.
results-publish-none = Қазір жариялайтын ештеңе жоқ: шешімнің бәрі жазылмаған, шешім жарияланып қойған немесе бұл Сіздің рөліңізге кірмейді.
# $at — қашан.
results-published = Шешім жарияланды: { DATETIME($at) }.
results-protocol-draft = Шешім жарияланбағандықтан, бұл әзірге хаттаманың жобасы.
results-state-uncounted = дауыс әлі саналмаған
results-state-lot = жеребені күтіп тұр
results-state-ready = отырыс ашуға болады
results-state-open = пікір жиналып жатыр
results-state-over = мерзімі өтті
results-state-published = жарияланды
button-results-call = Отырысты ашу
button-results-publish = Жариялау
button-results-to-publish = Тексеріп, жариялау
result-choice-admit = Іске асырылсын
result-choice-refuse = Іске асырылмасын
result-choice-conflict = Мүдделер қақтығысы бар
result-said-admit = іске асырылсын
result-said-refuse = іске асырылмасын
result-said-conflict = мүдделер қақтығысы
# $most — таңба саны.
result-own-hint = Пікіріңіз дауыс санынан басқаша болса, себебін міндетті түрде жазыңыз. { $most } таңбаға дейін.
# $admitting, $refusing, $conflicted — неше мүше.
result-count = Іске асыруды жақтайды: { $admitting }. Қарсы: { $refusing }. Мүдделер қақтығысы: { $conflicted }.
# $present — айтқаны, $quorum — керегі.
result-quorum-missing = Кворум жоқ: пікір айтқан { $present } мүше, ал кемінде { $quorum } керек. Отырыстың бетінде мерзімді ұзартыңыз.
# $majority — керек дауыс.
result-would-implement = Кеңестің шешімі: жоба іске асырылады. Ол үшін кемінде { $majority } дауыс керек еді.
result-would-decline = Кеңестің шешімі: жоба іске асырылмайды. Іске асыру үшін кемінде { $majority } дауыс керек еді.
# $is_won — дауыс саны бойынша жеңген-жеңбегені.
result-would-differ = { $is_won ->
    [yes] Дауыс санынан басқаша: тұрғындар дауысы бойынша бұл жоба жеңген. Негіздемесін екі тілде жазыңыз.
   *[no] Дауыс санынан басқаша: тұрғындар дауысы бойынша бұл жоба жеңген жоқ. Негіздемесін екі тілде жазыңыз.
}
# $most — таңба саны.
result-reason-hint = Міндетті: бұл мәтін авторға жіберіледі, қорытындыда және жобаның бетінде тұрады. { $most } таңбаға дейін.
result-reason-free = Шешім дауыс санымен бірдей, негіздемесіз де сақтауға болады. Жазсаңыз, екі тілде жазыңыз, { $most } таңбаға дейін.
log-open-results = қорытынды бойынша отырыс ашылды
log-move-results-term = қорытынды бойынша пікір мерзімі өзгертілді
log-give-result-opinion = қорытынды бойынша пікір айтылды
log-conclude-result = қорытынды бойынша шешім жазылды
log-publish-results = қорытынды бойынша шешім жарияланды
log-print-results = қорытынды бойынша хаттама жүктелді
