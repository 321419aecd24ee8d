### Решения по заявке: что узнают автор и те, кто на неё подписан.

# $number — номер заявки, $status — решение, $title — название.
notice-decided = <b>Ваша заявка № { PLAIN($number) } { $status ->
        [registered] зарегистрирована
        [returned] возвращена на доработку
        [refused] отклонена
       *[admitted] допущена к голосованию
    }</b>
    { $title }
# $council — совет, который решает.
decided-registered = Акимат проверил заявку и зарегистрировал её. Допустить ли её к голосованию, решает { $council }. О решении сообщим.
decided-reopened = Теперь допустить ли заявку к голосованию, решает { $council }. О решении сообщим.
# $opens, $closes — начало и конец обсуждения.
decided-discussion = Обсуждение: { PERIOD($opens, $closes) }. Отправьте ссылку на заявку соседям: они могут поддержать её и задать вопрос.
# $reason — что исправить.
decided-returned = <b>Что исправить:</b> { $reason }
# $due_at — конец доработки.
decided-rework = <b>Срок:</b> { UNTIL($due_at) }. Откройте заявку, исправьте и отправьте снова. После срока исправления не принимают.
# $ground — основание из правил, $reason — обоснование.
decided-refused =
    <b>Основание отказа:</b> { $ground }
    <b>Обоснование:</b> { $reason }
# $is_council — решил ли совет, $council — его название.
decided-by = <b>Решение принял:</b> { $is_council ->
    [yes] { $council }
   *[no] акимат
}
# $closes — конец срока для жалобы.
decided-appeal = Если не согласны, { UNTIL($closes) } можно один раз подать жалобу. Её рассмотрят другие люди.
decided-appeal-ballot = Если не согласны, можно один раз подать жалобу: её принимают, пока не началось голосование, { UNTIL($closes) }. Её рассмотрят другие люди.
decided-appeal-endless = Если не согласны, можно один раз подать жалобу, срок для неё правилами не назван. Её рассмотрят другие люди.
# $reason — обоснование.
decided-upheld =
    <b>Жалоба автора удовлетворена:</b> отказ отменили другие люди, не те, кто его вынес.
    <b>Обоснование:</b> { $reason }
# $opens, $closes — начало и конец голосования.
decided-admitted = Теперь это проект, за который голосуют. Голосование: { PERIOD($opens, $closes) }. Победителей определят голоса жителей.
# $contact — отдел акимата, $phone — его телефон.
decided-contact = Если есть вопрос: { $contact }, { $phone }
button-proposal-open = Открыть заявку

