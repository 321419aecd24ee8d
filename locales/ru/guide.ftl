### Главный экран и правила.

## Названия этапов
stage-announcement = объявление
stage-intake = приём заявок
stage-discussion = обсуждение
stage-review = рассмотрение проектов
stage-rework = доработка
stage-voting = голосование
stage-results = подведение итогов
stage-implementation = реализация
stage-monitoring = мониторинг

## Главный экран
# $title — название кампании, $plan_year — на какой год бюджет.
home-title = <b>{ $title }</b>, { PLAIN($plan_year) } год
# $place — выбранное место.
home-place = 📍 { $place }
# $stage — название этапа, $closes — момент его конца.
home-stage = Сейчас: <b>{ $stage }</b>, { UNTIL($closes) }.
home-no-stage = Сейчас ни один этап не идёт.
# $opens — момент начала следующего этапа.
home-coming-day = Дальше: { $stage }, с { DATE($opens) }.
home-coming-time = Дальше: { $stage }, с { TIME($opens) } { DATE($opens) }.
home-guide = В этой кампании голосуют на официальной странице. Бот рассказывает о правилах и сроках, голоса не принимает.
home-unverified = Чтобы голосовать, сначала подтвердите, что вы житель: это одна-две минуты.
home-verified = Вы подтвердили, что вы житель. Можно проголосовать за один проект, изменить выбор потом нельзя.
home-voted = ✅ Ваш голос учтён.
# $own — территории, где человек зарегистрирован.
home-own = Вы зарегистрированы здесь: { $own }. Голосовать можно за проекты этой территории.
home-not-entitled = Вы подтвердили, что вы житель, но по реестру в день открытия голосования вы не были зарегистрированы на территории этой кампании. Если это ошибка, позвоните в акимат, номера есть в правилах.
home-counting = Голосование завершено. Когда голоса подсчитают, сообщим итоги.
home-outcome = 🏁 Итоги вашей территории известны.
# $ends — момент конца сеанса по коду.
home-session =
    Сейчас на этом телефоне по коду из акимата открыт сеанс одного жителя, до { TIME($ends) }.
    Когда закончите, нажмите «Завершить»: тогда следующий ничего не сделает от вашего имени.

button-outcome = Посмотреть итоги
button-receipt = Учтён ли мой голос?
button-official-page = Открыть официальную страницу
button-verify = Подтвердить, что я житель
button-vote = 🗳 Голосовать
button-projects = Смотреть проекты
button-rules = Правила
button-finish = Завершить
button-place = 📍 Место
button-language = 🌐 Язык
button-help = Помощь

## Содержание правил
# $akimat — название акимата.
guide-contents =
    <b>{ $title }, { PLAIN($plan_year) } год: правила</b>
    Проводит: { $akimat }

    О чём рассказать?
# $heading — название главы, $body — одна её страница.
guide-chapter =
    <b>{ $heading }</b>

    { $body }
# $page_number — номер страницы, $page_count — сколько всего.
guide-page = <i>{ NUMBER($page_number) } / { $page_count }</i>
# $item — строка списка.
guide-item = • { $item }
button-contents = ‹ Содержание

button-chapter-dates = Сроки
button-chapter-voting = Голосование
button-chapter-winners = Победители
button-chapter-money = Деньги
button-chapter-directions = Направления
button-chapter-proposals = Требования
button-chapter-grounds = Что не принимают
button-chapter-council = Кто решает
button-chapter-trust = Чему доверять
button-chapter-contacts = Контакты

chapter-dates = Сроки
chapter-voting = Кто и как голосует
chapter-winners = Как определяют победителей
chapter-money = Сколько денег и откуда
chapter-directions = Какие проекты возможны
chapter-proposals = Требования к проекту
chapter-grounds = Какие проекты не принимают
chapter-council = Кто решает
chapter-trust = Что официально и кто что видит
chapter-contacts = Кому звонить

## Откуда число: акт или выбор акимата
# $mark — номер сноски.
act-mark = { "[" }{ NUMBER($mark) }]
act-choice = { "[" }*]
act-choice-note = <i>[*] собственный выбор акимата</i>
# $title — название акта, $act — его номер, $date — дата, $link — текст.
act-note = <i>[{ NUMBER($mark) }] <a href="{ $link }">{ $title }</a>, { DATE($date) }</i>
act-note-numbered = <i>[{ NUMBER($mark) }] <a href="{ $link }">{ $title }</a>, № { $act }, { DATE($date) }</i>

## Сроки
# $opens, $closes — начало и конец этапа, $is_now — идёт ли сейчас, $source — основание.
dates-stage =
    { $is_now ->
        [yes] ▶️ <b>{ $stage }</b> (сейчас)
       *[no] • { $stage }
    }: { PERIOD($opens, $closes) } { $source }
