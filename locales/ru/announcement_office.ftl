### Объявления акимата: страницы для сотрудников, на которых их пишут, проверяют, утверждают и отправляют.

office-nav-announcements = Объявления
announcements-title = Объявления
announcements-intro = Объявление приходит в бот тем, кто выбрал территорию этой кампании. Каждый получает его на своём языке и под ним может отказаться от следующих.
announcements-none = Объявлений ещё нет.
announcements-text = Объявление
announcements-state = Статус
button-announcements-new = Написать объявление

## Одно объявление
# $number — номер объявления.
announcement-title = Объявление № { PLAIN($number) }
announcement-state-draft = черновик
announcement-state-waiting = ждёт второго человека
announcement-state-scheduled = назначено
announcement-state-sending = отправляется
announcement-state-paused = приостановлено
announcement-state-cancelled = отменено
announcement-state-done = отправлено
announcement-label-audience = Кому
announcement-label-size = Человек
# $count — сколько людей, вниз до десятков.
announcement-size = { $count } и больше
announcement-label-hour = Когда
announcement-label-writer = Кто писал
announcement-label-asker = Кто назначил час
announcement-label-approver = Кто утвердил
announcement-label-doubt = Если неизвестно, дошло ли
announcement-hour-none = не назначено
announcement-hour-now = сразу
announcement-hour-at = { DATETIME($at) }
announcement-whole = вся территория кампании
announcement-both-languages = на обоих языках
announcement-language-kk = на казахском
announcement-language-ru = на русском
announcement-role-everybody = все жители
announcement-role-authors = авторы заявок
announcement-role-followers = те, кто следит за проектом
announcement-role-drafters = те, у кого заявка не дописана
announcement-part-any = и кто голосовал, и кто нет
announcement-part-voted = кто уже проголосовал
announcement-part-not-voted = кто ещё не проголосовал
announcement-doubt-repeat = отправить ещё раз: кто-то может получить дважды
announcement-doubt-leave = не повторять: кто-то может не получить

## Что случилось и что делать
announcement-cause-person = Приостановлено сотрудником. Остальные ничего не получают, пока его не продолжат или не отменят.
announcement-cause-refused = Telegram не принимает этот текст или файл, поэтому отправка остановлена: оно не дошло бы ни до кого. Отправьте пробное себе, отмените это объявление и напишите исправленное новое.
announcement-cause-trial = Из первых людей до слишком многих сообщение не дошло, поэтому остальным его пока не отправляют. Спросите системного администратора, работает ли связь с Telegram, потом продолжите: снова начнём с немногих.
announcement-cause-late = В назначенный час система не работала, прошло больше суток. Прочтите, всё ли ещё верно: продолжите, назначьте новый час или отмените.
announcement-cause-small = К назначенному часу в этом кругу осталось слишком мало людей, такому кругу не пишут. Измените круг получателей или отмените объявление.
announcement-resting = Сейчас тихое время, с 21:00 до 9:00 людям не пишут. Отправка сама продолжится в 9:00.
announcement-waiting-own = Час назначен. Теперь объявление утверждает другой человек: секретарь совета, аким или другой специалист по коммуникациям. До этого его никто не получит.
announcement-waiting-other = Объявление ждёт второго человека. Прочтите его и утвердите, если всё верно.

## Предпросмотр
announcement-preview = Как это увидят люди
announcement-preview-hint = Так объявление выглядит на телефоне: файл, текст, строка под ним и кнопка отказа.
announcement-text-kk = Текст на казахском
announcement-text-ru = Текст на русском
announcement-picture = Изображение над текстом
# $name — название файла.
announcement-document = Документ над текстом: { $name }
# $length — сколько знаков, $left — сколько ещё помещается.
announcement-left = Знаков: { $length }, осталось { $left }
# $length — сколько знаков, $over — сколько лишних.
announcement-over = Знаков: { $length }, лишних { $over }

