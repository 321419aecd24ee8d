### Уведомления, которые бот присылает сам.

notice-link-moved =
    <b>С вашим номером телефона подтверждён другой аккаунт Telegram.</b>
    Подтверждение в этом аккаунте больше не действует. Если это сделали не вы, вашим номером мог завладеть кто-то другой: сообщите в акимат и подтвердите себя здесь заново.

## Уведомление об итогах собирается из нескольких строк.
# $territory — территория, $campaign — название кампании.
notice-outcome = <b>{ $territory }: итоги голосования</b>
notice-outcome-campaign = { $campaign }
notice-outcome-winners = { $count ->
    [one] Победил { $count } проект:
    [few] Победили { $count } проекта:
   *[many] Победили { $count } проектов:
}
notice-outcome-no-winner = Победителей нет. Проект, за который подано меньше { $threshold } голосов, не реализуется.
# $number — номер проекта, $granted — выделенные тенге.
notice-winner = № { PLAIN($number) }. { $title }: { $votes ->
    [one] { $votes } голос
    [few] { $votes } голоса
   *[many] { $votes } голосов
}, { MONEY($granted) }
notice-winner-hidden = № { PLAIN($number) }. { $title }: { MONEY($granted) }
notice-outcome-more = { $count ->
    [one] Ещё { $count } проект – в полном списке.
    [few] Ещё { $count } проекта – в полном списке.
   *[many] Ещё { $count } проектов – в полном списке.
}
notice-outcome-waiting = { $count ->
    [one] Пройдёт ли ещё { $count } проект с равным числом голосов, решит жребий. О нём сообщим отдельно.
    [few] Какой из { $count } проектов с равным числом голосов пройдёт, решит жребий. О нём сообщим отдельно.
   *[many] Какой из { $count } проектов с равным числом голосов пройдёт, решит жребий. О нём сообщим отдельно.
}
notice-outcome-money = Выделено: { MONEY($spent) }. Предусмотрено на территорию: { MONEY($money) }.
