### Документы на печать: заявка, протокол, ведомость кодов, талоны, плакат.

## Общее для всех документов
# $title – название кампании, $plan_year – на какой год бюджет.
document-campaign = «{ $title }» на { PLAIN($plan_year) } год
# $title – название акта, $act – его номер, $date – дата.
document-act = { $title }, № { $act }, { DATE($date) }
document-act-unnumbered = { $title }, { DATE($date) }
document-basis = Основание
document-moment = { DATETIME($moment) }
document-day = { DATE($day) }
document-money = { MONEY($cost) }
document-count = { NUMBER($count) }
document-nothing = –
document-signature = подпись
document-date = дата

## Заявка автора
# $number – номер заявки.
document-application-title = Заявка № { PLAIN($number) }
document-application-kind = проектное предложение
document-application-submitted = Дата подачи
document-application-channel = Как подана
document-application-channel-bot = через Telegram-бот
document-application-channel-paper = на бумаге
document-application-status = Статус
document-application-version = Исправленная редакция
document-application-direction = Направление
document-application-other = Почему не подошло направление из списка
document-application-title-label = Название
document-application-description = Описание
document-application-territory = Территория
document-application-place = Место
document-application-point = Точка на карте
document-application-cost = Стоимость
document-application-estimate = Сметный расчёт
document-application-approximate = ориентировочный
document-application-exact = точный
document-application-file = приложен отдельным файлом
document-application-item = Наименование
document-application-quantity = Количество
document-application-price = Цена, ₸
document-application-amount = Сумма, ₸
document-application-total = Итого
document-application-pictures = Изображения
document-application-papers = Сданные документы
document-application-author-kind = От чьего имени
document-application-author = Фамилия и имя автора
document-application-phone = Контактный номер
document-application-public = Публикация имени
document-application-is-public = разрешена
document-application-not-public = не разрешена
# $version – редакция согласия.
document-application-agreed = Автор ознакомился с правилами и дал согласие на обработку персональных данных (редакция текста согласия: { NUMBER($version) }).
document-application-history = Ход рассмотрения заявки
document-application-when = Дата
document-application-became = Статус
document-application-why = Обоснование и срок
document-application-printed = Сведения по состоянию на { DATETIME($moment) }.
document-application-own = Экземпляр автора: в нём есть контактные данные, не передавайте его другим.

# $ground – основание из правил, $reason – обоснование, $due_at – конец срока.
document-ground = Основание: { $ground }.
document-reason = Обоснование: { $reason }
document-due = Срок: { UNTIL($due_at) }.

## Протокол экспертного совета
# $number – номер заседания.
document-protocol-title = Протокол № { PLAIN($number) } заседания совета
document-protocol-draft = проект протокола
document-protocol-held = Дата заседания
document-protocol-place = Место заседания
document-protocol-members = Члены совета
document-protocol-name = Фамилия, имя
document-protocol-position = Должность
document-protocol-attendance = Участие
document-protocol-present = участвовал(а)
document-protocol-absent = не участвовал(а)
document-protocol-chair = председатель
document-protocol-secretary = секретарь
# $members – число членов, $present – сколько участвует.
document-protocol-attended = Членов совета: { NUMBER($members) }, из них участвовали: { NUMBER($present) }.
# $quorum, $majority – доли в виде 2/3.
document-protocol-quorum-rule = Кворум – не менее { $quorum } членов. Проект допускают к голосованию, если за него больше { $majority } участвовавших членов.
# $leaves – выходит ли из подсчёта член с конфликтом интересов.
document-protocol-conflict-rule = { $leaves ->
    [yes] Член совета, заявивший о конфликте интересов, не решает по этому проекту и в подсчёт не входит.
   *[no] Член совета, заявивший о конфликте интересов, не решает по этому проекту, но в подсчёт входит.
}
document-protocol-agenda = Повестка дня
document-protocol-application = Заявка № { PLAIN($number) }
document-protocol-territory = Территория
document-protocol-cost = Стоимость
document-protocol-votes = Мнения членов
document-protocol-for = за
document-protocol-against = против
document-protocol-conflict = конфликт интересов
document-protocol-silent = не высказались
document-protocol-conflicted = Заявили о конфликте интересов
document-protocol-quorum = Кворум
# $present – сколько участвует, $needed – наименьшее число.
document-protocol-quorum-held = есть: участвовали { NUMBER($present) }, нужно не менее { NUMBER($needed) }
document-protocol-quorum-missing = нет: участвовали { NUMBER($present) }, нужно не менее { NUMBER($needed) }
document-protocol-decision = Решение
document-protocol-admitted = допустить к голосованию
document-protocol-refused = отклонить
document-protocol-undecided = решение ещё не принято
document-protocol-put-off = рассмотреть на следующем заседании
document-protocol-dropped = До публикации решений заявку отозвали, объединили с другой или исправили: это решение не вступает в силу.
document-protocol-ground = Основание (по правилам)
document-protocol-reason = Обоснование
document-protocol-empty = В повестке нет заявок.

