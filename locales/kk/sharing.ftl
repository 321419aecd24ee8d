### Көршілер чатына жіберілетін мәтін мен карточка: ботты көрмеген адам оқиды.

## Қазір не істеуге болады
# $opens, $closes — кезеңнің басы мен соңы.
sharing-vote = Бұл жобаға { UNTIL($closes) } дауыс беруге болады.
sharing-vote-officially = Бұл жобаға ресми бетте { UNTIL($closes) } дауыс беруге болады.
sharing-vote-later = Бұл жобаға дауыс беру мерзімі: { PERIOD($opens, $closes) }.
sharing-discuss = Бұл ұсынысты { UNTIL($closes) } қолдап, авторына сұрақ қоюға болады.
sharing-discuss-later = Бұл ұсынысты талқылау мерзімі: { PERIOD($opens, $closes) }.
sharing-read = Толығырақ сілтемеден оқуға болады.

# $landmark — орны, $number — өтінім нөмірі, $title — атауы, $cost — құны, $deed — не істеуге болады.
sharing-text =
    📍 <b>{ $landmark }</b>
    № { PLAIN($number) }. { $title }
    Құны: { MONEY($cost) }

    { $deed }

button-sharing-inline = Чатқа карточка жіберу

## Кез келген чатта: @бот және іздеген сөз
# $territory — аумақ, $cost — құны, қысқа.
inline-description = { $territory } · { $cost }
inline-nothing = Ештеңе табылмады
inline-nothing-hint = Сөзді қысқартып көріңіз. Бассаңыз, чатқа ботты ашатын батырма жіберіледі.
inline-invitation =
    <b>Халық қатысатын бюджет</b>
    Аулаға, көшеге не керек екенін тұрғындар шешеді. Ұсыныстар мен жобалар осы ботта: оқып, қолдап, дауыс беруге болады.
button-inline-open = Ботта ашу
button-inline-bot = Ботты ашу

button-sharing-qr = Басып шығаруға QR-код
# $number, $name — жоба немесе өтінім, $link — код апаратын жер.
sharing-qr =
    <b>QR-код: № { PLAIN($number) } { $name }</b>
    Оны басып шығарып, кіреберіске немесе хабарландыруға іліңіз: телефон камерасы осы бетті ашады. Сілтемесі: { $link }
