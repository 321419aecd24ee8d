### Предложение проекта: заполнить заявку, проверить, подать.

## Мои заявки
proposal-overview = <b>Мои предложения</b>
# $title — название, $touched — когда заполняли последний раз.
proposal-draft-line = ✏️ { $title }: не закончена, последняя правка – { DATETIME($touched) }
# $number — номер заявки, $status — её статус.
proposal-own-line = № { PLAIN($number) }. { $title }: { $status }
# Вместо названия, когда текст удалён по сроку хранения.
proposal-cleared = текст удалён
proposal-untitled = пока без названия
# $opens, $closes — начало и конец приёма.
proposal-intake = Приём заявок: { PERIOD($opens, $closes) }.
proposal-intake-over = Приём заявок завершён: { PERIOD($opens, $closes) }. Новую можно подать в следующем году.
proposal-guide = В этой кампании заявки принимают на официальной странице. Бот расскажет о правилах и сроках: /rules
proposal-status-submitted = на проверке в акимате
proposal-status-returned = возвращена на доработку
proposal-status-registered = зарегистрирована
proposal-status-refused = отклонена
proposal-status-admitted = допущена к голосованию
proposal-status-withdrawn = отозвана
proposal-status-merged = присоединена к другой

button-propose = 📝 Предложить проект
button-proposal-draft = ✏️ { $title }
button-proposal-number-own = № { PLAIN($number) }
button-proposal-new = Начать новую заявку

## Начало
proposal-beginning =
    <b>Новое предложение</b>
    Площадка во дворе, фонари на улице, тротуар – что-то одно, нужное всем. Одна заявка – один объект.

    С образца быстрее: текст и смета готовы, их можно менять. Если интернет слабый, отправьте всё одним сообщением.

    Каждый ответ сохраняется сразу. Можно остановиться в любой момент и продолжить потом.
button-proposal-models = Начать с образца
button-proposal-scratch = Напишу сам
button-proposal-template = Отправить одним сообщением
proposal-models = <b>Образцы проектов</b>
# $cost — полная стоимость образца.
proposal-model-line = • { $title }: { MONEY($cost) }
# $direction — направление, $description — описание.
proposal-model =
    <b>{ $title }</b>
    <i>{ $direction }</i>

    { $description }
# $item — что, $quantity — сколько, $price — цена одного.
proposal-model-item = • { $item }: { $quantity } × { MONEY($price) }
proposal-model-total =
    Всего: <b>{ MONEY($cost) }</b>
    Цены примерные, поправьте их под своё место.
button-proposal-take-model = Начать с этого образца
# $template — пустой шаблон, $most — сколько направлений.
proposal-one-message =
    <b>Всё одним сообщением</b>
    Нажмите на шаблон, чтобы скопировать его, заполните и отправьте сюда. Если есть фото, напишите текст в подписи к нему.

    <pre>{ $template }</pre>

    Для направления хватит номера (1–{ NUMBER($most) }) или первых слов, список: /rules
    Всё заполнять необязательно: чего не хватит, спросим.

## Поля шаблона. Печатается первое, узнаются и остальные.
proposal-template-direction = Направление
proposal-template-title = Название|Название проекта|Название предложения
proposal-template-description = Описание|Описание проекта
proposal-template-territory = Территория|Район|Село
proposal-template-place = Место|Адрес|Адрес или ориентир
proposal-template-cost = Стоимость|Цена|Сумма
proposal-template-name = ФИО|Имя|Автор
proposal-template-phone = Телефон|Номер телефона|Контакт
proposal-template-taken = ✅ Всё, что удалось понять, сохранено. Спросим только то, чего не хватает.
# $fields — названия непонятых полей.
proposal-template-unread = ⚠️ Не удалось понять: { $fields }. Об этом спросим отдельно.

## Названия шагов
proposal-name-direction = Направление
proposal-name-title = Название
proposal-name-description = Описание
proposal-name-territory = Территория
proposal-name-place = Место
proposal-name-estimate = Стоимость
proposal-name-pictures = Изображения
proposal-name-author = Автор
proposal-name-papers = Документы
proposal-name-rules = Согласие с правилами
proposal-name-question = Проверочный вопрос
proposal-name-preview = Все ответы
# $place — какой шаг, $count — сколько всего.
proposal-head = <b>{ NUMBER($place) } / { $count }. { $name }</b>

