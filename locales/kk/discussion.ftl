### Талқылау: сұрақ пен жауап, өтінімдерді біріктіру.

# $number — өтінім нөмірі, $title — аты, $question — сұрақ, $most — жауаптың ең ұзын мөлшері.
notice-question-asked =
    <b>№ { PLAIN($number) } өтініміңізге сұрақ қойылды</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    Жауабын өтінімнің бетінде жазыңыз, { $most } таңбаға дейін. Әкімдік оқып шыққан соң, оны бәрі көреді.
# $reason — себебі.
notice-question-hidden =
    <b>Сұрағыңыз жарияланбады</b>
    № { PLAIN($number) }. { $title }

    <blockquote>{ $question }</blockquote>

    <b>Себебі:</b> { $reason }
    Оны басқаша жазып, қайта қоюыңызға болады.
# $answer — жауап.
notice-question-answered =
    <b>Сұраққа жауап берілді</b>
    № { PLAIN($number) }. { $title }

    <blockquote>{ $question }</blockquote>

    { $answer }
notice-answer-hidden =
    <b>Жауабыңыз жарияланбады</b>
    № { PLAIN($number) }. { $title }

    <blockquote>{ $question }</blockquote>

    <b>Себебі:</b> { $reason }
    Жауапты басқаша жазып, өтінімнің бетінен қайта жіберіңіз.
# $number, $title — қосылғысы келген өтінім, $into, $into_title — Сіздің өтініміңіз.
notice-merge-offered =
    <b>№ { PLAIN($into) } өтініміңізге бірігу ұсынылды</b>
    { $into_title }

    № { PLAIN($number) } «{ $title }» өтінімінің авторы оны Сіздікіне қосқысы келеді. Келіссеңіз, ол тең автор болады, қолдағандар бірге есептеледі, өтінім біреу болып қаралады. Шешім өзіңізде: келісу немесе келіспеу батырмасы өтінімнің бетінде.
notice-merge-agreed =
    <b>№ { PLAIN($number) } өтінім № { PLAIN($into) } өтінімнің бөлігі болды</b>
    { $into_title }

    Екі автор келісті: енді олар тең автор, қолдағандар мен жазылғандар бірге есептеледі. Әкімдік пен кеңес бір өтінімді қарайды.
notice-merge-declined =
    <b>№ { PLAIN($number) } өтінім № { PLAIN($into) } өтініммен бірікпейді</b>
    { $title }

    Екінші автор келіспеді. Өтініміңіз бұрынғыша өзі қаралады.
notice-merge-lapsed =
    <b>№ { PLAIN($number) } өтінімді № { PLAIN($into) } өтінімге қосу туралы ұсыныс енді жарамсыз</b>

    Екеуінің бірі басқа өтініммен бірікті. Өтініміңіз бұрынғыша өзі қаралады.