## Форма
announcement-new-title = Новое объявление
# $number — номер объявления.
announcement-edit-title = Изменить объявление № { PLAIN($number) }
announcement-marks = Оформление: **жирный**, __курсив__, [слова](https://адрес). Всё остальное люди увидят так, как вы напечатали.
# $most — сколько знаков под файлом.
announcement-file-later = Изображение или документ добавляют после сохранения. Под файлом помещается только { $most } знаков. Остаток места считается при сохранении.
announcement-kept-now = Что сохранено сейчас
announcement-audience = Кому отправить
announcement-audience-hint = Территория – та, которую человек сам выбрал в боте, вместе со всеми внутри неё. Если людей меньше 20, объявление не отправляется.
announcement-choose-territory = Территория
announcement-choose-language = Язык
announcement-choose-role = Кто
announcement-choose-part = Участие в голосовании
announcement-part-hint = Известно только, учтён ли голос. За что он подан, не знает никто.
announcement-doubt = Если связь оборвалась и неизвестно, дошло ли сообщение
announcement-change-drops = Час уже назначен. После изменения его назначают и утверждают заново.
button-announcement-keep = Сохранить и посмотреть

## Файл и проба
announcement-file = Изображение или документ
announcement-file-choose = Файл
announcement-file-hint = JPEG, PNG, WebP, PDF, DOCX или XLSX до 20 МБ. Из снимка убираются место съёмки и модель телефона. Новый файл заменяет прежний.
announcement-test = Проба
announcement-test-hint = Объявление придёт в ваш Telegram на двух языках, больше никому.
announcement-test-unlinked = Проба приходит в ваш собственный Telegram, а он ещё не привязан к вашему логину.
announcement-test-link = Привязать на странице «Моя страница»
button-announcement-file = Приложить
button-announcement-file-off = Убрать файл
button-announcement-test = Отправить себе

## Что можно сделать
announcement-steps = Что можно сделать
button-announcement-edit = Изменить
button-announcement-send = Посчитать и назначить час
button-announcement-look = Прочесть и утвердить
button-announcement-pause = Приостановить
button-announcement-resume = Продолжить
button-announcement-cancel = Отменить

## Счёт и час
# $number — номер объявления.
announcement-send-title = Когда отправить объявление № { PLAIN($number) }
# $count — сколько людей, вниз до десятков.
announcement-count = Сейчас в этом кругу { $count } человек или немного больше. Точное число не показываем: по нему можно узнать об отдельном человеке. Этот подсчёт записан в журнал.
# $most — сколько людей может написать один сотрудник.
announcement-count-alone = Кто отказался от объявлений, тот его не получит. Столько людей можно известить без второго человека: он нужен, когда людей больше { $most }.
# $most — сколько людей может написать один сотрудник.
announcement-count-second = Кто отказался от объявлений, тот его не получит. Людей больше { $most }, поэтому объявление уйдёт только после утверждения вторым человеком.
announcement-send-when = Когда
announcement-send-now = Сразу
announcement-send-at = В назначенный час
announcement-send-day = День
announcement-send-hour = Время по часам Алматы
announcement-quiet = С 21:00 до 9:00 людям не пишут. Что не успело уйти до 21:00, продолжится в 9:00.
button-announcement-schedule = Назначить

## Второй человек
# $number — номер объявления.
announcement-approve-title = Утвердить объявление № { PLAIN($number) }
announcement-approve-intro = Здесь всё, что получат люди. Прочтите оба текста, проверьте файл, круг получателей и час. После утверждения объявление уйдёт само.
announcement-approve-own = Это объявление написали или назначили вы. Утвердить его может только другой человек.
button-announcement-approve = Утвердить объявление

## Приостановить, продолжить, отменить
# $number — номер объявления.
announcement-pause-title = Приостановить объявление № { PLAIN($number) }?
announcement-pause-why = Сообщения, которые уже в пути, дойдут. Больше никто ничего не получит, пока объявление не продолжат.
# $number — номер объявления.
announcement-resume-title = Продолжить объявление № { PLAIN($number) }?
announcement-resume-why = Отправка пойдёт с того места, где остановилась: кто уже получил, не получит снова. Сначала оно придёт немногим, и если с ними всё в порядке, остальным.
# $number — номер объявления.
announcement-cancel-title = Отменить объявление № { PLAIN($number) }?
announcement-cancel-why = Больше его никто не получит, и продолжить его будет нельзя. У тех, кто уже получил, оно останется.
announcement-step-back = Назад

## Ход и отчёт
# $settled — сколько людей позади, $count — сколько всего.
announcement-progress = Пройдено { $settled } из { $count }
announcement-progress-refreshes = Страница обновляется сама каждые 10 секунд.
announcement-progress-still = Не обновлять
announcement-progress-again = Обновить
announcement-report = Отчёт
announcement-report-what = Что с сообщением
announcement-report-people = Человек
announcement-report-delivered = Доставлено
announcement-report-blocked = Заблокировали бота
announcement-report-failed = Не доставлено из-за ошибки
announcement-report-unknown = Неизвестно, дошло ли
announcement-report-stopped = Отказались от объявлений
announcement-report-unreachable = Бота заблокировали раньше
announcement-report-unconcerned = Больше не в этом кругу: проголосовали, переехали, сменили язык
announcement-report-waiting = Ещё ждут
announcement-report-unsent = Не отправлено: объявление отменили
announcement-report-sum = Всего
# $count — сколько людей.
announcement-report-repeated =
    Из-за обрыва связи { $count } { $count ->
        [one] человек мог
        [few] человека могли
       *[many] человек могли
    } получить объявление дважды.
