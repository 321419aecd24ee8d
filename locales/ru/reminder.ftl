### Напоминания о сроках, сводка за день и настройка того, как они приходят.

## Общее
# $heading — о чём напоминание.
reminder-heading = <b>{ $heading }</b>
# $campaign — название кампании.
reminder-campaign = { $campaign }
reminder-settings = <i>Реже или без напоминаний: /reminders</i>
# $days — сколько дней до последнего, $closes — момент конца.
reminder-left = { $days ->
    [0] Сегодня последний день: { UNTIL($closes) }.
    [1] Завтра последний день: { UNTIL($closes) }.
    [one] Остался { $days } день: { UNTIL($closes) }.
    [few] Осталось { $days } дня: { UNTIL($closes) }.
   *[many] Осталось { $days } дней: { UNTIL($closes) }.
}
reminder-until = Успеть нужно { UNTIL($closes) }.
# $title — название заявки.
reminder-title = «{ $title }»
# $what — о чём напоминание, $when — срок.
reminder-line = { $what }. { $when }

## Этап начался
reminder-opened-intake = Начался приём заявок
reminder-intake = Предложите, что построить или починить там, где вы живёте. Заявку можно заполнить прямо здесь и дописать потом: она сохраняется.
reminder-opened-voting = Началось голосование
reminder-voting = Голосуют за один проект, один раз: отданный голос нельзя изменить или отозвать.
reminder-voting-guide = Голосуют на официальной странице, кнопка на неё есть на главной.
button-reminder-home = Что можно сделать

## Голоса ещё нет
reminder-vote = Вы ещё не проголосовали
button-reminder-vote = Перейти к голосованию

## Незавершённая заявка
# $count — сколько заявок.
reminder-drafts = { $count ->
    [one] Ваша заявка ещё не отправлена
    [few] { $count } ваши заявки ещё не отправлены
   *[many] { $count } ваших заявок ещё не отправлены
}
# $step — на каком шаге остановился автор.
reminder-draft = • «{ $title }». Вы остановились здесь: { reminder-step }
reminder-draft-untitled = • Без названия. Вы остановились здесь: { reminder-step }
reminder-step = { $step ->
    [direction] направление
    [title] название
    [description] описание
    [territory] территория
    [place] место
    [estimate] стоимость
    [pictures] фото и схемы
    [author] кто предлагает
    [papers] документы
    [rules] согласие с правилами
    [question] проверочный вопрос
   *[preview] проверить и отправить
}
reminder-kept = Всё, что вы написали, сохранено.
button-draft-go-on = Продолжить заявку
# $ordinal — какая по порядку в списке.
button-draft-go-on-nth = Продолжить заявку { NUMBER($ordinal) }

## Доработка
# $number — номер заявки.
reminder-rework = Заявка № { PLAIN($number) } ждёт исправлений
reminder-fix = Что исправить, написано в самой заявке. После этого срока исправленную заявку уже не примут.
button-reminder-proposal = Открыть заявку

## Сводка за день
digest-heading = <b>Напоминания и новости за день</b>
# $line — одна новость.
digest-line = • { $line }
# $count — сколько не поместилось.
digest-more = { $count ->
    [one] И ещё { $count } сообщение: всё видно на главной.
    [few] И ещё { $count } сообщения: всё видно на главной.
   *[many] И ещё { $count } сообщений: всё видно на главной.
}

## Как приходят напоминания
# $manner — что выбрано сейчас.
reminder-manner =
    <b>Напоминания</b>

    Бот напоминает о сроках: заявка не отправлена, её ждут с исправлениями, голосование скоро закончится. Не чаще раза в день, в последний день – двух раз. С 21:00 до 9:00 напоминаний не бывает.

    Сейчас: <b>{ $manner ->
        [each] каждое по отдельности
        [daily] всё вместе раз в день, в 10:00
       *[never] напоминаний нет
    }</b>.

    Решения по вашим заявкам, итоги и предупреждения о безопасности приходят всегда, новости выбранных вами проектов – тоже. Чтобы бот больше ничего не присылал, отправьте /stop.
button-reminders = 🔔 Напоминания
button-reminder-each = Присылать по отдельности
button-reminder-daily = Раз в день, в 10:00
button-reminder-never = Не напоминать