# Протокол заседания совета по итогам голосования. $territory — территория.
document-result-title = Протокол заседания совета по итогам голосования: { $territory }
# $quorum, $majority – доли в виде 2/3.
document-result-rule = Кворум – не менее { $quorum } членов. Проект реализуют, если за это больше { $majority } участвовавших членов.
document-result-votes = Голоса
# $votes – сколько голосов, $place – место.
document-result-votes-counted = { $votes }, { $place }-е место
document-result-votes-hidden = не публикуются: проголосовали немногие
document-result-counted = По числу голосов
document-result-not-won = Среди победителей нет.
# $granted – выделено, $cost – стоимость.
document-result-won = Победил, выделено { MONEY($granted) }.
document-result-part = Победил частично: из { MONEY($cost) } выделено { MONEY($granted) }.
document-result-granted = Выделяются деньги
document-result-implemented = проект реализовать
document-result-declined = проект не реализовывать
# $is_won – победил ли по числу голосов.
document-result-differs = { $is_won ->
    [yes] Отличается от подсчёта: по числу голосов проект победил.
   *[no] Отличается от подсчёта: по числу голосов проект не победил.
}

## Коды подтверждения
document-codes-title = Ведомость выдачи кодов подтверждения
document-codes-issued = Коды сделаны
document-codes-clerk = Сотрудник, который выдаёт коды
document-codes-number = №
document-codes-mark = Конец ИИН
document-codes-person = Фамилия и имя получателя
document-codes-received = Дата и время выдачи
document-codes-signature = Подпись
document-codes-guide = Выдавайте код только тому, кто показал своё удостоверение личности. Сначала человек расписывается в этой ведомости, потом вы отрезаете и отдаёте листок с тем же номером. В ведомости самих кодов нет: код видит только его владелец. Невыданные листки после срока уничтожьте.
document-codes-slips = Листки с кодами: разрезать и выдать
document-code-title = Код подтверждения
# $number – номер в ведомости.
document-code-number = № { PLAIN($number) } в ведомости
document-code-until = Код действует { UNTIL($closes) }, один раз.
document-code-open = Откройте в Telegram бот @{ $bot }.
document-code-open-nameless = Откройте в Telegram официальный бот акимата.
document-code-verify = Нажмите «{ button-verify }» и выберите подтверждение кодом.
document-code-type = Наберите этот код и отправьте.
document-code-secret = Никому не говорите и не показывайте код. Бот не спрашивает ИИН, банковскую карту и коды из SMS.

## Талон бумажной заявки
document-slip-title = Заявка принята
document-slip-number = Номер заявки
document-slip-code = Код талона
document-slip-entered = Дата приёма
document-slip-clerk = Принял сотрудник
document-slip-until = Код действует { UNTIL($closes) }.
document-slip-why = По этому коду вы увидите заявку в официальном боте в Telegram и сразу узнаете о решениях.
document-slip-scan = Наведите камеру смартфона на QR-код или откройте в Telegram бот @{ $bot }.
document-slip-open-nameless = Откройте в Telegram официальный бот акимата.
document-slip-type = Если код не введён сам, отправьте боту /propose, нажмите «{ button-claim }» и напишите код.
document-slip-by-phone = Если смартфона нет, позвоните в акимат и назовите номер заявки.
# $days – число рабочих дней.
document-slip-check = Акимат проверит, соответствует ли заявка требованиям, за { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
}.
document-slip-rework = Если нужно исправить, на это есть { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}.
document-slip-secret = Не отдавайте код другим. Номер и код есть только на этом листе.

## Лист с QR-кодом проекта
document-card-number = № { PLAIN($number) }
document-card-scan = Наведите камеру на QR-код, чтобы открыть проект в боте

## Плакат
document-poster-intake = Чего не хватает там, где вы живёте? Предложите!
document-poster-voting = Какой проект построят, решаете вы!
document-poster-intake-what = Часть местного бюджета пойдёт на проекты, которые предложат жители.
document-poster-voting-what = Проекты, которые наберут больше голосов, построят за счёт бюджета.
# $total – все деньги.
document-poster-money = Всего выделено: { MONEY($total) }.
document-poster-who = Кто участвует
# $age – с какого возраста.
document-poster-age = жители от { $age ->
    [one] { $age } года
   *[many] { $age } лет
}
document-poster-age-any = жители городов и сёл
# $kinds – виды регистрации.
document-poster-registered = зарегистрированные на территории проекта (регистрация: { $kinds })
# $count – сколько.
document-poster-per-author = от одного автора не больше { $count ->
    [one] { $count } предложения
   *[many] { $count } предложений
}
document-poster-one-vote = один человек голосует за один проект
document-poster-when = Сроки
document-poster-period = { PERIOD($opens, $closes) }
document-poster-how = Как участвовать
document-poster-scan = Наведите камеру на QR-код или откройте в Telegram бот @{ $bot }.
document-poster-scan-page = Наведите камеру на QR-код и откройте официальную страницу.
# $page – адрес официальной страницы.
document-poster-open-page = Откройте официальную страницу: { $page }
document-poster-propose = Нажмите «Предложить проект» и ответьте на вопросы.
document-poster-number = Сохраните номер заявки: по нему видно, как её рассматривают.
document-poster-verify = Подтвердите, что вы житель: { $ways }.
document-poster-choose = Выберите один проект и проголосуйте. Отданный голос нельзя изменить или отозвать.
document-poster-follow = Следуйте указаниям на официальной странице.
# $first, $second – два способа.
document-poster-or = { $first } или { $second }
document-poster-way-phone = своим номером телефона
document-poster-way-code = кодом из акимата
document-poster-way-signature = ЭЦП
document-poster-trust = Участие бесплатное. Бот не спрашивает ИИН, банковскую карту и коды из SMS.
document-poster-trust-page = Участие бесплатное. Если кто-то хочет купить ваш голос, сообщите в акимат.
