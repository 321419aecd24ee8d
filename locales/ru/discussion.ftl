### Обсуждение: вопросы и ответы, объединение заявок.

# $number — номер заявки, $title — название, $question — вопрос, $most — сколько знаков в ответе.
notice-question-asked =
    <b>Вопрос к вашей заявке № { PLAIN($number) }</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    Ответьте на странице заявки, до { $most } знаков. Когда акимат прочтёт ответ, его увидят все.
# $reason — причина.
notice-question-hidden =
    <b>Ваш вопрос о заявке № { PLAIN($number) } не опубликован</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    <b>Причина:</b> { $reason }
    Можно написать его иначе и задать снова.
# $answer — ответ.
notice-question-answered =
    <b>На вопрос о заявке № { PLAIN($number) } ответили</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    { $answer }
notice-answer-hidden =
    <b>Ваш ответ о заявке № { PLAIN($number) } не опубликован</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    <b>Причина:</b> { $reason }
    Напишите ответ иначе и отправьте снова со страницы заявки.
# $number, $title — заявка, которую хотят присоединить, $into, $into_title — ваша заявка.
notice-merge-offered =
    <b>К вашей заявке № { PLAIN($into) } хотят присоединиться</b>
    { $into_title }

    Автор заявки № { PLAIN($number) } «{ $title }» хочет присоединить её к вашей. Если согласитесь, он станет соавтором, поддержку посчитают вместе, рассматривать будут одну заявку. Решаете вы: кнопки – на странице заявки.
notice-merge-agreed =
    <b>Заявка № { PLAIN($number) } стала частью заявки № { PLAIN($into) }</b>
    { $into_title }

    Оба автора согласились: теперь они соавторы, поддержка и подписчики общие. Акимат и совет рассмотрят одну заявку.
notice-merge-declined =
    <b>Заявка № { PLAIN($number) } не объединится с заявкой № { PLAIN($into) }</b>
    { $title }

    Второй автор не согласился. Ваша заявка, как и прежде, рассматривается отдельно.
notice-merge-lapsed =
    <b>Предложение присоединить заявку № { PLAIN($number) } к заявке № { PLAIN($into) } больше не действует</b>

    Одна из них объединена с третьей. Ваша заявка, как и прежде, рассматривается отдельно.

## Список заявок
# $total — сколько заявок, $order — порядок.
discussion-list =
    <b>Заявки на обсуждении: { $total }</b>
    Порядок: { $order }
discussion-order-random = случайный, у каждого свой
discussion-order-support = по числу поддержавших
# $number — номер заявки, $title — название, $cost — стоимость, коротко, $supports — сколько поддержали.
discussion-line = <b>{ PLAIN($number) }.</b> { $title } · <i>{ $cost }</i> · 👍 { $supports }
discussion-list-hint = Чтобы открыть заявку, нажмите её номер или напишите его.
discussion-list-empty =
    <b>Обсуждать пока нечего.</b>
    Заявка появится здесь, когда акимат её проверит и зарегистрирует.
discussion-type-a-number = Заявку можно открыть по номеру. Напишите только номер: <i>12</i>

button-discussion-order-support = Сначала самые поддержанные
button-discussion-order-random = В случайном порядке
button-discussion-followed = На что я подписан
button-discussion-list = ‹ К списку заявок
button-discuss = Обсудить заявки

## Подписка
# $total — сколько подписок.
discussion-followed =
    <b>Ваши подписки на проекты и заявки: { $total }</b>
    Мы сообщаем их новости. Это не голосование.
discussion-followed-line = <b>{ PLAIN($number) }.</b> { $title }
discussion-followed-none =
    <b>Вы пока ни на что не подписаны.</b>
    Нажмите «Подписаться на новости» на странице проекта или заявки, и мы сообщим, что с ними решат.
button-following-begin = 🔔 Подписаться на новости
button-following-end = 🔕 Отписаться
# $is_on — подписался ли.
following-alert = { $is_on ->
    [yes] Вы подписаны. Если будут новости, сообщим.
   *[no] Больше не будем об этом сообщать.
}

## Карточка заявки
discussion-status-submitted = на проверке в акимате
discussion-status-returned = возвращена на доработку
discussion-status-registered = зарегистрирована, решает совет
discussion-status-refused = отклонена
discussion-status-admitted = допущена к голосованию
discussion-status-withdrawn = отозвана автором
discussion-status-merged = присоединена к другой
# $name — имя автора, с его разрешения.
discussion-author = Автор: { $name }
# $count — сколько авторов присоединилось.
discussion-co-authors = Соавторов: { $count }
# $supports — сколько поддержали, $is_mine — поддержал ли читающий.
discussion-supports =
    👍 Поддержали: <b>{ $supports }</b>{ $is_mine ->
        [yes] , и вы тоже
       *[no] { "" }
    }
