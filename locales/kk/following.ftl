### Жазылған өтінімдер мен жобалардың жаңалықтары.

# $number — өтінім нөмірі, $status — шешім, $title — аты.
notice-news = <b>Сіз жазылған № { PLAIN($number) } өтінім { $status ->
        [registered] тіркелді
        [refused] қабылданбады
       *[admitted] дауыс беруге жіберілді
    }</b>
    { $title }