## Вопросы шагов
proposal-ask-direction = К какому направлению относится ваше предложение? С неверным направлением заявку вернут: выберите самое близкое.
proposal-ask-title =
    Назовите предложение одной фразой: что сделать и где. Например: <i>Поставить фонари у остановки на улице Абая</i>.
    Без лишних слов и лозунгов, подробности – на следующем шаге.
# $most — сколько знаков самое большее.
proposal-ask-description =
    Что сейчас не так, что нужно сделать, кому это поможет? Одним сообщением, до { NUMBER($most) } знаков.
    Объект должен быть открыт для всех. Несколько объектов в одной заявке не принимают.
proposal-ask-territory = На какой территории проект? За него будут голосовать её жители.
proposal-ask-place =
    Напишите адрес или что рядом: <i>улица Абая, двор дома 12</i>.
    Можно отправить и точку на карте: 📎 → Геопозиция, координаты или ссылку из карт.
    Земля должна быть общей. Если под ней трубы или кабели, строить могут не разрешить. Знаете о них – скажите в описании.
# $has_cap — есть ли предел, $cap — сколько самое большее.
proposal-ask-estimate =
    Сколько это примерно стоит? Напишите сумму: <i>1,2 млн</i>, <i>500 тыс. тг</i>.
    Или строки сметы, каждую с новой строки: <i>Скамейка 4 шт × 85{ "\u00A0" }000</i>. Подойдёт и готовый файл.{ $has_cap ->
        [yes] {" "}По правилам акимата – не больше { MONEY($cap) }.
       *[no] { "" }
    }
# $least — самое меньшее, $most — самое большее.
proposal-ask-pictures =
    Пришлите фото места, эскиз, макет или схему: не меньше { NUMBER($least) }, не больше { NUMBER($most) }. Можно сразу несколько.
    Геопозицию и дату мы из снимков удаляем. Лиц людей и номеров машин на них быть не должно.
proposal-ask-author = Заявку без автора не рассматривают. Ваш номер не публикуется, по нему с вами свяжется акимат.
proposal-ask-papers = Нужны эти документы. Не присылайте их в чат: в них данные других людей.
proposal-ask-rules = Прочитайте перед отправкой.
proposal-ask-question = Один лёгкий вопрос: так видно, что заявку заполняет человек, а не программа.
proposal-ask-author-kind = <b>От чьего имени вы подаёте заявку?</b>
proposal-ask-author-name = <b>Напишите фамилию, имя и отчество.</b>
proposal-ask-author-phone = <b>Отправьте свой номер кнопкой или напишите его.</b>

## Нынешний ответ
# $answer — ответ.
proposal-now = Сейчас: <b>{ $answer }</b>
proposal-nothing = —
# $reason — причина.
proposal-other-why =
    Почему не подходит ни одно направление из списка? Напишите одну-две фразы.
    Причина: { $reason }
# $most — последний номер списка.
proposal-direction-by-number = ⚠️ Нажмите номер направления или напишите число от 1 до { NUMBER($most) }.
proposal-by-button = ⚠️ Здесь писать не нужно, нажмите кнопку ниже.
# $territory — открытая территория.
proposal-inside = 📂 { $territory }
proposal-has-location = 📍 Точка на карте есть.
proposal-landmark-too = Теперь опишите это место словами: адрес или что рядом.
proposal-location-too = Если хотите, отправьте точку на карте. Это необязательно.
proposal-location-key = Если вы сейчас там, нажмите кнопку на месте клавиатуры ↓ Если нет: 📎 → Геопозиция.
proposal-link-unreadable = ⚠️ В этой ссылке точка не читается. Скопируйте из карт координаты, например: <code>50.4111, 80.2275</code>
# $length — сколько знаков, $most — сколько помещается.
proposal-landmark-too-long = ⚠️ Опишите место короче: сейчас знаков { NUMBER($length) }, помещается { NUMBER($most) }.
# $place — номер строки, $item — что, $quantity — сколько, $price — цена одного, $amount — сумма строки.
proposal-line = { NUMBER($place) }. { $item }: { $quantity } × { MONEY($price) } = { MONEY($amount) }
# $count — сколько строк, $total — всего.
proposal-lines-total = Строк: { NUMBER($count) }, всего <b>{ MONEY($total) }</b>
# $typed — написанная сумма.
proposal-typed = Стоимость: <b>{ MONEY($typed) }</b>
proposal-typed-beside = Раньше вы писали: { MONEY($typed) }. Считается сумма строк.
# $kind — ориентировочная или точная.
proposal-estimate-kind = Смета: { $kind }
proposal-estimate-approximate = ориентировочная
proposal-estimate-exact = точная
proposal-has-file = 📎 Файл сметы есть.
proposal-file-needs-sum = 📎 Файл сметы есть. Теперь напишите общую сумму.
proposal-file-kept = ✅ Файл сметы сохранён.
# $typed — как понята сумма, $count — сколько строк сейчас.
proposal-sum-read =
    <b>{ MONEY($typed) }, верно?</b>{ $count ->
        [0] { "" }
       *[other] {" "}Эта сумма заменит нынешние строки ({ NUMBER($count) }).
    }
