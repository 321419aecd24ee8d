### Реестр жителей, коды подтверждения по спискам и благоустроенные дворы: страницы для сотрудников.

## Число, момент и день сами по себе, в таблицах
register-count = { $count }
register-moment = { DATETIME($at) }
register-day = { DATE($day) }

## Реестр
register-title = Реестр жителей
register-intro = По реестру проверяют, кто может голосовать и подавать заявки. Один сотрудник загружает файл, другой утверждает. ИИН и телефоны не хранятся: вместо них – метки, вычисленные ключом акимата.
register-in-force = Сейчас в силе
register-in-force-none = Реестра ещё нет: никто не может подтвердить, что он житель.
register-territory = Территория
register-people = Человек
register-people-twice = Кто зарегистрирован в двух местах, посчитан в каждом, а голос у него один.
register-load = Загрузить новый реестр
register-frozen-now = Сейчас заменить нельзя
register-file = Файл CSV или XLSX
# $most — сколько мегабайт, $lines — сколько строк.
register-file-hint = До { $most } МБ и { $lines } строк. В XLSX читается первый лист. CSV сохраняйте как «CSV UTF-8»: тогда не потеряются казахские буквы.
register-columns = Какие нужны столбцы
register-columns-first = Первая строка – названия столбцов, порядок любой. Других столбцов быть не должно: лишних данных мы не берём.
register-column-iin = ИИН, 12 цифр. Нули, которые Excel отрезал в начале, вернутся, об этом будет сказано. ИИН вида 3.1E+11 не примем: цифры потеряны.
register-column-birth_date = дата рождения: 1990-05-31, 31.05.1990 или дата Excel.
register-column-reg_kind = вид регистрации: permanent – постоянная, temporary – временная.
register-column-reg_from = с какого дня зарегистрирован.
register-column-reg_to = до какого дня; у постоянной оставьте пустым.
register-column-territory = обозначение территории из правил кампании:
register-column-phone = мобильный телефон или пусто.
button-register-load = Загрузить и проверить
register-load-slow = Большой файл читается до нескольких минут. Не закрывайте страницу.
register-imports = Загруженные файлы
register-imports-none = Пока ничего не загружено.
register-number = №
register-when = Загружен
register-by = Кто загрузил
register-operator = оператор системы
register-state = Статус
register-state-reading = читается или прерван
register-state-waiting = ждёт второго сотрудника
register-state-approved = утверждён
register-state-rejected = отклонён
register-state-replaced = вместо него утвердили другой
register-state-expired = не утверждён за 30 дней
# $number — номер загрузки.
register-import-title = Реестр, загрузка № { PLAIN($number) }
register-file-name = Файл
register-file-unnamed = без названия
register-digest = SHA-256
register-rows = Принято строк
register-refused = Отклонено строк
register-mended = Исправлено строк
register-settled = Решение
# $name — кто, $at — когда.
register-settled-by = { $name }, { DATETIME($at) }
register-change = Что изменится
register-before = Сейчас
register-after = Станет
register-total-new = Появятся
register-total-gone = Исчезнут
register-gone-warn = Исчезнет больше десятой части нынешнего реестра. Проверьте, весь ли файл загружен.
register-nobody = В файле не нашлось ни одного жителя, утверждать нечего.
register-own = Этот файл загрузили вы. Утвердить его может только другой сотрудник.
register-approve-why = После утверждения этот реестр заменит нынешний целиком и сразу.
button-register-approve = Утвердить реестр
register-reject-why = Если файл не тот, отклоните его. Нынешний реестр останется.
button-register-reject = Отклонить
register-notes = Ошибки и исправления по строкам
register-notes-none = Замечаний нет.
register-notes-why = Содержимое строк здесь не показано: в них могут быть персональные данные. Найдите строку в своём файле по номеру.
register-notes-download = Скачать все замечания (CSV)
register-fault = Замечание
register-fault-count = Сколько раз
register-line = Строка
register-column = Столбец
register-fault-column-missing = нет такого столбца или он повторён; из файла ничего не взято
register-fault-column-unknown = лишний столбец; из файла ничего не взято
register-fault-field-count = число столбцов не как в заголовке, или кавычки не закрыты
register-fault-iin-missing = нет ИИН: такая строка не даёт голоса
register-fault-iin-scientific = Excel округлил ИИН (3.1E+11), цифры потеряны: сделайте столбец текстовым
register-fault-iin-wrong = это не ИИН: нужны 12 цифр, и последняя сходится с остальными
register-fault-iin-zeros-restored = исправлено: возвращены нули в начале ИИН
register-fault-iin-doubtful = принято, но проверьте: ИИН кончается шестью нулями, как округлённый, хотя последняя цифра сходится
register-fault-birth-date-wrong = дата рождения не читается, нужна 1990-05-31 или 31.05.1990
register-fault-birth-date-differs = выше у этого человека другая дата рождения
register-fault-kind-unknown = вид регистрации должен быть permanent или temporary
register-fault-registration-date-wrong = дата регистрации не читается, нужна 2024-05-31 или 31.05.2024
register-fault-registration-reversed = регистрация кончается раньше, чем начинается
register-fault-territory-unknown = такого обозначения территории нет в правилах кампании
register-fault-phone-wrong = принято без телефона: это не казахстанский мобильный номер
register-fault-line-repeated = то же самое есть выше