# $numbers — присоединённые заявки.
discussion-merged = К ней присоединены: { $numbers }
# $number — к какой заявке присоединена.
discussion-merged-into = Эта заявка присоединена к заявке № { PLAIN($number) }. Поддержите ту.
discussion-own = Это ваша заявка.
# $number — своя заявка, которую предложили присоединить.
discussion-offered-waiting = Вы предложили присоединить к ней свою заявку № { PLAIN($number) }. Ответ автора сообщим.
discussion-offered-agreed = Ваша заявка № { PLAIN($number) } присоединена к ней.
discussion-offered-declined = Автор не согласился присоединить вашу заявку № { PLAIN($number) }.
discussion-offered-lapsed = Предложение присоединить вашу заявку № { PLAIN($number) } больше не действует.
# $count — вопросы на проверке.
discussion-waiting = Ваших вопросов на проверке: { $count }
# $count — опубликованные вопросы.
discussion-asked = Задано вопросов: { $count }
# $question — вопрос, $answer — ответ, оба сокращены.
discussion-newest =
    <i>{ $question }</i>
    — { $answer }

button-discussion-project = Теперь это проект: открыть
button-discussion-draft = ‹ К моей незавершённой заявке
button-discussion-mine = Статус моей заявки
button-discussion-support = 👍 Поддержать
button-discussion-take-back = Снять поддержку
button-discussion-ask = Задать вопрос
# $question_count — сколько вопросов.
button-discussion-questions = Вопросы: { $question_count }
button-discussion-merge = Присоединить мою заявку
discussion-picture-caption = Заявка № { PLAIN($number) }, изображение { $place } из { $count }
# $is_given — поддержали или сняли поддержку.
discussion-support-alert = { $is_given ->
    [yes] Ваша поддержка учтена. Снять её можно до конца обсуждения.
   *[no] Вы сняли поддержку.
}

## Вопросы и ответы
# $count — сколько вопросов.
discussion-questions = <b>Вопросы к заявке № { PLAIN($number) }: { $count }</b>
discussion-question =
    <b>Вопрос:</b> { $question }
    <i>Автор ещё не ответил.</i>
discussion-answered =
    <b>Вопрос:</b> { $question }
    <b>Ответ автора:</b> { $answer }
# $most — сколько знаков в вопросе.
discussion-ask =
    <b>Вопрос автору заявки № { PLAIN($number) }</b>
    Напишите его одним сообщением, до { $most } знаков. Ваше имя не показываем.
    Перед отправкой покажем вам, что получилось.
# $question — что написано.
discussion-ask-check =
    <b>Ваш вопрос автору заявки № { PLAIN($number) }:</b>

    <blockquote>{ $question }</blockquote>

    Отправить так? Сначала его прочтут в акимате, потом он будет виден всем. Чтобы изменить, напишите его заново.
button-discussion-send = Да, отправить
button-discussion-leave = Не отправлять, назад
discussion-sent-alert = Вопрос отправлен. Он появится, когда его прочтут в акимате; если автор ответит, сообщим.

## Объединение
# $number — своя заявка, $into, $title — к которой присоединяют.
discussion-merge =
    <b>Присоединить вашу заявку № { PLAIN($number) } к заявке № { PLAIN($into) }?</b>
    { $title }

    Если автор согласится:
    • вы станете соавтором этой заявки;
    • поддержку обеих посчитают вместе;
    • ваша заявка отдельно рассматриваться не будет, подать вместо неё новую нельзя.

    Если не согласится, с вашей заявкой ничего не изменится.
button-discussion-offer = Да, предложить
discussion-offer-alert = Предложение отправлено автору. Ответ сообщим.

## Моя заявка
# $status — статус, $at — с какого дня.
mine-status = Статус: <b>{ $status }</b> ({ DATE($at) })
# $stages — какие этапы идут.
mine-stage = Этап кампании: { $stages }
mine-co-author = Вы соавтор. Исправить или отозвать заявку может основной автор.
# $closes — конец срока проверки.
mine-checked-by = Сейчас акимат проверяет, отвечает ли заявка требованиям. Решение должно быть { UNTIL($closes) }, мы сразу сообщим.
mine-checked-late = Срок проверки в акимате истёк, последний день – { LASTDAY($closes) }. Спросите по телефону ниже, когда будет решение.
mine-checked = Сейчас акимат проверяет, отвечает ли заявка требованиям. О решении сообщим.
mine-withdrawn = Вы отозвали заявку. Её не рассматривают.
# $number — к которой присоединена.
mine-merged = Ваша заявка присоединена к заявке № { PLAIN($number) }, вы – её соавтор.
# $count — вопросы без ответа.
mine-questions-wait = ❓ Ждут вашего ответа вопросов: <b>{ $count }</b>
# $papers — какие документы, $received — сколько получено, $closes — срок.
mine-papers = Нужные документы: { $papers }. Получено: { $received }.
mine-papers-by = Нужные документы: { $papers }. Получено: { $received }. Сдайте их в акимат { UNTIL($closes) }.

