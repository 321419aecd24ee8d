### Решение совета по итогам голосования.

# $number — номер заявки, $title — название проекта, $council — название совета.
notice-result-decided = <b>№ { PLAIN($number) }. { $title }</b>
    Итоги голосования рассмотрены: { $council }.
result-implemented = Решение: проект будет реализован.
result-declined = Решение: проект не будет реализован.
# $is_won — победил ли проект по числу голосов.
result-differs = { $is_won ->
        [yes] Обратите внимание: по числу голосов проект победил, совет решил иначе.
       *[no] Обратите внимание: по числу голосов проект не победил, совет решил иначе.
    }
# $reason — обоснование совета.
result-reason = Обоснование: { $reason }

## Страницы офиса
office-nav-results = Совет и итоги
results-title = Решение совета по итогам
results-intro = После подсчёта совет решает по каждому проекту. Если решение отличается от подсчёта, обоснование пишут на двух языках, и его видят все.
results-none = В этой кампании голосуют не в боте, поэтому рассматривать здесь нечего.
results-territory = Территория
# $territory — территория.
results-of = Итоги: { $territory }
results-call = Открыть заседание
results-call-hint = На заседании рассматривают все проекты этой территории. Члены совета высказываются под своими логинами, состав совета остаётся таким, как сейчас.
results-project = Проект
results-counted = По числу голосов
results-granted = Выделяются деньги
results-dossier = Полная страница заявки
results-differs = Отличается от подсчёта
# $votes — сколько голосов, $place — место.
results-votes = Голосов: { $votes }, { $place }-е место
results-votes-hidden = Число голосов не публикуется
results-not-won = Среди победителей нет.
results-verdict-none = не решено
results-verdict-implemented = реализуют
results-verdict-declined = не реализуют
# $count — сколько проектов.
results-waiting = Проектов, по которым ждут вашего мнения: { $count }.
results-all-said = Вы высказались по всем проектам. Пока решение не записано, мнение можно изменить.
results-publish = Публикация решения
# $count — сколько проектов.
results-publish-left = Проектов без записанного решения: { $count }. Публикуют, когда записаны все.
results-publish-intro = Публикуется всё сразу, авторам и подписчикам придёт сообщение в боте. Изменить потом нельзя: сначала проверьте.
# $count — сколько проектов.
results-publish-differs = Проектов, по которым решение отличается от подсчёта: { $count }. Обоснование увидят все.
results-publish-none = Публиковать сейчас нечего: записаны не все решения, они уже опубликованы, или это не входит в вашу роль.
# $at — когда.
results-published = Решение опубликовано: { DATETIME($at) }.
results-protocol-draft = Решение не опубликовано, поэтому пока это проект протокола.
results-state-uncounted = голоса ещё не подсчитаны
results-state-lot = ждут жребия
results-state-ready = можно открыть заседание
results-state-open = идёт сбор мнений
results-state-over = срок прошёл
results-state-published = опубликовано
button-results-call = Открыть заседание
button-results-publish = Опубликовать
button-results-to-publish = Проверить и опубликовать
result-choice-admit = Реализовать
result-choice-refuse = Не реализовывать
result-choice-conflict = У меня конфликт интересов
result-said-admit = реализовать
result-said-refuse = не реализовывать
result-said-conflict = конфликт интересов
# $most — сколько знаков.
result-own-hint = Обязательно, если мнение отличается от подсчёта. До { $most } знаков.
# $admitting, $refusing, $conflicted — сколько членов.
result-count = За реализацию: { $admitting }. Против: { $refusing }. Конфликт интересов: { $conflicted }.
# $present — высказались, $quorum — нужно.
result-quorum-missing = Кворума нет: высказались { $present }, а нужно не меньше { $quorum }. Продлите срок на странице заседания.
# $majority — сколько нужно голосов.
result-would-implement = Решение совета: проект реализуют. Для этого нужно было голосов не меньше { $majority }.
result-would-decline = Решение совета: проект не реализуют. Для реализации нужно было голосов не меньше { $majority }.
# $is_won — победил ли проект по числу голосов.
result-would-differ = { $is_won ->
    [yes] Отличается от подсчёта: по голосам жителей этот проект победил. Напишите обоснование на двух языках.
   *[no] Отличается от подсчёта: по голосам жителей этот проект не победил. Напишите обоснование на двух языках.
}
# $most — сколько знаков.
result-reason-hint = Обязательно: этот текст получит автор, он же будет в итогах и на странице проекта. До { $most } знаков.
result-reason-free = Решение совпадает с подсчётом, можно сохранить без обоснования. Если пишете, то на двух языках, до { $most } знаков.
log-open-results = открыто заседание по итогам
log-move-results-term = изменён срок мнений по итогам
log-give-result-opinion = высказано мнение по итогам
log-conclude-result = записано решение по итогам
log-publish-results = опубликовано решение по итогам
log-print-results = скачан протокол по итогам
