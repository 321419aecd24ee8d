### Напоминание члену экспертного совета: о жителях в нём ничего нет.

# $council — название совета.
notice-council = { $council }: ждём вашего мнения
# $count — сколько заявок, $sitting — номер заседания.
notice-council-waiting = В повестке заседания № { PLAIN($sitting) } { $count ->
    [one] осталась { $count } заявка, по которой вы
    [few] осталось { $count } заявки, по которым вы
   *[many] осталось { $count } заявок, по которым вы
} ещё не высказались.
notice-council-where = Мнение записывают не здесь, а в офисе акимата.
button-notice-council = Открыть заседание

## Члены совета
council-title = Экспертный совет
council-name = Член совета
council-chair = председатель
council-since = Назначен
council-former = Бывшие члены
# $at — день.
council-left = { DATE($at) }
council-none = В совете пока никого нет.
# $quorum, $majority — доли, $leaves — выходит ли из счёта член с конфликтом интересов.
council-rule = Кворум – не меньше { $quorum } членов. Проект допускают, если за него больше { $majority } высказавшихся, при равенстве голосов не допускают. { $leaves ->
    [yes] Член совета с конфликтом интересов выходит из счёта.
   *[no] Член совета с конфликтом интересов остаётся в счёте.
}
council-rule-missing = В правилах кампании не названы кворум и большинство совета. Пока их нет, заседание не открыть.
council-linked = напоминания включены
council-unlinked = напоминания не включены
council-appoint = Назначить члена совета
council-appoint-hint = Сотрудники с ролью «член экспертного совета». Под двумя логинами один человек состоять в совете не может.
council-candidate = Сотрудник
council-candidate-blank = Выберите
council-no-candidates = Назначить некого: системный администратор должен дать сотруднику роль «член экспертного совета».
council-as-chair = Будет председателем
council-home-owed = Ждут вашего мнения
council-home-unpublished = Закрытые заседания, решения которых ещё не опубликованы
council-blocked = доступ закрыт
button-council-appoint = Назначить
button-council-chair = Сделать председателем
button-council-dismiss = Исключить

## Заседания
sittings-title = Заседания совета
sittings-none = Заседаний ещё не было.
sittings-new = Открыть заседание
sittings-number = Заседание
sittings-held = День заседания
sittings-until = Срок для мнений
sittings-state = Состояние
# $number — номер заседания.
sitting-title = Заседание № { PLAIN($number) }
sitting-new-title = Новое заседание
sitting-new-intro = Члены совета высказываются под своими логинами, решение зависит от числа голосов. Когда заседание закроют, готов протокол.
sitting-new-frozen = Состав совета и тексты заявок остаются такими, какими были в момент открытия.
# $day — день.
sitting-held = { DATE($day) }
sitting-place-kk = Место (на казахском)
sitting-place-ru = Место (на русском)
sitting-term = Последний день для мнений
sitting-term-hint = До конца этого дня. Опоздавшим напомнят в часы, названные в правилах.
sitting-agenda = Повестка дня
sitting-agenda-none = В повестку нечего включить. В неё входят зарегистрированные заявки, место которых осмотрено и которых нет в повестке другого заседания.
# $count — сколько заявок.
sitting-agenda-all = Всё, что готово: { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[many] { $count } заявок
}
sitting-agenda-chosen = Только отмеченные заявки
sitting-agenda-by-hand = Показать заявки и отметить нужные
sitting-agenda-first = К началу повестки
sitting-agenda-next = Дальше по повестке
sitting-members = Члены совета
sitting-place = Место
# $at — конец.
sitting-until = { UNTIL($at) }
sitting-secretary = Секретарь
sitting-chair = председатель
# $number — номер заявки, $title — название.
sitting-item = № { PLAIN($number) }. { $title }
sitting-given = Высказались
sitting-decision = Решение
sitting-yours = Ваше мнение
sitting-yours-none = ещё нет
# $count — сколько заявок.
sitting-waiting = { $count ->
    [one] Вашего мнения ждёт { $count } заявка.
    [few] Вашего мнения ждут { $count } заявки.
   *[many] Вашего мнения ждут { $count } заявок.
}
sitting-all-said = Вы высказались по всем заявкам. Пока решение не записано, мнение можно изменить.
sitting-late = Кто ещё не высказался
# $count — сколько заявок.
sitting-late-count = осталось заявок: { $count }.
sitting-late-unlinked = Напоминания в Telegram не включены, свяжитесь сами.
sitting-late-none = Высказались все.
sitting-move = Изменить срок
sitting-close = Закрыть заседание
sitting-close-hint = Закрывают, когда по каждой заявке записано решение или она отложена. Потом протокол не меняется.
sitting-protocol = Протокол
sitting-protocol-draft = Заседание не закрыто, поэтому пока это проект протокола.
sitting-publish = Публикация решений
# $number — номер заседания.
sitting-publish-title = Публикация решений заседания № { PLAIN($number) }
sitting-publish-intro = Публикуется всё сразу, авторам тут же придёт сообщение в боте. Отменить нельзя: сначала проверьте.
sitting-publish-late = До начала голосования осталось меньше, чем правила дают на жалобу и ответ. Ответить на жалобы нужно до его начала: потом отказ уже не отменить. Опубликуйте решения как можно раньше.
sitting-publish-none = Публиковать сейчас нечего: заседание не закрыто, решения уже опубликованы, или это не входит в вашу роль.
# $at — когда.
sitting-published = Решения опубликованы: { DATETIME($at) }.
# $number — номер заявки.
sitting-dropped-changed = Решение по № { PLAIN($number) } не опубликовано: за это время заявку объединили с другой, доработали или решили иначе.
sitting-dropped-site = Решение по № { PLAIN($number) } не опубликовано: последний осмотр показал, что место не подходит. Заявку можно включить в новую повестку.
sitting-dropped-cost = Решение по № { PLAIN($number) } не опубликовано: после него изменили стоимость. Включите заявку в новую повестку.
sitting-dropped-frozen = Решение по № { PLAIN($number) } не опубликовано: на этой территории голосование уже открыто или не проводится, а список проектов после открытия не меняют.
button-sitting-open = Открыть заседание
button-sitting-move = Изменить срок
button-sitting-close = Закрыть заседание
button-sitting-publish = Опубликовать всё
button-sitting-to-publish = Проверить и опубликовать
button-sitting-first = Открыть следующую заявку
sitting-state-open = идёт сбор мнений
sitting-state-over = срок прошёл
sitting-state-closed = закрыто
sitting-state-published = опубликовано
sitting-verdict-none = не решено
sitting-verdict-admitted = допущено к голосованию
sitting-verdict-refused = отклонено
sitting-verdict-put-off = отложено до следующего заседания
sitting-verdict-dropped = не опубликовано
sitting-publish-admitted = Будут допущены к голосованию
sitting-publish-refused = Будут отклонены
sitting-publish-put-off = Отложены, не публикуются