## Офис: очереди и заявка целиком. Читают сотрудники.
review-title = Заявки
review-queues = Очереди
review-queue-check = На проверку
review-queue-rework = Не доработаны в срок
review-queue-site = Осмотреть место
review-queue-council = Готовы для совета
review-queue-papers = Ждём документы
review-queue-all = Все
# $count — сколько заявок.
review-late = Просрочено: { NUMBER($count) }
review-today = Срок сегодня: { NUMBER($count) }
review-no-term = Срок проверки правилами кампании не установлен.
# $count — сколько нашлось, $page, $pages — какая страница из скольких.
review-found = Заявок: { NUMBER($count) }. Страница { NUMBER($page) } из { NUMBER($pages) }.
review-none = Здесь ничего не ждёт.
review-none-found = По этому запросу ничего не нашлось. Сократите слово или сбросьте фильтры.
review-search = Номер или слова
button-review-search = Найти
review-reset = Сбросить
review-filter-territory = Территория
review-filter-direction = Направление
review-filter-status = Статус
review-any-territory = любая
review-any-direction = любое
review-any-status = любой
review-column-number = №
review-column-title = Название
review-column-territory = Территория
review-column-cost = Стоимость
review-column-status = Статус
review-column-due = Срок
review-export = Скачать этот список
review-paper-badge = на бумаге
# $days — сколько дней.
review-due-late = { $days ->
    [one] просрочено на { NUMBER($days) } день
    [few] просрочено на { NUMBER($days) } дня
   *[many] просрочено на { NUMBER($days) } дней
}
review-due-today = сегодня последний день
review-due-left = { $days ->
    [one] остался { NUMBER($days) } день
    [few] осталось { NUMBER($days) } дня
   *[many] осталось { NUMBER($days) } дней
}
# $number — номер заявки.
review-proposal-title = Заявка № { PLAIN($number) }
review-back = Все заявки
review-cleared = текст удалён
review-nothing = не указано
# $cost — сумма в тенге.
review-sum = { MONEY($cost) }
# $count — сколько.
review-quantity = { NUMBER($count) }
review-label-status = Статус
review-label-version = Версия
review-label-due = Срок
review-label-author = Кто подал
# $version — номер версии, $at — когда пришла.
review-version-came = { NUMBER($version) }, пришла { DATETIME($at) }
review-channel-bot = Подана в боте
review-channel-paper = Подана на бумаге
# $due_at — конец срока.
review-rework-until = { UNTIL($due_at) }
review-rework-over = Срок доработки прошёл { UNTIL($due_at) }. Исправленная заявка не пришла, её можно отклонить.
review-rework-endless = Срок доработки правилами не установлен.
# $number — номер другой заявки.
review-merged-into = № { PLAIN($number) }
review-merged-from = № { PLAIN($number) }
review-supports = Поддержали
review-co-authors = Соавторы
# $cost — сумма, $kind — какая смета.
review-cost-exact = { MONEY($cost) }, точная стоимость после проверки
review-cost-author = { MONEY($cost) } по расчёту автора, смета { $kind }
review-lines = Смета автора
review-line-item = Что
review-line-quantity = Сколько
review-line-price = Цена
review-line-amount = Сумма
review-estimate-file = Открыть файл сметы
review-point = Точка на карте
review-pictures = Изображения
# $place — которое по счёту, $kind — что это.
review-picture-large = Изображение { NUMBER($place) }: { $kind }. Открыть крупно
review-picture-original = Оригинал { NUMBER($place) }
review-no-pictures = Изображений нет.
review-name-public = Имя разрешено публиковать
review-name-kept = Имя не публикуется
# $version — номер новой версии.
review-changes = Что изменилось в версии { NUMBER($version) }
review-changes-none = Автор отправил заявку без изменений.
# $before, $after — сколько изображений было и стало.
review-change-pictures = Было { NUMBER($before) }, стало { NUMBER($after) }. Какие изображения в заявке сейчас, видно ниже.
review-change-said = Ответ изменён.
review-part-gone = удалено:{ " " }
review-part-new = добавлено:{ " " }
review-field-direction = Направление
review-field-reason = Почему «Другое»
review-field-title = Название
review-field-description = Описание
review-field-territory = Территория
review-field-place = Место
review-field-point = Точка на карте
review-field-cost = Стоимость
review-field-estimate = Смета
review-field-pictures = Изображения
review-field-author = Автор
review-notes = На что обратить внимание
review-warning-swearing = Похоже, в тексте есть грубое слово.
# $address, $improved_on — адрес двора и когда его благоустроили.
review-warning-yard = Похоже, этот двор недавно благоустроили: { $address }, { DATE($improved_on) }.
# $number, $title — похожая заявка, $metres — расстояние до неё в метрах, 0 если неизвестно.
review-note-similar = Похожая заявка: № { PLAIN($number) }. { $title }{ $metres ->
    [0] {""}
   *[other] , до неё { NUMBER($metres) } м
}
review-typed = Это вы написали. Здесь ваш текст уже не отправить, но его можно скопировать.
review-act-check = Проверить по пунктам
review-act-site = Записать осмотр места
review-act-cost = Уточнить стоимость
review-act-author = Показать автора
# $number — номер заявки.
review-author-title = Автор заявки № { PLAIN($number) }
review-author-logged = Этот просмотр записан в журнал. Имя и телефон нужны, только чтобы связаться с автором по заявке.
review-author-name = Имя
review-author-phone = Телефон
review-author-unnamed = не указан
review-history = История
# $at — когда, $status — чем стала заявка.
review-history-step = { DATETIME($at) }: { $status }
# $name — сотрудник, для наблюдателя – его должность.
review-history-by = { $name }
# $ground — основание из правил.
review-history-ground = Основание: { $ground }
# $due_at — конец срока.
review-history-due = Срок доработки: { UNTIL($due_at) }
review-checks = Проверка по требованиям
# $version — номер версии.
review-check-of = Проверка версии { NUMBER($version) }
review-answer-yes = да
review-answer-no = нет
review-answer-open = без ответа
review-site-checks = Осмотр места
review-site-none = Место ещё не осматривали.
# $day — день осмотра, $who — кто осматривал.
review-site-by = { DATE($day) }, { $who }
review-site-land-yes = земля свободна
review-site-land-no = земля не свободна
review-site-networks-yes = сети не мешают
review-site-networks-no = мешают сети
# $holder — балансодержатель.
review-site-holder = Балансодержатель: { $holder }
review-costs = Как менялась стоимость
# $at — когда, $before, $after — прежняя и новая сумма.
review-cost-change = { DATETIME($at) }: { MONEY($before) } → { MONEY($after) }
review-papers = Документы
review-papers-asked = От этого автора правила требуют:
# $due_at — конец срока.
review-papers-due = Срок: { UNTIL($due_at) }
review-papers-none = Пока не пришло ни одного.
# $place — который по счёту, $at — когда пришёл.
review-paper-file = Документ { NUMBER($place) }, пришёл { DATETIME($at) }
review-paper-desk = Документ { NUMBER($place) }, принесён { DATETIME($at) }, лежит в акимате
review-paper-late = после срока
# $most — сколько самое большее.
review-papers-count = Сколько документов принесли
button-review-papers = Записать