# $line — непонятая строка.
proposal-line-unread = ⚠️ «{ $line }» – в этой строке непонятна цена. Напишите так: <i>Скамейка 4 шт × 85{ "\u00A0" }000</i>
# $most — сколько строк самое большее.
proposal-too-many-lines = ⚠️ Строк слишком много, помещается { NUMBER($most) }. Остальное пришлите файлом.
# $count — сколько сейчас, $most — сколько самое большее.
proposal-pictures-count = Сейчас: <b>{ NUMBER($count) } / { $most }</b>
# $kinds — виды изображений.
proposal-picture-kinds = Что на них: { $kinds }
proposal-picture-kind = { NUMBER($place) } – { $kind }
# $place — какое по счёту, $count — сколько всего.
proposal-picture =
    <b>Изображение { NUMBER($place) } из { $count }</b>
    Вид: { $kind }. Если это другое, выберите ниже.
proposal-picture-photo = фото
proposal-picture-sketch = эскиз
proposal-picture-layout = макет
proposal-picture-scheme = схема
proposal-picture-not-text = ⚠️ Здесь нужен не текст, а изображение. Нажмите 📎 и выберите фото. Если фото нет, нарисуйте на бумаге и снимите.
# $count — сколько изображений сейчас.
proposal-pictures-now = 🖼 Изображений в заявке: { NUMBER($count) }
# $count — сколько изображений, $reason — почему не взяли.
proposal-not-taken = ⚠️ Не добавлено изображений: { NUMBER($count) }. { $reason }
proposal-picture-lost = Бот не смог его обработать. Пришлите его ещё раз, остальные ответы сохранены.
proposal-download-failed = Telegram не отдал файл. Пришлите его ещё раз, остальные ответы сохранены.
# $title — название заявки.
proposal-add-pictures = У вас есть незаконченная заявка: «{ $title }». Добавить присланное к ней?
proposal-pictures-again = ⚠️ Этих снимков у нас нет. Пришлите их сюда ещё раз.
# $kind — кто.
proposal-author-kind = Кто: { $kind }
proposal-author-name = ФИО: { $name }
proposal-author-phone = Связь: { $phone }
# $is_public — публиковать ли имя.
proposal-author-public = { $is_public ->
    [yes] Имя будет опубликовано рядом с предложением.
   *[no] Имя не публикуется.
}
proposal-phone-key = Нажмите кнопку на месте клавиатуры ↓
proposal-phone-unreadable = ⚠️ Номер непонятен. Напишите так: <code>8{ "\u00A0" }701{ "\u00A0" }123{ "\u00A0" }45{ "\u00A0" }67</code>
proposal-name-unreadable = ⚠️ Напишите фамилию и имя полностью, до 100 знаков: <i>Иванова Анна Петровна</i>
proposal-contact-not-own = ⚠️ Это номер другого человека. Отправьте свой.
# $contact — отдел, $phone — телефон, $address — адрес, $has_address — есть ли он, $days — за сколько дней.
proposal-desk =
    Принесите их за { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } после подачи заявки: { $contact }, { $phone }{ $has_address ->
        [yes] , { $address }.
       *[no] .
    }
    Или отправьте со страницы акимата по одноразовой ссылке: она появится после подачи.