dates-zone = Время – по Алматы. Если срок продлят, новый будет на этой странице.

## Голосование
# $source — основание.
voting-mode-guide = Голосуют на официальной странице { $source }. Бот голоса не принимает, кнопка на неё есть на главной.
voting-mode-joint = Голосовать можно и в этом боте, и через официальный канал, но только в одном из них { $source }.
voting-mode-sole = Голоса принимают в этом боте и в акимате { $source }.
# $full_age — возраст совершеннолетия, $day — день, на который он считается.
voting-age-last-day = Возраст: от { $full_age } лет. Достаточно, если столько исполнится в последний день голосования, { DATE($day) } { $source }.
voting-age-vote-day = Возраст: от { $full_age } лет в тот день, когда вы голосуете { $source }.
# $kinds — виды регистрации.
voting-registration = Регистрация: на территории проекта. Какая учитывается: { $kinds } { $source }.
voting-registration-day = Регистрация: { DATE($day) } вы должны быть зарегистрированы на территории проекта. Какая учитывается: { $kinds } { $source }.
registration-permanent = постоянная
registration-temporary = временная
voting-ways = Как подтвердить, что вы житель { $source }:
way-phone = • свой номер телефона, который есть в реестре;
way-code = • код подтверждения, его выдают в акимате по удостоверению личности;
way-signature = • электронная цифровая подпись (eGov Mobile).
# $hours — срок кода, $attempts — сколько раз в день, $minutes — длина сеанса.
voting-code = Код действует { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[many] { $hours } часов
}, ошибиться в нём можно не больше { $attempts ->
    [one] { $attempts } раза
   *[many] { $attempts } раз
} в день, сеанс длится { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
} { $source }.
voting-one-vote = Один человек голосует за один проект из всего списка { $source }. <b>Отданный голос нельзя изменить или отозвать.</b>
voting-not-live = До конца голосования число голосов никому не показывают.
# $entitled — сколько людей имеют право голоса.
voting-live = Промежуточное число голосов показываем раз в день и только там, где право голоса имеют от { $entitled } человек { $source }.
# $hour — время суток, $least — сколько голосов вскрывают не меньше.
voting-live-hour = Их подсчитывают в { $hour }: вскрывают случайную половину ждущих голосов, если в ней хотя бы { $least }. Остальные лежат запечатанными.
# $below — наименьшее число.
voting-small-hidden = Если на территории меньше { $below } голосов, голоса по проектам не публикуются: иначе можно узнать, кто что выбрал { $source }.

## Победители
# $votes — минимум голосов, $share — доля.
winners-threshold = Минимум голосов – <b>{ $votes }</b>; проект, набравший меньше, не реализуют { $source }.
winners-threshold-share = Минимум голосов – <b>{ PERCENT($share) }</b> от всех, кто имеет право голоса; проект, набравший меньше, не реализуют { $source }.
winners-unstated = Остального порядка исходный документ не называет: что делать при равенстве и какой проект пройдёт, если денег не хватит, спрашивайте в акимате.
winners-order = На каждой территории проекты стоят по числу голосов, первым – набравший больше всех. Деньги распределяют сверху вниз, пока хватает.
# $rule — одно правило при равенстве, $place — которое по порядку.
winners-tie = При равенстве голосов: { $rule } { $source }.
winners-ties = При равенстве голосов порядок такой { $source }:
winners-tie-step = { NUMBER($place) }) { $rule }
tie-lot = жребий – по открытому числу, которого никто не знает заранее, а проверить может каждый
tie-cheaper = выше тот проект, что дешевле
tie-earlier-number = выше тот, у кого меньше номер заявки
winners-not-fitting-stop = Если на проект, до которого дошла очередь, денег не хватает, распределение на этом заканчивается { $source }.
winners-not-fitting-skip = Если на проект, до которого дошла очередь, денег не хватает, его пропускают и берут следующий, на который хватит { $source }.
winners-not-fitting-part = Если на проект, до которого дошла очередь, денег хватает не полностью, ему отдают остаток { $source }.
winners-leftovers-stays = Остаток денег остаётся в бюджете { $source }.
# $first_number, $second_number — номера заявок.
winners-exclusive = Из проектов № { PLAIN($first_number) } и № { PLAIN($second_number) } победить может только один: они мешают друг другу.
# $council — название совета.
winners-council = Итог подсчёта утверждает { $council }. Если решение другое, разницу и обоснование покажем.

