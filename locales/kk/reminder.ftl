### Мерзімді еске салу, күндік жинақ және олардың қалай келетінін баптау.

## Жалпы
# $heading — не туралы екені.
reminder-heading = <b>{ $heading }</b>
# $campaign — науқанның атауы.
reminder-campaign = { $campaign }
reminder-settings = <i>Сирек келсін немесе мүлде келмесін десеңіз: /reminders</i>
# $days — соңғы күнге дейін неше күн, $closes — біткен сәт.
reminder-left = { $days ->
    [0] Бүгін соңғы күн: { UNTIL($closes) }.
    [1] Ертең соңғы күн: { UNTIL($closes) }.
   *[other] Тағы { $days } күн бар: { UNTIL($closes) }.
}
reminder-until = { UNTIL($closes) } үлгеру керек.
# $title — өтінімнің атауы.
reminder-title = «{ $title }»
# $what — не туралы екені, $when — мерзімі.
reminder-line = { $what }. { $when }

## Кезең басталды
reminder-opened-intake = Өтінім қабылдау басталды
reminder-intake = Тұратын жеріңізде не салу, не жөндеу керегін ұсыныңыз. Өтінімді осы жерде толтырып, кейін жалғастыра аласыз: жазғаныңыз сақталады.
reminder-opened-voting = Дауыс беру басталды
reminder-voting = Бір жобаға, бір рет қана дауыс беріледі: берілген дауысты кейін өзгертуге де, қайтарып алуға да болмайды.
reminder-voting-guide = Дауыс беру ресми бетте өтеді, оған апаратын батырма басты бетте тұр.
button-reminder-home = Не істеуге болады

## Дауыс әлі берілген жоқ
reminder-vote = Сіз әлі дауыс берген жоқсыз
button-reminder-vote = Дауыс беруге өту

## Аяқталмаған өтінім
# $count — неше өтінім.
reminder-drafts = { $count ->
    [one] Өтініміңіз әлі жіберілген жоқ
   *[other] { $count } өтініміңіз әлі жіберілген жоқ
}
# $step — автор тоқтаған қадам.
reminder-draft = • «{ $title }». Тоқтаған жеріңіз: { reminder-step }
reminder-draft-untitled = • Атауы әлі жоқ. Тоқтаған жеріңіз: { reminder-step }
reminder-step = { $step ->
    [direction] бағыты
    [title] атауы
    [description] сипаттамасы
    [territory] аумағы
    [place] орны
    [estimate] құны
    [pictures] фотосуреттер мен схемалар
    [author] кім ұсынатыны
    [papers] құжаттар
    [rules] ережелермен келісу
    [question] тексеру сұрағы
   *[preview] тексеріп жіберу
}
reminder-kept = Жазғаныңыздың бәрі сақталған.
button-draft-go-on = Өтінімді жалғастыру
# $ordinal — тізімдегі реті.
button-draft-go-on-nth = { NUMBER($ordinal) }-өтінімді жалғастыру

## Пысықтау
# $number — өтінімнің нөмірі.
reminder-rework = № { PLAIN($number) } өтінім түзетуді күтіп тұр
reminder-fix = Нені түзету керегі өтінімнің өзінде жазылған. Мерзім өткен соң түзетілген өтінім қабылданбайды.
button-reminder-proposal = Өтінімді ашу

## Күндік жинақ
digest-heading = <b>Бүгінгі еске салулар мен жаңалықтар</b>
# $line — бір хабар.
digest-line = • { $line }
# $count — сыймағандары.
digest-more = Тағы { $count } хабарлама бар: бәрі басты бетте көрінеді.
