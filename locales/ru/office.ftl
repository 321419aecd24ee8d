### Офис: общее для всех страниц сотрудников акимата, вход, сотрудники, журналы.

office-brand = Qatysu · офис акимата
office-skip = К содержанию
office-menu = Разделы
office-pages = Страницы списка
office-page-before = Новее
office-page-after = Старше
office-done = Сохранено.
office-not-done = Не сделано
office-form-broken = Форма дошла не целиком: связь прервалась или была слишком медленной. Вернитесь назад и отправьте ещё раз.
office-form-stale = Страница устарела: с тех пор вы вошли заново, или её отправил другой сайт. Откройте её ещё раз и повторите.
office-to-home = На главную страницу офиса
button-office-sign-out = Выйти

## Разделы
office-nav-home = Главная
office-nav-own = Моя страница
office-nav-staff = Сотрудники
office-nav-logs = Журналы
office-nav-proposals = Заявки
office-nav-paper = Заявка на бумаге
office-nav-discussion = Вопросы и ответы
office-nav-council = Экспертный совет
office-nav-sittings = Заседания
office-nav-exclusive = Несовместимые проекты
office-nav-appeals = Жалобы
office-nav-amendments = Изменения правил
office-nav-freeze = Фиксация и акты
office-nav-register = Реестр жителей
office-nav-codes = Коды подтверждения
office-nav-yards = Благоустроенные дворы
office-nav-kit = Плакаты и тексты
office-nav-opening = Вскрытие ящиков
office-nav-money = Деньги кампании
office-nav-export = Скачать заявки

## Главная
office-home-title = Кампании акимата
office-home-none = В акимате ещё нет ни одной кампании.
office-home-now = Сейчас:
# $opens, $closes — начало и конец этапа.
office-home-period = { PERIOD($opens, $closes) }
office-home-waiting = Ждёт вас
office-home-nothing = Сейчас вас ничего не ждёт.
# $count — сколько.
office-home-late = просрочено: { $count }
# $count — сколько.
office-home-today = срок сегодня: { $count }
office-home-questions = Вопросы и ответы на проверку
office-home-appeals = Жалобы без решения
office-home-places = Разделы

## Вход
sign-in-title = Вход для сотрудников
sign-in-login = Логин
sign-in-password = Пароль
sign-in-code = Код из приложения
sign-in-code-hint = Шесть цифр, которые приложение на телефоне меняет каждые полминуты.
sign-in-help = Забыли пароль или сменили телефон? Обратитесь к системному администратору акимата: он выдаст новый пароль и новый ключ для приложения.
sign-in-again = Страница была открыта слишком давно. Введите всё ещё раз.
button-sign-in = Войти

## Роли
role-clerk = специалист
role-moderator = модератор
role-council-member = член экспертного совета
role-communications = специалист по коммуникациям
role-secretary = секретарь совета
role-akim = аким
role-programme-operator = оператор программы
role-programme-administrator = администратор бюджетной программы
role-commission-member = член комиссии
role-observer = наблюдатель
role-system-administrator = системный администратор

## Сотрудники
staff-title = Сотрудники
staff-add = Добавить сотрудника
staff-name = Фамилия, имя, отчество
staff-login = Логин
staff-login-hint = Латинские буквы, цифры, точка, дефис. Потом не меняется.
staff-position = Должность
staff-position-hint = Печатается в протоколах на обоих языках.
staff-position-kk = На казахском
staff-position-ru = На русском
staff-roles = Роли
staff-iin = ИИН
staff-iin-hint = Не сохраняется. По нему система отличает двух людей от двух логинов одного человека.
staff-language = Язык офиса
staff-state = Доступ
staff-blocked = закрыт
staff-first = ещё не входил
staff-active = открыт
# $again_at — когда снова можно войти.
staff-locked = После ошибок подряд вход закрыт. Откроется: { DATETIME($again_at) }. Новый пароль откроет его сразу.
staff-reset-hint = Если пароль забыт или телефон потерян: прежние пароль и ключ перестанут действовать, открытые сеансы закончатся.
staff-block-hint = Сотрудник больше не сможет войти, открытые сеансы закончатся. Записи в журналах останутся.
staff-once-title = Новый пароль и ключ
staff-once = Они показаны один раз. Передайте их сотруднику лично и закройте страницу. При первом входе он сменит пароль.
staff-once-password = Пароль на первый вход
staff-once-secret = Ключ для приложения
staff-once-qr = В приложении (например, FreeOTP или Google Authenticator) выберите «Добавить» и наведите камеру:
staff-back = К списку сотрудников
button-staff-add = Добавить и выдать пароль
button-staff-save = Сохранить
button-staff-block = Закрыть доступ
button-staff-unblock = Открыть доступ
button-staff-reset = Выдать новый пароль и ключ

