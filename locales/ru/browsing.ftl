### Проекты: список, фильтр, поиск, карточка.

## Список

# $total — сколько проектов найдено.
browsing-list = <b>Проекты: { $total }</b>
# $page — какая страница, $pages — сколько всего.
browsing-list-page = Страница { $page } из { $pages }
browsing-list-hint = Чтобы открыть проект, нажмите его номер. Чтобы искать, напишите слово или номер проекта.
# $as_of — когда подсчитано.
browsing-list-live = Голоса подсчитаны на { DATETIME($as_of) }: это случайная часть поданных, остальные ещё запечатаны.
# $number — номер заявки, $title — название (длинное сокращено), $cost — стоимость, коротко.
browsing-line = <b>{ PLAIN($number) }.</b> { $title } · <i>{ $cost }</i>
browsing-line-stopped = <b>{ PLAIN($number) }.</b> { $title } · <i>{ $cost }</i> · <b>остановлен</b>
# $millions — в миллионах тенге, одна цифра после запятой.
browsing-cost-short = { $millions } млн ₸
browsing-cost-small = { MONEY($cost) }
# $filters — какие фильтры стоят, через запятую.
browsing-narrowed = Фильтр: { $filters }
browsing-narrowed-cost = не дороже { MONEY($cost) }
browsing-narrowed-words = слово «{ $words }»
# $words — что искал житель.
browsing-nothing-found =
    <b>По запросу «{ $words }» ничего не найдено.</b>
    Напишите слово короче или иначе. Казахские буквы можно заменять русскими.
browsing-nothing-filtered = <b>Таких проектов нет.</b> Измените или сбросьте фильтр.
browsing-nothing-yet = <b>Список проектов ещё не опубликован.</b>

button-browsing-project = № { PLAIN($number) }
button-browsing-filters = Фильтр и порядок
button-browsing-search = Поиск
button-browsing-clear = Сбросить фильтр
button-browsing-show = Показать список
button-browsing-list = ‹ К списку

## Поиск
browsing-search =
    <b>Поиск</b>
    Напишите слово: <i>детская площадка</i>, <i>библиотека</i>, название улицы. Хватит и начала слова.
    Казахские слова можно писать русскими буквами: <i>уй</i>, <i>жарык</i>.
    Если знаете номер проекта, напишите только номер: <i>12</i>

## Фильтр
# $territory, $direction, $cost, $words, $order — что выбрано; $total — сколько проектов найдено.
browsing-filters =
    <b>Какие проекты показать?</b>

    Территория: <b>{ $territory }</b>
    Направление: <b>{ $direction }</b>
    Стоимость: <b>{ $cost }</b>
    Слово для поиска: <b>{ $words }</b>
    Порядок: <b>{ $order }</b>

    Подходящих проектов: { $total }
browsing-any-territory = вся
browsing-any-direction = все
browsing-any-cost = любая
browsing-any-words = нет
browsing-cost-at-most = не больше { MONEY($cost) }
browsing-order-random = случайный, у каждого свой
browsing-order-cost = от дешёвых к дорогим
browsing-order-number = по номеру
browsing-order-votes = по числу голосов

button-browsing-territory = Территория
button-browsing-direction = Направление
button-browsing-cost = Стоимость
button-browsing-order-random = Порядок: случайный
button-browsing-order-cost = Порядок: по стоимости
button-browsing-order-number = Порядок: по номеру
button-browsing-order-votes = Порядок: по числу голосов

# $territory — территория, список которой открыт.
browsing-territory =
    <b>Выберите территорию</b>
    Сейчас: { $territory }
browsing-direction = <b>Выберите направление</b>
# $place — место в списке, $direction — полное название направления.
browsing-direction-line = { $place }. { $direction }
button-browsing-whole = Вся территория
button-browsing-any = Все

browsing-cost =
    <b>Сколько самое большее может стоить проект?</b>
    Нажмите кнопку или напишите сумму: <i>10 млн</i>, <i>7,5 миллиона</i>, <i>500 тысяч</i>.
# $cost — как понята написанная сумма.
browsing-cost-understood = Вы написали: <b>{ MONEY($cost) }</b>. Верно?
browsing-cost-no-sum = Здесь не видно суммы. Напишите её цифрами: <i>10 млн</i>
browsing-cost-several-sums = Здесь, похоже, несколько сумм. Напишите одну: <i>10 млн</i>
browsing-cost-ambiguous = Эту сумму можно понять двояко. Напишите иначе: <i>1,2 млн</i> или <i>1200 тысяч</i>
browsing-cost-other-currency = Стоимость проектов считается в тенге. Напишите сумму в тенге: <i>10 млн тенге</i>
browsing-cost-part-of-tenge = Напишите сумму целыми тенге, без тиынов.
browsing-cost-not-positive = Сумма должна быть больше нуля.
browsing-cost-too-large = Такой большой суммы не бывает. Проверьте, сколько в ней нулей.
button-browsing-cost-quick = { MONEY($cost) }
button-browsing-cost-yes = Да, эта сумма
button-browsing-cost-any = Любая стоимость

## Карточка
# $number — номер заявки, $title — название.
browsing-card = <b>№ { PLAIN($number) }. { $title }</b>
browsing-card-direction = Направление: { $direction }
browsing-card-territory = Территория: { $territory }
# $landmark — где это, словами.
browsing-card-place = Место: { $landmark }
browsing-card-cost = Стоимость: <b>{ MONEY($cost) }</b>
browsing-card-status = Статус: { $status }
browsing-card-votes = Подано голосов: { $votes }
# $as_of — когда подсчитано.
browsing-card-votes-live = Голосов на { DATETIME($as_of) }: { $votes }. Подсчитана случайная часть, остальные ещё запечатаны
browsing-card-site-check = Осмотр места: { $site_check }
# $day — когда осматривали место, $who — кто.
browsing-card-site-check-by = Место осматривали { DATE($day) }: { $who }
# $others — номера проектов, которые вместе не построить.
browsing-card-exclusive = Несовместимые проекты, победит только один: этот или { $others }
browsing-card-description = { $description }
browsing-card-ground = Основание отказа: { $ground }
browsing-card-reason = Обоснование: { $reason }
browsing-status-admitted = допущен к голосованию
browsing-status-refused = отклонён
browsing-status-stopped = остановлен
browsing-status-won = проект-победитель
browsing-status-not-funded = не финансируется

button-browsing-vote = Голосовать за этот проект
button-browsing-official = Голосовать на сайте
# $count — сколько фото, $size — сколько они весят вместе, КБ.
button-browsing-pictures = Фото: { $count } (≈ { $size } КБ)
button-browsing-map = Показать на карте
button-browsing-share = Поделиться
button-browsing-whole-text = Читать полностью
# $place — которое фото по счёту, $count — сколько всего.
browsing-picture-caption = Проект № { PLAIN($number) }, фото { $place } из { $count }
browsing-pictures-gone-alert = Фото этого проекта сейчас нет.
