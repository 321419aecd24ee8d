### Жалоба на отказ: что видят автор и подписчики в боте, сотрудники в офисе.

# $number — номер заявки, $title — название.
notice-appeal-entered =
    <b>По вашей заявке № { PLAIN($number) } подана жалоба на отказ</b>
    { $title }

    Её принесли в акимат на бумаге и внесли сегодня.
# $contact — отдел акимата, $phone — его телефон.
notice-appeal-not-yours = Если вы жалобу не подавали, сразу позвоните: { $contact }, { $phone }
notice-appeal-dismissed =
    <b>Жалоба на отказ по заявке № { PLAIN($number) } отклонена</b>
    { $title }
notice-appeal-news =
    <b>Отказ по заявке № { PLAIN($number) } остаётся в силе</b>
    { $title }

    Автор пожаловался, жалобу рассмотрели другие люди и отклонили.
# $due_at — конец срока ответа.
appeal-answer-by = Жалобу рассмотрят другие люди, не те, кто отказал. Ответ будет { UNTIL($due_at) }, мы сразу сообщим.
appeal-answer = Жалобу рассмотрят другие люди, не те, кто отказал. Срок ответа в правилах не назван; когда ответят, мы сразу сообщим.
appeal-answer-late = Срок ответа на жалобу истёк, последний день – { LASTDAY($due_at) }. Спросите по телефону ниже, когда будет ответ.
# $reason — обоснование.
appeal-reason = <b>Обоснование:</b> { $reason }
appeal-final = Жалобу рассмотрели другие люди, не те, кто отказал. Отказ остаётся в силе, второй раз пожаловаться здесь нельзя.
appeal-turn = Если не согласны, спросите, куда ещё можно обратиться:

# $number — номер заявки, $most — сколько знаков.
appeal-write =
    <b>Жалоба на отказ по заявке № { PLAIN($number) }</b>

    Напишите одним сообщением, до { $most } знаков: с чем вы не согласны и почему. ИИН не пишите.
    Жалобу подают один раз. Её прочтут другие люди, не те, кто отказал.
# $closes — конец срока.
appeal-term = <b>Срок:</b> { UNTIL($closes) }.
appeal-term-ballot = <b>Срок:</b> { UNTIL($closes) }, пока не началось голосование.
# $text — что написано.
appeal-check =
    <b>Ваша жалоба по заявке № { PLAIN($number) }:</b>

    <blockquote>{ $text }</blockquote>

    Подать так? <b>Жалоба одна:</b> потом её нельзя ни изменить, ни отозвать, ни подать снова. Чтобы изменить сейчас, напишите её заново.
button-appeal = ⚖️ Пожаловаться на отказ
button-appeal-send = Да, подать жалобу
button-appeal-leave = Не подавать
appeal-sent-alert = Жалоба подана. Об ответе сообщим сразу.

# $filed_at — когда подана.
mine-appeal-waiting = ⚖️ <b>Ваша жалоба подана { DATE($filed_at) } и рассматривается.</b>
# $decided_at — когда отклонена.
mine-appeal-dismissed = ⚖️ <b>Ваша жалоба отклонена { DATE($decided_at) }.</b>
# $closes — конец срока для жалобы.
mine-appeal-late = Срок для жалобы прошёл, последний день – { LASTDAY($closes) }.
# $at — день.
mine-appeal-step-filed = { DATE($at) }: <b>автор подал жалобу</b>
mine-appeal-step-dismissed = { DATE($at) }: <b>жалоба отклонена, отказ остаётся в силе</b>

## Офис
appeal-title = Жалобы на отказ
appeal-intro = Автор может один раз пожаловаться на отказ. Решает тот, кто в отказе не участвовал.
appeal-none = Жалоб нет.
# $count — сколько ждут решения.
appeal-waiting-count = Ждут решения: { $count }
appeal-column-number = №
appeal-column-title = Заявка
appeal-column-against = Кто отказал
appeal-column-filed = Подана
appeal-column-due = Срок или ответ
appeal-against-council = Совет
appeal-against-clerk = Сотрудник акимата
# $at — день.
appeal-day = { DATE($at) }
# $due_at — конец срока ответа.
appeal-due-late = срок истёк: { LASTDAY($due_at) }
appeal-due-today = сегодня последний день
appeal-due = Ответить { UNTIL($due_at) }
appeal-due-none = Срок ответа в правилах не назван
appeal-upheld = Удовлетворена
appeal-dismissed = Отклонена
button-appeal-enter = Внести жалобу с бумаги
# $number — номер заявки.
appeal-page-title = Жалоба по заявке № { PLAIN($number) }
appeal-proposal = Открыть заявку
appeal-refusal = Отказ
appeal-ground = Основание
appeal-refusal-reason = Обоснование
appeal-site = Допустить проект можно только после осмотра места: участок и сети свободны.
appeal-words = Что пишет автор
appeal-logged = Кто и когда открыл жалобу, записано в журнал.
appeal-answered = Ответ
appeal-answer-reason = Обоснование
appeal-decide = Решение по жалобе
appeal-decision = Решение
appeal-unchosen = Выберите, удовлетворить жалобу или отклонить.
appeal-uphold-clerk = Удовлетворить: заявку зарегистрируют, её рассмотрит совет
appeal-uphold-council = Удовлетворить: проект допустят к голосованию
appeal-dismiss = Отклонить: отказ остаётся в силе
appeal-uphold-closed = Удовлетворить эту жалобу сейчас нельзя, можно только отклонить:
appeal-reason-kk = Обоснование на казахском
appeal-reason-ru = Обоснование на русском
# $most — сколько знаков.
appeal-reason-hint = На обоих языках, до { $most } знаков на каждом. Его сразу получат автор и подписчики.
appeal-final-hint = Решение окончательное: второй жалобы не бывает, изменить ответ нельзя.
button-appeal-decide = Принять решение
appeal-enter-title = Жалоба с бумаги
appeal-enter-intro = Проверьте по удостоверению, что жалобу принёс сам автор. Если он получает сообщения бота, ему придёт уведомление.
appeal-enter-number = Номер заявки
appeal-enter-words = Текст жалобы
# $most — сколько знаков.
appeal-enter-words-hint = Словами автора, до { $most } знаков, без ИИН.
appeal-enter-language = Язык жалобы
button-appeal-file = Внести жалобу