## Офис: формальная проверка
# $number — номер заявки.
review-check-title = Проверка заявки № { PLAIN($number) }
review-check-intro = Ответьте по каждому пункту. К «нет» нужна причина на обоих языках: её прочтёт автор.
# $place — номер пункта, $text — требование или критерий из правил.
review-check-item = { NUMBER($place) }. { $text }
review-yes = Да, соответствует
review-no = Нет
review-check-why-kk = Причина по-казахски
review-check-why-ru = Причина по-русски
review-check-whole = Решение
# $most — сколько знаков во всём обосновании, $item_most — в одной причине.
review-check-whole-hint = Обоснование можно не писать: тогда оно сложится из причин по пунктам. В нём до { NUMBER($most) } знаков, в причине по пункту до { NUMBER($item_most) }. Без ИИН.
review-check-reason-kk = Обоснование по-казахски
review-check-reason-ru = Обоснование по-русски
review-check-ground = Основание отказа
review-check-ground-none = только для отказа
# $at — когда её сохранили.
review-check-newer = Другая проверка, сохранена { DATETIME($at) }
review-check-former = Проверка прежней версии
review-check-not-open = Проверять сейчас нечего: по заявке уже решили или её ждут от автора.
button-review-save = Сохранить, решить позже
button-review-register = Зарегистрировать
button-review-return = Вернуть на доработку
button-review-refuse = Отклонить

## Офис: осмотр места
# $number — номер заявки.
review-site-title = Осмотр места по заявке № { PLAIN($number) }
review-site-intro = Записи не переписываются: считается последняя. Без осмотра, при занятой земле или мешающих сетях проект к голосованию не допускают.
review-site-day = День осмотра
review-site-who = Кто осматривал
review-site-who-hint = Фамилии, должности, организации: их увидят жители в карточке проекта.
review-site-holder-label = Балансодержатель
review-site-holder-hint = На чьём балансе место. Если ни на чьём, так и напишите.
review-site-land = Земля
review-site-networks = Инженерные сети
review-site-clear = Можно строить
review-site-blocked = Есть препятствие
review-site-found-kk = Что увидели, по-казахски
review-site-found-ru = Что увидели, по-русски
# $most — сколько знаков.
review-site-found-hint = До { NUMBER($most) } знаков на каждом языке. Этот текст попадёт в карточку проекта.
button-review-site = Записать осмотр

## Офис: точная стоимость
# $number — номер заявки.
review-cost-title = Точная стоимость по заявке № { PLAIN($number) }
review-cost-intro = Стоимость уточняют после регистрации и до начала голосования. Прежняя сумма и причина остаются в истории, их увидят жители.
# $cost — сумма сейчас.
review-cost-now = Сейчас: { MONEY($cost) }.
# $cap — предел.
review-cost-cap = По правилам не больше { MONEY($cap) }.
review-cost-new = Новая стоимость, тенге
review-cost-new-hint = Одним числом без копеек и без точек: 1{ "\u00A0" }250{ "\u00A0" }000
review-cost-reason-kk = Почему изменилась, по-казахски
review-cost-reason-ru = Почему изменилась, по-русски
# $most — сколько знаков.
review-cost-reason-hint = До { NUMBER($most) } знаков на каждом языке.
button-review-cost = Изменить стоимость

## Офис: вопросы и ответы
review-talk-title = Вопросы и ответы
review-talk-intro = Пока вы не прочли, другие этого не видят. Показывайте всё, что по делу, и критику тоже. Скрывают оскорбления, рекламу и чужие персональные данные.
review-talk-lists = Списки
review-talk-waiting = Ждут проверки
review-talk-read = Проверенные
review-talk-none = Здесь пусто.
# $number, $title — заявка, $at — когда спросили.
review-talk-about = № { PLAIN($number) }. { $title } ({ DATETIME($at) })
review-talk-question = Вопрос
review-talk-answer = Ответ автора
review-talk-waiting-state = ждёт
review-talk-shown-state = показан
review-talk-hidden-state = скрыт
review-talk-hide = Не показывать
review-talk-reason-kk = Причина по-казахски
review-talk-reason-ru = Причина по-русски
# $most — сколько знаков.
review-talk-reason-hint = Причину прочтёт тот, кто это написал. До { NUMBER($most) } знаков на каждом языке.
button-review-show = Показать
button-review-hide = Скрыть и сообщить причину

## Офис: скачать заявки
review-export-title = Скачать заявки
review-export-intro = В файле то же, что в списке: без имён и телефонов. Каждое скачивание записывается в журнал.
review-export-filtered = Скачивается список, отобранный фильтрами.
review-export-xlsx = Таблица XLSX
review-export-csv = Таблица CSV
review-export-column-number = №
review-export-column-title = Название
review-export-column-direction = Направление
review-export-column-territory = Территория
review-export-column-place = Место
review-export-column-cost = Стоимость, тенге
review-export-column-status = Статус
review-export-column-submitted = Подана
review-export-column-due = Последний день срока
