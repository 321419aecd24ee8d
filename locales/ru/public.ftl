### Публичные страницы: их читает кто угодно, без входа.

## На каждой странице
public-site = Бюджет народного участия
public-skip = Сразу к содержанию
public-menu = Разделы
public-menu-campaigns = Все кампании
public-menu-campaign = Кампания
public-menu-projects = Проекты
public-menu-rules = Правила
public-menu-channels = Что официально
public-menu-data = Открытые данные
# $akimat — название акимата.
public-footer = Страницы ведёт { $akimat }. Входить не нужно; кто и что здесь читает, не записывается.

public-missing-campaign = Такой кампании нет, или её адрес написан с ошибкой. Все кампании – на первой странице.
public-missing-project = Под этим номером ничего не опубликовано: проверьте номер или поищите в списке. Заявка появляется здесь, когда её зарегистрируют.
public-missing-place = Такой территории в этой кампании нет. Её территории и их итоги – на странице кампании.

## Первая страница
public-campaigns-title = Бюджет народного участия
public-campaigns-about = На что потратить часть бюджета, предлагают и решают сами жители. Здесь видно всё: правила, проекты, решения с обоснованием и итоги.
public-campaigns-none = Пока не опубликовано ни одной кампании.
# $title — название кампании, $plan_year — на какой год бюджет.
public-campaign-title = { $title }, { PLAIN($plan_year) } год

## Страница кампании
public-now = Что можно сделать сейчас
public-nothing-now = Сейчас ничего делать не нужно. Ближайшие сроки – ниже.
public-do-vote = Проголосовать за проект – в боте
public-do-propose = Предложить проект – в боте или на бумаге в акимате
public-do-discuss = Поддержать предложение, задать вопрос автору – в боте
public-do-official-page = Голосовать и подать заявку – на официальной странице
public-do-outcome = Посмотреть итоги
public-do-projects = Посмотреть проекты
public-do-rules = Прочитать правила
public-dates-stage = Этап
public-dates-when = Когда
public-dates-now = идёт сейчас
# $opens, $closes — начало и конец этапа.
public-period = { PERIOD($opens, $closes) }
# $territory — территория со своим сроком.
public-dates-territory = { $territory }: { PERIOD($opens, $closes) }
public-numbers = Заявки в числах
public-number-submitted = Подано заявок
public-number-registered = Зарегистрировано, ждут решения совета
public-number-admitted = Допущено к голосованию
public-number-refused = Отклонено
public-number-withdrawn = Отозвано авторами
public-number-merged = Объединено с другими
# $count — сколько.
public-count = { $count }
public-outcomes = Итоги по территориям
# $council — название совета.
public-council = Допускает проекты и подводит итоги { $council }. Его состав:
public-council-none = Состав ещё не опубликован.
# $name — имя, $position — должность.
public-member = <b>{ $name }</b>, { $position }
public-member-chair = <b>{ $name }</b>, { $position } – председатель
public-bot = Официальный бот
# $bot — имя бота.
public-bot-open = Открыть @{ $bot }
public-bot-none = Официальный бот у этой кампании не назван.
# $link — адрес.
public-qr = QR-код ссылки { $link }

## Правила
public-rules-title = Правила
public-rules-about = Рядом с каждым числом указано, откуда оно: [1], [2] – акты из списка в конце страницы, [*] – собственный выбор акимата.
public-rules-contents = Содержание
public-acts = Правовое основание
# $title — название акта, $act — его номер, $date — дата, $link — текст.
public-act = <a href="{ $link }">{ $title }</a>, { DATE($date) }
public-act-numbered = <a href="{ $link }">{ $title }</a>, № { $act }, { DATE($date) }
public-notes = Откуда числа
public-mode-guide = Голосуют на официальной странице { $source }, бот голоса не принимает.
public-mode-joint = Голосовать можно в официальном боте, в акимате или на официальной странице, но только в одном месте { $source }. Голоса официальной страницы входят в итоги по её подписанному протоколу; сколько человек проголосовало в обоих местах, публикуется с итогами.
public-mode-sole = Голоса принимают в официальном боте и в акимате { $source }.
public-unstated = О чём исходный документ молчит
public-unstated-about = Этого исходный документ не называет. Ничего не додумано: спросите в акимате.
public-unstated-akimat = БИН акимата
public-unstated-cost-cap = предельная стоимость проекта
public-unstated-council = кворум совета, нужное большинство, как считают при конфликте интересов
public-unstated-limits = некоторые пределы для заявки
public-unstated-money = сколько выделено денег и откуда они
public-unstated-official = официальный бот, образец заявки или контакты вне акимата
public-unstated-outcome = что делать при равенстве голосов и с остатком денег
public-unstated-proposal = возраст автора, сроки для документов, что считать похожими заявками
public-unstated-reminders = когда приходят некоторые напоминания
public-unstated-retention = сколько хранят некоторые данные
public-unstated-review = сроки проверки заявок и жалоб
public-unstated-voting = территории, по которым считают голоса