## Деньги
# $origin — источник денег.
money-source = Откуда: { $origin }.
money-unstated = Сколько выделено денег, исходный документ не называет. Спросите в акимате, номера – в главе «Контакты».
# $total — всего, тенге.
money-total = Всего: <b>{ MONEY($total) }</b>.
# $territory — территория, $money — её деньги.
money-territory = • { $territory }: { MONEY($money) } { $source }
money-own = Деньги территории идут только на её проекты.

## Направления и требования
directions-about = Проект должен относиться к одному из направлений:
proposals-authors = <b>Кто может предложить</b>
# $author — кто автор, $papers — какие документы приложить.
proposals-author-papers = • { $author }; нужно приложить: { $papers }
# $count — сколько.
proposals-per-author = Предложений от одного автора – не больше { $count } { $source }.
proposals-pictures = Фото, эскизов, макетов или схем – не меньше { $count } { $source }.
# $most — тенге, $multiplier — сколько МРП, $index_year — какого года.
proposals-cap = Проект может стоить не больше { MONEY($most) } { $source }.
proposals-cap-index = Проект может стоить не больше { MONEY($most) }: это { $multiplier } МРП { PLAIN($index_year) } года { $source }.
proposals-no-cap = Предельной стоимости проекта исходный документ не называет.
proposals-requirements = <b>Требования</b>
proposals-criteria = <b>Критерии</b>
grounds-about = Такие предложения к рассмотрению не принимают:

## Кто решает
# $council — название совета.
council-about = Какие проекты выйдут на голосование и каков итог, решает <b>{ $council }</b>. Отклонённые проекты тоже публикуют, с обоснованием.
# $quorum, $majority — доли в виде 2/3.
council-quorum = Заседание состоится, если участвует не меньше { $quorum } членов { $source }.
council-majority = Решение принято, если за него больше { $majority } голосовавших членов { $source }.
# $leaves — выходит ли из подсчёта.
council-conflict =
    { $leaves ->
        [yes] Член совета, у которого в проекте свой интерес, не голосует и в подсчёте не участвует { $source }.
       *[no] Член совета, у которого в проекте свой интерес, не голосует, но в подсчёте участвует { $source }.
    }
council-unstated = Кворума и нужного большинства исходный документ не называет.
# $days — сколько дней.
council-check = Отвечает ли заявка требованиям, проверяют за { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
} { $source }.
council-rework = На исправление дают { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} { $source }.
council-appeal = Пожаловаться на решение можно в течение { $days ->
    [one] { $days } дня
   *[many] { $days } дней
}, жалобу рассматривают другие люди { $source }.

## Доверие
# $bot — имя бота.
trust-bot = Официальный бот один: @{ $bot }
# $page — официальная страница.
trust-page = Официальная страница: { $page }
trust-nobody-asks = Бот никогда не спрашивает ИИН, удостоверение, банковскую карту и код из SMS. Кто спрашивает – не от нас.
trust-no-proof = <b>Бот не даёт доказательства, за какой проект вы проголосовали, и никто не вправе его требовать.</b> Подтверждение учёта говорит только, что голос учтён, но не за какой проект.
trust-who-sees = Знайте: сервер видит ваш выбор один раз, когда принимает голос. Увидеть его могут и Telegram, и тот, у кого телефон в руках. Голосуйте со своего телефона и наедине.
trust-pressure = Если голос хотят купить или на вас давят, сообщите об этом без имени: /report. Сообщение прочтёт наблюдатель, а не акимат. Позвонить можно тем, кто назван в главе «Контакты».

## Контакты
# $akimat — название акимата.
contacts-akimat = <b>{ $akimat }</b>
contacts-outside = <b>Вне акимата</b>
# $name — кто, $phone — телефон, $address — адрес.
contacts-line = • { $name }: { $phone }
contacts-line-address = • { $name }: { $phone }, { $address }
# $form — ссылка на образец.
contacts-form = <a href="{ $form }">Образец заявки</a>

## Помощь
guide-help =
    <b>Как работает бот</b>

    Всё делается кнопками. Что можно сделать сейчас, написано на главной, её открывает /start.

    /projects – проекты и поиск
    /propose – предложить проект, ваши заявки
    /verify – подтвердить, что вы житель
    /myvote – учтён ли ваш голос
    /helper – помочь другим проголосовать
    /outcome – итоги
    /following – на что вы подписаны
    /rules – правила и телефоны
    /place, /language – сменить место, язык
    /mydata, /forget – ваши данные
    /reminders – напоминания: чаще, реже
    /stop – не присылать уведомлений

    Слабый интернет не помеха: картинки приходят, только если вы попросите. Если ответа нет, напишите /start, ничего не пропадёт.
