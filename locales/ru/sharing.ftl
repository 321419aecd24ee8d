### Текст и карточка для чата соседей: их читает тот, кто бота ещё не видел.

## Что можно сделать сейчас
# $opens, $closes — начало и конец этапа.
sharing-vote = За этот проект можно проголосовать { UNTIL($closes) }.
sharing-vote-officially = За этот проект можно проголосовать на официальной странице { UNTIL($closes) }.
sharing-vote-later = Голосование за этот проект: { PERIOD($opens, $closes) }.
sharing-discuss = Это предложение можно поддержать и задать вопрос автору { UNTIL($closes) }.
sharing-discuss-later = Обсуждение этого предложения: { PERIOD($opens, $closes) }.
sharing-read = Подробности по ссылке.

# $landmark — место, $number — номер заявки, $title — название, $cost — стоимость, $deed — что можно сделать.
sharing-text =
    📍 <b>{ $landmark }</b>
    № { PLAIN($number) }. { $title }
    Стоимость: { MONEY($cost) }

    { $deed }

button-sharing-inline = Отправить карточку в чат

## В любом чате: @бот и слово для поиска
# $territory — территория, $cost — стоимость, коротко.
inline-description = { $territory } · { $cost }
inline-nothing = Ничего не найдено
inline-nothing-hint = Напишите слово короче. Если нажать, в чат уйдёт кнопка, которая открывает бота.
inline-invitation =
    <b>Бюджет народного участия</b>
    Что нужно двору и улице, решают жители. Предложения и проекты – в этом боте: их можно прочитать, поддержать и выбрать.
button-inline-open = Открыть в боте
button-inline-bot = Открыть бота

button-sharing-qr = QR-код для печати
# $number, $name — проект или заявка, $link — куда ведёт код.
sharing-qr =
    <b>QR-код: № { PLAIN($number) } { $name }</b>
    Распечатайте его для подъезда или объявления: камера телефона откроет эту карточку. Она же по ссылке: { $link }
