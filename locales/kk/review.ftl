### Өтінім бойынша шешімдер: авторға және өтінімге жазылғандарға айтылатыны.

# $number — өтінім нөмірі, $status — шешім, $title — өтінімнің аты.
notice-decided = <b>№ { PLAIN($number) } өтініміңіз { $status ->
        [registered] тіркелді
        [returned] пысықтауға қайтарылды
        [refused] қабылданбады
       *[admitted] дауыс беруге жіберілді
    }</b>
    { $title }
# $council — шешетін кеңес.
decided-registered = Әкімдік өтінімді тексеріп, тіркеді. Дауыс беруге жібере ме, оны шешетін – { $council }. Шешімін хабарлаймыз.
# $opens, $closes — талқылаудың басы мен соңы.
decided-discussion = Талқылау: { PERIOD($opens, $closes) }. Өтінімнің сілтемесін көршілеріңізге жіберіңіз: олар қолдап, сұрақ қоя алады.
# $reason — не түзету керегі.
decided-returned = <b>Не түзету керек:</b> { $reason }
# $due_at — пысықтаудың соңы.
decided-rework = <b>Мерзімі:</b> { UNTIL($due_at) }. Өтінімді ашып, түзетіп, қайта жіберіңіз. Мерзімі өткен соң түзету қабылданбайды.
# $ground — ережедегі себеп, $reason — негіздеме.
decided-refused =
    <b>Қабылданбау себебі:</b> { $ground }
    <b>Негіздеме:</b> { $reason }
# $is_council — шешімді кеңес қабылдады ма, $council — кеңестің атауы.
decided-by = <b>Шешімді қабылдаған:</b> { $is_council ->
    [yes] { $council }
   *[no] әкімдік
}
# $closes — шағым мерзімінің соңы.
decided-appeal = Келіспесеңіз, әкімдікке { UNTIL($closes) } шағым беруге болады. Оны басқа адамдар қарайды.
# $opens, $closes — дауыс берудің басы мен соңы.
decided-admitted = Енді бұл – дауыс берілетін жоба. Дауыс беру: { PERIOD($opens, $closes) }. Жеңімпаздарды тұрғындардың дауысы анықтайды.
# $contact — әкімдіктегі бөлім, $phone — телефоны.
decided-contact = Сұрағыңыз болса: { $contact }, { $phone }
button-proposal-open = Өтінімді ашу
