### Даты, время, доли и перечни: по этим образцам печатаются все тексты.

# Названия месяцев в родительном падеже. $month — номер месяца.
language-month = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
language-date = { $day } { $month } { $year } года
language-day = { $day } { $month }
language-datetime = { DATE($moment) }, { TIME($moment) }

# Последний день всегда входит в срок.
language-last-day = { DATE($day) } включительно
language-until-day = до { DATE($day) } включительно
language-until-time = до { TIME($moment) } { DATE($moment) }
language-period-day = { DATE($day) } (один день)
language-period-year = с { DAY($first) } по { DATE($last) } включительно
language-period-years = с { DATE($first) } по { DATE($last) } включительно
language-period-hours = { DATETIME($opens) } – { LASTDAY($closes) }

language-percent = { $number }{ "\u00A0" }%

# Перечень: $most — всё, кроме последнего, через запятую.
language-item = { $item }
language-list = { $most } и { $last }
