### Выбор языка и места.

# Показывается на двух языках сразу: человек ещё не выбрал язык.
place-language = Здравствуйте! На каком языке вам удобнее?
button-language-own = Русский

place-campaign =
    <b>Бюджет какого места вас интересует?</b>

    { $campaigns }

    Поменять можно в любое время: /place
# $ordinal — номер по порядку, $place — место, $title — название кампании, $plan_year — на какой год бюджет.
place-campaign-line = { NUMBER($ordinal) }. { $place }: { $title }, { PLAIN($plan_year) } год
button-campaign = { NUMBER($ordinal) }. { $place }, { PLAIN($plan_year) }
button-place-language = Сменить язык

# $path — выбранное место, $is_top — самый ли верхний уровень.
place-territory =
    { $is_top ->
        [yes] <b>Где вы живёте?</b>
       *[no] { $path }. <b>Уточните?</b>
    }

    Мы покажем проекты и сроки этого места. На право голоса это не влияет: оно зависит от того, где вы зарегистрированы.
button-place-unknown = Точно не знаю
button-place-whole = Этого достаточно

# $title — название кампании.
place-moved-alert = Теперь выбрана кампания: { $title }. Сменить можно здесь: /place

## Остановка уведомлений
place-stopped = Больше не пишем вам, кроме сообщений о безопасности. Ваш голос и настройки на месте. Чтобы снова получать уведомления, напишите /start.