# $akimat — акимат, $bin — его БИН, $has_bin — известен ли, $version — версия.
# $days — сколько дней хранят, $has_days — известен ли срок.
proposal-consent =
    <b>Коротко о правилах.</b> Объект общий для всех. Работа доводится до конца, служит не частной прибыли и не сводится к проектным документам. Без брани, клеветы и оскорблений.

    <b>Согласие на обработку персональных данных.</b> { $akimat }{ $has_bin ->
        [yes] , БИН { $bin },
       *[no] { "" }
    } хранит ваши ФИО и номер, только чтобы рассмотреть заявку и связаться с вами, и никому их не передаёт. { $has_days ->
        [yes] Срок: { $days ->
            [one] { $days } день
            [few] { $days } дня
           *[many] { $days } дней
        } после голосования.
       *[no] Срок акимат ещё не установил.
    } Согласие можно отозвать в любой момент: /forget. В неотозванной заявке данные остаются до этого срока.
    Имя публикуется лишь с вашего разрешения, номер – никогда. Текст и изображения заявки увидят все. Сообщения идут через Telegram, его серверы за границей. (Версия: { NUMBER($version) })
proposal-agreed = ✅ Согласие дано.
proposal-question-done = ✅ Ответ верный.
proposal-question-wrong = ⚠️ Ответ неверный. Попробуйте ответить на этот вопрос.
proposal-question-season = <b>Какое слово – время года?</b>
proposal-question-sum = <b>Сколько будет два плюс три?</b>
proposal-question-day = <b>Какое слово – день недели?</b>
proposal-question-colour = <b>Какого цвета снег?</b>
proposal-question-water = <b>Где плавает рыба?</b>
proposal-question-less = <b>Какое число самое маленькое?</b>
button-question-season-right = Весна
button-question-season-wrong-one = Окно
button-question-season-wrong-two = Стул
button-question-season-wrong-three = Книга
button-question-sum-right = Пять
button-question-sum-wrong-one = Десять
button-question-sum-wrong-two = Двадцать
button-question-sum-wrong-three = Сто
button-question-day-right = Среда
button-question-day-wrong-one = Яблоко
button-question-day-wrong-two = Мост
button-question-day-wrong-three = Ручка
button-question-colour-right = Белый
button-question-colour-wrong-one = Красный
button-question-colour-wrong-two = Зелёный
button-question-colour-wrong-three = Чёрный
button-question-water-right = В воде
button-question-water-wrong-one = На дереве
button-question-water-wrong-two = На крыше
button-question-water-wrong-three = В кармане
button-question-less-right = Два
button-question-less-wrong-one = Девять
button-question-less-wrong-two = Пятьдесят
button-question-less-wrong-three = Тысяча

## Что нельзя добавить
proposal-useless-sticker = ⚠️ Спасибо! Но стикер к заявке не добавить.
proposal-useless-voice = ⚠️ Голосовых сообщений бот не слышит. Напишите текстом.
proposal-useless-file = ⚠️ Видео добавить нельзя. Пришлите фото.
proposal-useless-contact = ⚠️ Номер на этом шаге не нужен и не сохранён. Его спросим на шаге «Автор».
proposal-useless-location = ⚠️ Геопозиция на этом шаге не нужна и не сохранена. Её место – на шаге «Место».
proposal-useless-other = ⚠️ Такое сообщение к заявке не добавить.

