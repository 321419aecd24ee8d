### Изменения правил и списка после того, как они объявлены: что, почему, кем подтверждено.

## Продлённый срок рядом с датой

# $first – прежний конец этапа.
amendment-extended = продлено: раньше было { UNTIL($first) }
home-extended = Продлено: раньше было { UNTIL($first) }.

## Что изменилось
# $stage – этап, $is_campaign – вся ли кампания, $territory – территория, $old, $new – прежний и новый конец.
amendment-told-stage-extended = { $is_campaign ->
    [yes] Этап «{ $stage }» продлён.
   *[no] Этап «{ $stage }» продлён. Территория: { $territory }.
} Прежний срок: { LASTDAY($old) }. Новый срок: { LASTDAY($new) }.
# $territories – территории, $name – общее название.
amendment-told-territories-merged = Территории голосуют вместе, одним списком: { $territories }. Общее название: «{ $name }». Деньги сложены, минимум голосов один.
# $territory – территория.
amendment-told-frozen-early = Список проектов и правила зафиксированы до начала голосования. Территория: { $territory }.
# $number – номер проекта.
amendment-told-project-stopped = Проект № { PLAIN($number) } остановлен: за него больше не голосуют. Отданные голоса остаются и видны, второй раз проголосовать нельзя.
# $number – номер проекта, $field – что исправлено, $old, $new – было и стало.
amendment-told-typing-error = Проект № { PLAIN($number) }: исправлена опечатка { $field ->
    [title] в названии
   *[text] в описании
}. Было: «{ $old }». Стало: «{ $new }».

## Уведомления жителям
# $campaign – название кампании.
notice-amendment-stage-extended = Срок продлён. { $campaign }
notice-amendment-territories-merged = Территории голосуют вместе. { $campaign }
notice-amendment-project-stopped = Проект остановлен. { $campaign }
# $reason – причина, как её записал офис.
notice-amendment-reason = Причина: { $reason }
notice-amendment-decided = Это решили два человека в акимате. Решение записано и опубликовано, вопросы – по контактам акимата: /rules

## Страница офиса
amendments-title = Изменения правил
amendments-intro = Один человек предлагает, другой подтверждает, и только тогда изменение действует. Пока список территории не зафиксирован, оно остаётся в журнале действий. После фиксации это подписанный акт, его видят все.
amendments-fixed = После начала голосования нельзя менять правила, состав проектов, их стоимость и реестр жителей. Пока голосование не закончилось, его можно продлить, остановить проект и исправить опечатку.
amendments-waiting = Ждут второго человека
amendments-waiting-none = Ничего не ждёт подтверждения.
amendments-history = История
amendments-history-none = Изменений ещё не было.
amendments-propose = Предложить изменение
# $number – номер изменения.
amendments-number = Изменение № { PLAIN($number) }
# $name – кто, $at – когда.
amendments-proposed = Предложение: { $name }, { DATETIME($at) }
amendments-settled = Решение: { $name }, { DATETIME($at) }
# $reason – причина.
amendments-reason = Причина: { $reason }
# $act – номер подписанного акта.
amendments-act = Подписанный акт № { PLAIN($act) }
amendment-state-waiting = ждёт подтверждения
amendment-state-approved = действует
amendment-state-withdrawn = отозвано
amendment-state-rejected = возвращено
amendment-kind-stage-extended = Продление этапа
amendment-kind-territories-merged = Объединение территорий
amendment-kind-frozen-early = Фиксация до начала голосования
amendment-kind-project-stopped = Остановка проекта
amendment-kind-typing-error = Опечатка в проекте
amendment-about-stage-extended = Пока этап не закончился, его срок можно перенести, но только на более поздний. Порядок этапов сохраняется, итоги подводят после голосования. Возраст и место регистрации считаются на прежние дни. Все, кого это касается, получат сообщение с прежней и новой датой.
amendment-about-territories-merged = Для маленьких территорий, где по подсчёту можно понять, кто как голосовал. Один список, деньги складываются, минимум голосов один. Объединяют соседние территории с одинаковыми сроками и только до фиксации.
amendment-about-frozen-early = После приёма, рассмотрения и доработки. С этого момента не меняются проекты, их стоимость и реестр жителей, отменить это нельзя. Без этого список зафиксируется сам в начале голосования.
amendment-about-project-stopped = Если проект нельзя построить. Новых голосов за него не будет, отданные остаются в подсчёте и видны, но победить он не может. Тем, кто уже проголосовал, второго голоса не дают.
amendment-about-typing-error = Только слова названия или описания. Прежний и новый текст публикуются рядом. Смысл, место и стоимость так не меняют.
amendments-field-stage = Этап
amendments-field-territory = Территория
amendments-field-campaign = Вся кампания
amendments-field-territory-hint = Территории, у которых для этого этапа свои даты, продлевают отдельно.
amendments-field-day = Новый последний день, включительно
amendments-field-hour = Час окончания
amendments-field-hour-hint = Пусто – до конца дня.
amendments-field-territories = Какие территории объединить
amendments-field-box = Территория голосования
amendments-field-number = Номер проекта
amendments-field-what = Где опечатка
amendments-field-title = В названии
amendments-field-text = В описании
amendments-field-new-kk = Новый текст на казахском
amendments-field-new-ru = Новый текст на русском
amendments-field-new-hint = Напишите верный текст целиком.
amendments-field-reason-kk = Причина на казахском
amendments-field-reason-ru = Причина на русском
# $most – сколько знаков.
amendments-field-reason-hint = Её прочитают жители. До { $most } знаков, без личных данных.
amendments-blank = Выберите
amendments-second = Подтвердить должен другой человек: секретарь или аким.
amendments-ask = Перед подтверждением прочитайте: отменить подтверждённое нельзя.
button-amendment-propose = Предложить
button-amendment-approve = Подтвердить
button-amendment-reject = Вернуть
button-amendment-withdraw = Отозвать
amendments-back = К изменениям

## Журнал действий
log-propose-amendment = предложено изменение правил
log-approve-amendment = подтверждено изменение правил
log-reject-amendment = возвращено изменение правил
log-withdraw-amendment = отозвано изменение правил