## Официальные каналы
public-channels-title = Что официально и как не попасться
public-channels-about = Мошенники делают похожих ботов и страницы. Вот чему можно верить и как это проверить.
public-fakes = Как проверить
# $bot — имя бота.
public-fakes-name = Сверьте имя бота по буквам: @{ $bot }. Имя бота видно в его профиле; название и картинку может повторить любой.
public-fakes-name-none = У этой кампании бот не назван: любой бот, который от её имени собирает голоса или заявки, – чужой.
public-fakes-address = Сверьте адрес страницы: он тот же, что на плакатах и на сайте акимата.
public-fakes-forms = Ни бот, ни эти страницы не просят войти, установить приложение, назвать ИИН, карту или код из SMS.
public-fakes-money = За голос не платят и не наказывают. Кто предлагает деньги или требует показать, как вы проголосовали, нарушает правила.
public-outside = Кому сказать вне акимата
public-outside-none = Контакты вне акимата для этой кампании не названы.

## Список проектов
public-projects-title = Проекты и предложения
public-filter = Что показать
public-filter-words = Слово или номер
public-filter-words-hint = Хватит начала слова. Казахские буквы можно заменять русскими.
public-filter-territory = Территория
public-filter-direction = Направление
public-filter-status = Статус
public-filter-cost = Не дороже
public-filter-cost-hint = Например: 10 млн
public-filter-order = Порядок
public-filter-all = все
public-filter-more = Другие условия и порядок
public-filter-show = Показать
public-filter-clear = Сбросить
# $count — сколько найдено.
public-found = Найдено: { $count }
# $as_of — когда подсчитано.
public-votes-live = Голоса подсчитаны на { DATETIME($as_of) }: это случайная часть поданных, остальные ещё запечатаны.
public-pages = Страницы списка
# $page — какая страница, $pages — сколько всего.
public-page-of = Страница { NUMBER($page) } из { $pages }
public-page-before = ‹ Раньше
public-page-after = Дальше ›
# $number — номер заявки.
public-line-hidden = № { PLAIN($number) }. Заявка отклонена до регистрации
# $cost — стоимость, тенге, $territory — территория.
public-line-cost = { MONEY($cost) } · { $territory }
# $votes — сколько голосов.
public-line-votes = { $votes ->
    [one] { $votes } голос
    [few] { $votes } голоса
   *[many] { $votes } голосов
}
public-fault-value = Одно из условий в адресе не распознано, оно не учтено.
# $most — сколько букв учитывается.
public-fault-words = Запрос слишком длинный: учтены первые { $most } букв.
public-fault-page = Такой страницы в списке нет. Начните с первой.
public-order-random = случайный, каждый день новый
public-status-registered = зарегистрирован, решение впереди
public-status-admitted = допущен к голосованию
public-status-refused = отклонён
public-status-stopped = остановлен
public-status-won = проект-победитель
public-status-not-funded = не финансируется
public-status-merged = объединён с другой заявкой

