### Итоги голосования по территории.

# $territory — территория.
outcome-heading = <b>Итоги: { $territory }</b>
outcome-choose = Итоги у каждой территории свои. Какую показать?
outcome-guide = Итоги этой кампании акимат публикует на официальной странице.
# $opens, $closes — начало и конец голосования.
outcome-before = Голосование ещё не началось: { PERIOD($opens, $closes) }.
outcome-voting = Голосование идёт { UNTIL($closes) }. До его конца голоса лежат запечатанными, их не считают и не показывают.
outcome-counting = Голосование завершено, голоса ещё не подсчитаны. Когда подсчитают, сообщим.

# $won — сколько победило, $projects — сколько было.
outcome-won = Победивших проектов: <b>{ $won }</b> из { $projects }.
# $number — номер заявки, $title — название проекта.
outcome-winner = ✅ № { PLAIN($number) }. { $title }
outcome-winner-not = <b>№ { PLAIN($number) }. { $title }</b>
outcome-votes = Подано голосов: { $votes }.
# $invalid — сколько недействительных.
outcome-invalid = Из них на бумаге недействительных: { $invalid }.
# $below — граница малого числа.
outcome-hidden = Здесь подано меньше { $below } голосов, поэтому голоса по проектам не публикуются: иначе можно узнать, кто что выбрал.
# $threshold — минимум голосов.
outcome-threshold = Минимум голосов: { $threshold }.
# $money — деньги территории, $spent — отдано победителям, $left — остаток, тенге.
outcome-money = Деньги: { MONEY($money) }, из них победителям – { MONEY($spent) }.
outcome-left-stays = Остаток: { MONEY($left) }, он остаётся в бюджете.
# $council — название совета.
outcome-council = Итоги утверждает { $council }.
# $council — название совета, $differing — по скольким проектам решение отличается от подсчёта.
outcome-decided = { $differing ->
    [0] Итоги утверждены: { $council }. Решение совпадает с подсчётом.
   *[other] Итоги утверждены: { $council }. Проектов, по которым решение отличается от подсчёта: { $differing }, обоснование – у проекта.
}
# $numbers — номера проектов, $rules — правила, решившие порядок.
outcome-number = № { PLAIN($number) }
outcome-tie = Голосов поровну: { $numbers }. Порядок решило правило: { $rules }.
outcome-tie-awaits = Голосов поровну: { $numbers }. Кто пройдёт, решит жребий, о дне сообщим отдельно.

# $place — место, $number — номер заявки, $decided — решение, $votes — голоса, $cost — стоимость.
outcome-line =
    <b>{ $place }-е место. № { PLAIN($number) }. { $title }</b>
    Голосов: { $votes }, стоимость { MONEY($cost) }
    { $decided }
outcome-line-hidden =
    <b>№ { PLAIN($number) }. { $title }</b>
    Стоимость { MONEY($cost) }
    { $decided }
# $granted — выделено тенге, $threshold — минимум голосов, $number — номер помешавшего проекта.
decision-won = ✅ Победил, выделено { MONEY($granted) }.
decision-part = ✅ Победил частично: из { MONEY($cost) } выделено { MONEY($granted) }.
decision-below-threshold = Не прошёл: минимум голосов – { $threshold }.
decision-does-not-fit = Не прошёл: когда дошла очередь, оставшихся денег не хватило на { MONEY($cost) }.
decision-after-stop = Не прошёл: на проект выше не хватило денег, и распределение на нём закончилось.
decision-excluded = Не прошёл: победил проект № { PLAIN($number) }, построить оба нельзя.
decision-awaits-lot = ⏳ Ждёт жребия.
decision-stopped = Остановлен актом: голоса остаются в подсчёте, но победить проект не может.

outcome-elsewhere = Итоги какой территории показать? ✅ – где подсчитано.
# $is_counted — подсчитано ли.
button-outcome-territory = { $is_counted ->
    [yes] ✅ { $territory }
   *[no] { $territory }
}
button-outcome-elsewhere = Другая территория