button-mine-rework = ✏️ Исправить и подать снова
# $offer_count — предложения без ответа.
button-mine-offers = { $offer_count ->
    [0] Предложения об объединении
   *[other] Объединение, ждут: { $offer_count }
}
button-mine-questions = Вопросы: { $question_count }
button-mine-application = Заявка файлом (PDF)
# $number — номер заявки.
mine-application = Ваша заявка № { PLAIN($number) } на двух языках. В файле ваши имя и телефон: пересылайте его, только если это нужно вам.
button-mine-history = Все шаги
button-mine-card = Как её видят другие
button-mine-withdraw = Отозвать заявку
button-mine-all = ‹ Мои заявки

mine-history = <b>Все шаги заявки № { PLAIN($number) }</b>
# $at — день, $status — статус.
mine-event = { DATE($at) }: <b>{ $status }</b>
mine-event-reason = Обоснование: { $reason }
# $at — день, $former, $cost — прежняя и точная стоимость.
mine-event-cost = { DATE($at) }: стоимость { MONEY($former) } → <b>{ MONEY($cost) }</b>

# $title — название, $closes — конец приёма заявок.
mine-withdraw-anew =
    <b>Отозвать заявку № { PLAIN($number) }?</b>
    { $title }

    • Её не рассмотрят, вернуть её будет нельзя.
    • Ваше место освободится: новую заявку можно подать { UNTIL($closes) }.
    • Этот номер больше не дадут.
mine-withdraw =
    <b>Отозвать заявку № { PLAIN($number) }?</b>
    { $title }

    • Её не рассмотрят, вернуть её будет нельзя.
    • Приём заявок завершён, поэтому в этом году подать новую вы не сможете.
button-mine-withdraw-surely = Да, отозвать
mine-withdrawn-alert = Ваша заявка отозвана.

# $question — вопрос, $answer — ответ, $state — что с ответом.
mine-asked = <b>Вопрос:</b> { $question }
mine-replied =
    <b>Ваш ответ:</b> { $answer }
    { $state }
# $place — который вопрос, $count — сколько всего.
mine-question = <b>Вопрос { $place } из { $count }</b>
mine-reply-waiting = <i>Ваш ответ читают в акимате. Пока его можно заменить.</i>
mine-reply-shown = <i>Ваш ответ опубликован, его видят все.</i>
mine-reply-hidden = <i>Ваш ответ не опубликован, причину мы сообщили. Напишите его иначе.</i>
button-mine-answer = Ответить
# $question — вопрос, $most — сколько знаков в ответе.
mine-answer =
    <b>Вопрос:</b> { $question }

    Напишите ответ одним сообщением, до { $most } знаков.
# $answer — что написано.
mine-answer-check =
    <b>Ваш ответ:</b>

    <blockquote>{ $answer }</blockquote>

    Отправить так? Сначала его прочтут в акимате, потом он будет виден всем. Чтобы изменить, напишите его заново.
mine-answered-alert = Ответ отправлен. Когда его прочтут в акимате, его увидят все.

mine-offers = <b>Предложения об объединении с заявкой № { PLAIN($number) }</b>
# $number — вторая заявка, $state — что с предложением.
mine-offer-got = К ней предложили присоединить № { PLAIN($number) }: { $state }
mine-offer-made = Вы предложили присоединить её к № { PLAIN($number) }: { $state }
mine-offer-waiting = ждёт ответа
mine-offer-agreed = согласие дано
mine-offer-declined = согласия нет
mine-offer-lapsed = больше не действует
# $other — заявка, которую хотят присоединить.
button-mine-offer = № { PLAIN($other) }: ответить
# $number, $title — заявка, которую хотят присоединить, $into — ваша заявка.
mine-offer =
    <b>Заявку № { PLAIN($number) } хотят присоединить к вашей № { PLAIN($into) }</b>
    { $title }

    Если согласитесь, её автор станет соавтором, поддержку посчитают вместе, рассматривать будут одну заявку. Отменить согласие потом нельзя.
    Если нет, обе заявки рассмотрят отдельно.
button-mine-offer-card = Прочитать ту заявку
button-mine-agree = Согласен, объединить
button-mine-decline = Не согласен
# $agrees — согласен ли.
mine-settled-alert = { $agrees ->
    [yes] Заявки объединены. Сообщим обоим авторам.
   *[no] Предложение отклонено. Сообщим второму автору.
}
