### Новости заявок и проектов, на которые человек подписан.

# $number — номер заявки, $status — решение, $title — название.
notice-news = <b>Вы подписаны: заявка № { PLAIN($number) } { $status ->
        [registered] зарегистрирована
        [refused] отклонена
       *[admitted] допущена к голосованию
    }</b>
    { $title }

# $is_author — автор ли читает, $number — номер заявки, $title — название проекта.
notice-result = <b>{ $is_author ->
        [yes] Итог вашего проекта № { PLAIN($number) }
       *[no] Вы подписаны: итог проекта № { PLAIN($number) }
    }</b>
    { $title }
# $place — место, $projects — сколько всего проектов.
result-place = Место по числу голосов: <b>{ $place }</b>, всего проектов: { $projects }.
# $votes — сколько голосов, $threshold — минимум.
result-votes = Голосов: <b>{ $votes }</b>, минимум: { $threshold }.
result-hidden-lost = Среди победителей этого проекта нет.
# $count — сколько голосов не хватило.
result-votes-missing = { $count ->
    [one] Не хватило { $count } голоса.
   *[many] Не хватило { $count } голосов.
}
# $missing — сколько тенге не хватило.
result-money-missing = Не хватило: { MONEY($missing) }.
result-again = Эту заявку можно подать снова в следующей кампании: текст и изображения останутся.
button-again = Подать заявку снова
