### Плакаты и тексты: страница офиса и тексты для сайта, прессы и информационных стендов.

## Страница офиса
kit-title = Плакаты и тексты
kit-about = Всё берётся из правил кампании: если срок продлят, скачайте комплект ещё раз, новые даты появятся сами.
kit-intake = Приём заявок
kit-voting = Голосование
# $opens, $closes – начало и конец этапа.
kit-period = { PERIOD($opens, $closes) }
kit-poster = Плакат
kit-poster-alt = Как выглядит плакат: { $headline }
kit-text-site = Для сайта
kit-text-press = Для прессы
kit-text-stand = Для информационного стенда
# $count – сколько плакатов.
kit-contents = В комплекте: { $count ->
    [one] { $count } плакат с QR-кодом
    [few] { $count } плаката с QR-кодом
   *[many] { $count } плакатов с QR-кодом
} (для всей кампании и для каждой территории), тексты на двух языках (TXT, DOCX), QR-коды (PNG).
button-kit-download = Скачать комплект
kit-none = В этой кампании не назначены ни приём заявок, ни голосование, поэтому плаката нет.
kit-card = QR-код проекта
kit-card-about = Лист, который вешают там, где проект построят. QR-код открывает проект в официальном боте.
kit-card-number = Номер проекта
button-kit-card = Скачать лист
kit-card-no-bot = У кампании не указан официальный бот, поэтому листа с QR-кодом нет.

log-make-kit = собраны плакаты и тексты
log-make-card = сделан лист с QR-кодом проекта

## Тексты
# $title – название кампании, $plan_year – на какой год бюджет.
kit-heading-intake = «{ $title }», { PLAIN($plan_year) } год: идёт приём предложений жителей
kit-heading-voting = «{ $title }», { PLAIN($plan_year) } год: жители голосуют за проекты
# $akimat – название акимата.
kit-lead-intake = { $akimat } приглашает жителей предложить, на что потратить часть местного бюджета.
kit-lead-voting = { $akimat } приглашает жителей выбрать, какие проекты построят за счёт бюджета.
kit-when = Сроки: { PERIOD($opens, $closes) }.
# $total – все деньги, $origin – откуда они.
kit-money = Сумма: { MONEY($total) }. Источник: { $origin }.
# $most – тенге.
kit-cap = Один проект может стоить не больше { NUMBER($most) } тенге.
# $votes – минимум голосов, $share – доля.
kit-threshold = Минимум голосов, с которым проект реализуют: { NUMBER($votes) }.
kit-threshold-share = Минимум голосов, с которым проект реализуют: { PERCENT($share) } от всех, кто имеет право голоса.
kit-who = Кто участвует:
kit-authors = От чьего имени можно внести предложение:
# $author – вид автора, $papers – какие документы приложить.
kit-author-papers = { $author } (приложить: { $papers })
kit-how = Как участвовать:
kit-directions = Направления:
kit-requirements = Требования к предложению:
kit-criteria = Критерии:
kit-grounds = Не рассматриваются предложения, которые:
kit-dates = Все сроки кампании:
# $stage – название этапа.
kit-stage = { $stage }: { PERIOD($opens, $closes) }
kit-official = Официальные каналы:
kit-official-bot = бот в Telegram: @{ $bot } ({ $link })
kit-official-page = официальная страница: { $page }
kit-trust = Участие бесплатное. Бот никогда не спрашивает ИИН, банковскую карту и коды из SMS.
kit-contacts = Контакты:
# $name – отдел, $phone – телефон, $address – адрес.
kit-contact = { $name }: { $phone }
kit-contact-address = { $name }: { $phone }, { $address }
kit-basis = Основание: { $acts }.