## Страница проекта
# $number — номер заявки, $title — название.
public-project-title = № { PLAIN($number) }. { $title }
public-project-hidden = Заявка № { PLAIN($number) } отклонена
public-project-hidden-why = Слова автора не публикуются: заявку отклонили до регистрации. Основание и обоснование – ниже.
public-is-original = оригинал
public-is-translation = перевод
public-other-language = На казахском языке
public-same-words = Автор написал на этом языке, перевода пока нет.
public-facts = Коротко
public-fact-direction = Направление
public-fact-territory = Территория
public-fact-place = Место
public-fact-map = Показать на карте
public-fact-cost = Стоимость
public-fact-author = Автор
public-fact-co-authors = Соавторов
public-fact-votes = Голосов
# $amount — тенге.
public-money = { MONEY($amount) }
public-decision = Решение
public-result-council = Решение совета по итогам
public-decision-ground = Основание отказа
public-decision-reason = Обоснование
public-other-reason = Обоснование на казахском языке
public-costs = Как менялась стоимость
# $at — когда, $before, $after — тенге до и после, $reason — почему.
public-cost-step = { DATE($at) }: { MONEY($before) } → { MONEY($after) }. { $reason }
public-site-check = Осмотр места
# $checked_on — день, $checked_by — кто осматривал.
public-site-by = Место осматривали { DATE($checked_on) }: { $checked_by }
# $is_clear — свободна ли земля.
public-site-land = { $is_clear ->
    [yes] Земля: препятствий нет.
   *[no] Земля: есть препятствия.
}
# $is_clear — нет ли помех от сетей.
public-site-networks = { $is_clear ->
    [yes] Инженерные сети: не мешают.
   *[no] Инженерные сети: мешают.
}
# $holder — балансодержатель.
public-site-holder = Балансодержатель: { $holder }
public-appeal = Жалоба
# $filed_at — когда подана, $due_at — когда должен быть ответ.
public-appeal-waiting = Автор подал жалобу { DATE($filed_at) }. Её рассматривают другие люди.
public-appeal-waiting-by = Автор подал жалобу { DATE($filed_at) }. Её рассматривают другие люди, ответ должен быть { UNTIL($due_at) }.
# $decided_at — когда решено.
public-appeal-upheld = { DATE($decided_at) } жалобу удовлетворили.
public-appeal-declined = { DATE($decided_at) } жалобу отклонили, решение осталось в силе.
public-excludes = Несовместимые проекты
public-excludes-about = Из этого проекта и перечисленных ниже победить может только один:
public-history = Путь заявки
# $at — когда, $status — чем стала.
public-step = { DATE($at) }: { $status }
public-talk = Что сказали жители
# $count — сколько человек.
public-supports = Поддержали: { $count }
public-questions = Вопросы и ответы
# $count — сколько вопросов.
public-questions-more = Всего вопросов: { $count }. Здесь последние, остальные – в боте.
# $numbers — номера заявок.
public-merged = Сюда присоединены заявки: { $numbers }
# $number — номер заявки, к которой присоединили.
public-merged-into = Эту заявку объединили с заявкой № { PLAIN($number) }.
# $count — сколько изображений.
public-pictures = Изображения: { $count }
# $number — номер заявки, $place — какая по счёту, $count — сколько всего.
public-picture = Заявка № { PLAIN($number) }: изображение { $place } из { $count }
public-open = Открыть в боте
public-open-about = В боте можно подписаться на новости, а когда придёт время – поддержать, спросить и проголосовать.

## Открытые данные
public-data-title = Открытые данные
public-data-about = Всё, что опубликовано о проектах этой кампании, – для таблиц и программ. Персональных данных здесь нет.
# $akimat — название акимата.
public-data-use = Источник: { $akimat }. Когда используете данные, укажите источник и дату, когда их скачали.
# $at — на какой день.
public-data-now = Данные на { DATE($at) }.
public-data-files = Файлы
public-data-csv = проекты, таблица (CSV, UTF-8)
public-data-json = проекты, для программ (JSON, UTF-8)
public-data-campaign = кампания: сроки, территории, деньги, акты, числа (JSON, UTF-8)
public-data-fields = Поля проекта
public-data-field = Поле
public-data-meaning = Что это
public-field-number = номер заявки; остаётся, когда она становится проектом
public-field-status = статус: registered – обсуждается, admitted – допущен к голосованию, refused – отклонён, stopped – остановлен, won – победил, not_funded – не финансируется
public-field-title-kk = название на казахском
public-field-title-ru = название на русском
public-field-original-language = язык автора; пусто – оба текста исходные
public-field-direction = направление, код
public-field-direction-kk = направление на казахском
public-field-direction-ru = направление на русском
public-field-territory = территория, код
public-field-territory-kk = территория на казахском
public-field-territory-ru = территория на русском
public-field-place-kk = место на казахском; есть, когда решение принято
public-field-place-ru = место на русском; есть, когда решение принято
public-field-latitude = широта, градусы
public-field-longitude = долгота, градусы
public-field-cost = стоимость, целые тенге
public-field-submitted-on = когда подана заявка, по времени Алматы
public-field-decided-on = когда приняли последнее решение, по времени Алматы
public-field-ground = основание отказа, код; расшифровка – в campaign.json
public-field-reason-kk = обоснование отказа на казахском
public-field-reason-ru = обоснование отказа на русском
public-field-votes = голоса после подсчёта; пусто, пока не подсчитаны или если их мало и они скрыты
public-field-council-decision = решение совета по итогам: implemented – реализуют, declined – нет; пусто, пока не опубликовано
public-field-council-differs = отличается ли решение от подсчёта: yes или no
public-field-council-reason-kk = обоснование решения на казахском
public-field-council-reason-ru = обоснование решения на русском