## Одна заявка из повестки
# $number — номер заявки.
agenda-title = Заявка № { PLAIN($number) }
agenda-place = Место
agenda-cost = Стоимость
# $cost — тенге.
agenda-tenge = { MONEY($cost) }
agenda-site = Осмотр места
agenda-site-none = Место ещё не осмотрено.
# $who — кто, $day — когда.
agenda-site-by = Осмотр: { $who }, { DATE($day) }
agenda-dossier = Фото, проверка и стоимость: полная страница заявки
agenda-own = Ваше мнение
agenda-own-intro = Мнения других вы увидите, когда выскажетесь сами.
agenda-own-changed = Пока решение не записано, мнение можно изменить.
agenda-own-proposal = Вы автор или соавтор этой заявки: по правилам о ней можно только заявить о конфликте интересов.
agenda-typed = Вы написали это, но оно не сохранено
agenda-ground = Основание отказа
agenda-ground-blank = Выберите, если отклоняете
agenda-comment = Короткое пояснение
# $most — сколько знаков.
agenda-comment-hint = При отказе обязательно. До { $most } знаков, войдёт в протокол.
# $given — высказались, $members — всего.
agenda-opinions = Высказались: { $given } из { $members }
agenda-hidden = Мнения будут видны, когда вы выскажетесь сами или когда выскажутся все.
# $admitting, $refusing, $conflicted — сколько.
agenda-count = За допуск: { $admitting }. За отказ: { $refusing }. Конфликт интересов: { $conflicted }.
# $present — высказались, $quorum — нужно.
agenda-quorum-missing = Кворума нет: высказались { $present }, а нужно не меньше { $quorum }. Продлите срок или отложите заявку до следующего заседания.
# $majority — сколько голосов требовалось.
agenda-would-admit = Решение совета: проект допускают к голосованию. Для этого нужно было голосов не меньше { $majority }.
agenda-would-refuse = Решение совета: проект отклоняют. Для допуска нужно было голосов не меньше { $majority }.
agenda-conclude = Записать решение
# $at — срок.
agenda-conclude-wait = Решение записывают, когда выскажутся все или когда выйдет срок: { UNTIL($at) }.
# $original — язык автора.
agenda-original = Автор писал { $original ->
    [kk] по-казахски
   *[ru] по-русски
}, его текст публикуется без изменений. На втором языке текст пишете вы.
# $other — язык перевода.
agenda-translated-title = { $other ->
    [kk] Название на казахском
   *[ru] Название на русском
}
agenda-translated-description = { $other ->
    [kk] Описание на казахском
   *[ru] Описание на русском
}
agenda-reason-kk = Обоснование на казахском
agenda-reason-ru = Обоснование на русском
# $most — сколько знаков.
agenda-reason-hint = Этот текст получит автор, он же будет на странице проекта. До { $most } знаков.
agenda-put-off = Отложить до следующего заседания
agenda-put-off-hint = Если нет кворума или нужно что-то выяснить. Заявку включат в следующую повестку.
agenda-decided = Решение совета
button-agenda-say = Отправить мнение
button-agenda-change = Изменить мнение
button-agenda-conclude = Сохранить решение
button-agenda-put-off = Отложить
agenda-choice-admit = Допустить к голосованию
agenda-choice-refuse = Отклонить
agenda-choice-conflict = У меня конфликт интересов
agenda-said-admit = за допуск
agenda-said-refuse = за отказ
agenda-said-conflict = конфликт интересов

## Несовместимые проекты
exclusive-title = Несовместимые проекты
exclusive-intro = Из пары победить может только один, например если оба для одного места. Пары видны на страницах проектов, после начала голосования они не меняются.
exclusive-none = Пар пока нет.
exclusive-of-rulebook = Из правил кампании
exclusive-first = Первый номер
exclusive-second = Второй номер
exclusive-add = Добавить пару
button-exclusive-add = Добавить
button-exclusive-remove = Убрать пару
