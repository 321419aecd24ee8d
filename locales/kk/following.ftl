### Жазылған өтінімдер мен жобалардың жаңалықтары.

# $number — өтінім нөмірі, $status — шешім, $title — аты.
notice-news = <b>Сіз жазылған № { PLAIN($number) } өтінім { $status ->
        [registered] тіркелді
        [refused] қабылданбады
       *[admitted] дауыс беруге жіберілді
    }</b>
    { $title }

# $is_author — оқитын адам автор ма, $number — өтінім нөмірі, $title — жобаның аты.
notice-result = <b>{ $is_author ->
        [yes] № { PLAIN($number) } жобаңыздың қорытындысы
       *[no] Сіз жазылған № { PLAIN($number) } жобаның қорытындысы
    }</b>
    { $title }
# $place — орны, $projects — барлық жоба саны.
result-place = Дауыс саны бойынша <b>{ $place }-орын</b>, барлығы { $projects } жоба.
# $votes — берілген дауыс, $threshold — ең аз дауыс саны.
result-votes = Берілген дауыс: <b>{ $votes }</b>, ең аз дауыс саны: { $threshold }.
result-hidden-lost = Жоба жеңімпаздардың арасында жоқ.
# $count — жетпей қалған дауыс саны.
result-votes-missing = Жетпей қалғаны: { $count } дауыс.
# $missing — жетпей қалған теңге.
result-money-missing = Жетпей қалғаны: { MONEY($missing) }.
result-again = Бұл өтінімді келесі науқанда қайта бере аласыз: мәтіні мен суреттері дайын тұрады.
button-again = Өтінімді қайта беру