## Коды
codes-title = Коды подтверждения
# $hours — сколько часов действует код.
codes-intro = Код выдают человеку по удостоверению личности, он расписывается в списке. Код действует { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[other] { $hours } часов
} и годится один раз. Прежний неиспользованный код этого человека перестаёт действовать.
codes-none = По правилам этой кампании коды не выдают.
# $issued — сколько выдано, $used — сколько из них использовано.
codes-counts = Выдано кодов: { $issued }, использовано: { $used }.
codes-typed = ИИН, по одному в строке
codes-typed-hint = Один человек или семья. ИИН не сохраняются и больше не показываются.
button-codes-typed = Выдать коды
codes-listed = Список из файла
codes-file = Файл CSV или XLSX со столбцом iin
# $most — сколько человек в списке.
codes-file-hint = До { $most } человек в одном списке. Другие столбцы не читаются.
button-codes-listed = Выдать по списку
codes-list-title = Список кодов готов
# $count — сколько кодов, $until — когда страница исчезнет.
codes-list-once = Кодов: { $count }. Напечатайте список сейчас: в { TIME($until) } эта страница исчезнет, и показать коды снова будет нельзя. Сами коды не хранятся: вместо них – вычисленные метки.
codes-list-pdf = Список для подписи и листки с кодами (PDF)
codes-list-number = №
codes-list-mark = Конец ИИН
codes-list-code = Код
codes-list-until = Действует до
codes-list-gone = Этого списка больше нет
codes-list-gone-why = Список с кодами показывают один раз, в течение десяти минут, и только тому, кто его сделал. Если он не напечатан, выдайте коды заново: прежние перестанут действовать.
codes-list-back = Выдать ещё коды

## Дворы
yards-title = Благоустроенные дворы
yards-intro = Дворы, благоустроенные за последние годы. Если автор называет такой двор, бот сразу об этом скажет. Новый файл заменяет весь список.
yards-file = Файл CSV или XLSX
yards-file-hint = Столбцы: territory (обозначение территории), address (адрес), improved_on (день окончания работ, 2024-05-31 или 31.05.2024).
button-yards-take = Заменить список
yards-notes = Список не заменён, исправьте строки
yards-notes-more = Показаны первые замечания, всего их { $count }.
# $count — сколько дворов.
yards-count = Дворов в списке: { $count }.
yards-shown = Показаны первые { $most }.
yards-none = Список пуст.
yards-address = Адрес
yards-improved = Благоустроен
yards-fault-heading-wrong = столбцы должны быть territory, address, improved_on
yards-fault-field-count = число столбцов не как в заголовке, или кавычки не закрыты
yards-fault-territory-unknown = такого обозначения территории нет в правилах кампании
yards-fault-address-missing = нет адреса
yards-fault-address-broken = вместо букв знаки вопроса, непечатные знаки, или адрес слишком длинный; сохраните как «CSV UTF-8»
yards-fault-day-wrong = день не читается, нужен 2024-05-31 или 31.05.2024
yards-fault-line-repeated = то же самое есть выше
yards-fault-too-many = в списке больше 20{ "\u00A0" }000 строк, дальше не читалось