## Моя страница
own-title = Моя страница
own-roles = Роли
own-password = Пароль
own-password-title = Сменить пароль
own-password-first = Этот пароль выдал администратор. Придумайте свой, и офис откроется.
own-password-old = Нынешний пароль
own-password-new = Новый пароль
own-password-again = Новый пароль ещё раз
own-password-hint = Не короче 12 знаков. Лучше всего несколько слов подряд.
own-password-sessions = На других компьютерах сеансы закончатся, там нужно будет войти заново.
own-reminders = Напоминания в Telegram
own-reminders-on = Бот напоминает вам о сроках. Данных жителей в напоминаниях нет.
own-reminders-off = Бот может напоминать вам о сроках: что ждёт сегодня, какое заседание идёт. Данных жителей в напоминаниях нет.
own-reminders-none = У кампаний акимата пока нет бота, поэтому напоминаний не будет.
own-reminders-link = Наведите камеру телефона или откройте ссылку там, где у вас Telegram. Она годится 15 минут и один раз.
own-reminders-open = Открыть в Telegram
button-own-password = Сменить пароль
button-own-remind = Получить ссылку
button-own-remind-not = Больше не напоминать

## Журналы
logs-title = Журналы
logs-acts = Действия
logs-accesses = Просмотр персональных данных
logs-when = Когда
logs-who = Кто
logs-what = Что сделано
logs-subject = О чём
logs-change = Изменение
logs-before = было
logs-after = стало
# $at — когда.
logs-at = { DATETIME($at) }
logs-operator = оператор системы
logs-anybody = все
logs-anything = всё
logs-none = Записей нет.
logs-observer = Наблюдателю имена и изменённые данные не показаны.
button-logs-filter = Показать
log-sign-in = вход
log-password = смена пароля
log-staff-add = новый сотрудник
log-staff-change = изменены данные сотрудника
log-staff-block = закрыт или открыт доступ
log-staff-reset = выдан новый пароль
log-staff-link = напоминания включены
log-staff-unlink = напоминания выключены

## В боте
staff-linked =
    <b>Напоминания офиса включены.</b>
    Сюда придут сроки: что нужно решить сегодня, какое заседание ждёт вашего мнения. Данных жителей здесь не будет никогда, они только в офисе.
    Отключить: /stop или в офисе, «Моя страница».
staff-link-over = Эта ссылка из офиса уже не действует: она годится 15 минут и один раз. Возьмите новую в офисе, «Моя страница».
log-register = зарегистрирована заявка
log-return = возвращена на доработку
log-refuse = отклонена
log-admit = допущена к голосованию
log-reopen = рассмотрение возобновлено
log-overturn = допущена к голосованию по жалобе
log-save-check = проверка сохранена
log-change-cost = изменена стоимость
log-site-check = записан осмотр места
log-record-papers = приняты документы
log-export = скачаны заявки
log-export-notes = скачаны ошибки реестра
log-enter-paper = внесена заявка с бумаги
log-rework-paper = исправлена заявка с бумаги
log-issue-slip = выдан талон
log-show-question = вопрос опубликован
log-hide-question = вопрос не опубликован
log-show-answer = ответ опубликован
log-hide-answer = ответ не опубликован
log-enter-appeal = внесена жалоба
log-stage-register = загружен реестр
log-approve-register = утверждён реестр
log-reject-register = отклонён реестр
log-take-yards = загружен список дворов
log-issue-codes = выданы коды
log-appoint-member = назначен в совет
log-dismiss-member = выведен из совета
log-make-chair = назначен председатель
log-open-sitting = открыто заседание
log-move-sitting-term = изменён срок для мнений
log-put-off = заявка отложена до следующего заседания
log-give-opinion = подано мнение
log-conclude = записано решение совета
log-close-sitting = закрыто заседание
log-publish-sitting = решения опубликованы
log-print-protocol = распечатан протокол
log-mark-exclusive = отмечены несовместимые проекты
log-unmark-exclusive = отметка снята
log-ask-open = сотрудник просит вскрыть ящик
log-open-box = ящик вскрыт и подсчитан
log-opening-stopped = вскрытие остановлено: что-то не сходится
log-ask-destroy = заявлено, что копии ключа уничтожены
log-destroy-box-key = ключ ящика уничтожен
log-hidden-tally = просмотр скрытого подсчёта
log-view-author = данные автора
log-view-file = открыт документ или снимок
log-codes = коды подтверждения
log-appeal = текст жалобы
log-decide-appeal = решение по жалобе
log-author = данные автора
log-announcement-write = написано объявление
log-announcement-change = изменено объявление
log-announcement-attach = к объявлению приложен файл
log-announcement-detach = файл объявления убран
log-announcement-test = объявление отправлено себе на пробу
log-announcement-count = посчитаны адресаты объявления
log-announcement-schedule = назначен час объявления
log-announcement-approve = объявление утверждено
log-announcement-pause = объявление приостановлено
log-announcement-resume = объявление продолжено
log-announcement-cancel = объявление отменено