## Все ответы
proposal-preview = <b>Проверьте заявку</b>
# $number — номер заявки.
proposal-preview-rework = <b>Доработка заявки № { PLAIN($number) }</b>
# $name — название шага, $answer — ответ.
proposal-answer = <b>{ $name }:</b> { $answer }
proposal-answer-place = { $landmark } 📍
# $cost — стоимость, $count — число строк, $kind — вид сметы, $has_file — есть ли файл.
proposal-answer-estimate = { MONEY($cost) } ({ $kind }{ $count ->
    [0] { "" }
   *[other] , строк: { NUMBER($count) }
}{ $has_file ->
    [yes] , есть файл
   *[no] { "" }
})
proposal-answer-pictures = { NUMBER($count) }
# $author — автор, $is_public — публиковать ли имя.
proposal-answer-author = { $author } ({ $is_public ->
    [yes] имя публикуется
   *[no] имя не публикуется
})
# $steps — шаги без ответа.
proposal-missing = ❗ Не хватает: { $steps }
# $reason — почему нельзя.
proposal-refused = ⛔ { $reason }
proposal-refused-more = ⛔ Есть ещё замечания ({ NUMBER($count) }): сначала исправьте эти.
proposal-warning-swearing = ⚠️ Похоже, в тексте есть грубое слово. Подать можно, но решать будет модератор.
# $number — номер похожего предложения, $title — его название.
proposal-warning-similar = ⚠️ Есть похожее предложение: № { PLAIN($number) }. { $title }. Если поддержать его, шансов будет больше. Своё подать тоже можно.
# $address — двор, $improved_on — когда его благоустроили.
proposal-warning-yard = ⚠️ Похоже, этот двор недавно благоустроили: { $address }, { DATE($improved_on) }. Такие дворы могут не принять, проверьте адрес.
proposal-ready = ✅ Всё готово, можно подавать.
proposal-ready-unverified = ✅ Всё готово. При подаче вы один раз подтвердите, что вы житель, и вернётесь сюда.
# $description — описание целиком.
proposal-whole-description = { $description }
proposal-discard = <b>Удалить заявку?</b> Ответы и изображения будет не вернуть.

## Потом
# $closes — момент конца приёма.
proposal-left = ✅ Заявка сохранена. Подать её можно { UNTIL($closes) }. Продолжить: /propose
proposal-left-kept = ✅ Заявка сохранена. Продолжить: /propose
proposal-submitted =
    <b>Заявка подана. Её номер: № { PLAIN($number) }</b>
    Запишите номер. Статус смотрите здесь: /propose
# $days — рабочих дней.
proposal-checked-in = Теперь акимат проверит её на соответствие требованиям: на это { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
}. О решении сообщим здесь: заявку зарегистрируют, вернут на доработку или отклонят с обоснованием.
proposal-checked-soon = Теперь акимат проверит её на соответствие требованиям. О решении с обоснованием сообщим здесь.
# $papers — документы, $due_at — крайний срок.
proposal-papers-due = 📄 Передайте { UNTIL($due_at) }: { $papers }. Куда и как – на странице заявки.

## Кнопки
button-proposal-number = { NUMBER($place) }
button-proposal-next = Дальше ›
button-proposal-skip = Пропустить ›
button-proposal-preview = Все ответы
button-proposal-leave = Продолжу потом
button-proposal-own-territory = 📍 { $own }
button-proposal-up = ‹ Выше
button-proposal-here = 📍 Я сейчас там
button-proposal-send-location = 📍 Отправить, где я
button-proposal-no-location = Убрать точку с карты
button-proposal-sum-yes = Да, верно
button-proposal-drop-line = ✕ { NUMBER($place) }
button-proposal-estimate-approximate = Смета ориентировочная
button-proposal-estimate-exact = Смета точная
button-proposal-drop-file = Убрать файл
button-proposal-picture = 🖼 { NUMBER($place) }
button-proposal-picture-photo = Фото
button-proposal-picture-sketch = Эскиз
button-proposal-picture-layout = Макет
button-proposal-picture-scheme = Схема
button-proposal-see = Посмотреть
button-proposal-drop-picture = Убрать изображение
button-proposal-pictures = ‹ К изображениям
button-proposal-add-pictures = Добавить к заявке
button-proposal-other-kind = Подать от другого имени
button-proposal-own-phone = 📱 Отправить свой номер
button-proposal-name-public = Публиковать моё имя
button-proposal-name-hidden = Не публиковать имя
button-proposal-agree = ✅ Прочитано, согласие даю
button-proposal-submit = 📨 Подать заявку
button-proposal-go-on = Заполнить недостающее ›
button-proposal-similar = Посмотреть № { PLAIN($number) }
button-proposal-open-step = ❗ { $name }
button-proposal-step-direction = Направление
button-proposal-step-title = Название
button-proposal-step-description = Описание
button-proposal-step-territory = Территория
button-proposal-step-place = Место
button-proposal-step-estimate = Стоимость
button-proposal-step-pictures = Изображения
button-proposal-step-author = Автор
button-proposal-step-papers = Документы
button-proposal-step-rules = Согласие
button-proposal-step-question = Вопрос
button-proposal-whole = Описание целиком
button-proposal-discard = Удалить
button-proposal-discard-yes = Да, удалить
button-proposal-resume = Продолжить
button-proposal-submitted = Открыть заявку
