### Плакаттар мен мәтіндер: кеңсенің беті және сайтқа, баспасөзге, ақпараттық стендке арналған мәтіндер.

## Кеңсенің беті
kit-title = Плакаттар мен мәтіндер
kit-about = Бәрі науқанның ережелерінен алынады: мерзім ұзартылса, топтаманы қайта жүктеп алыңыз, жаңа күндер өзі шығады.
kit-intake = Өтінім қабылдау
kit-voting = Дауыс беру
# $opens, $closes – кезеңнің басы мен соңы.
kit-period = { PERIOD($opens, $closes) }
kit-poster = Плакат
kit-poster-alt = Плакаттың алдын ала көрінісі: { $headline }
kit-text-site = Сайтқа
kit-text-press = Баспасөзге
kit-text-stand = Ақпараттық стендке
# $count – плакаттардың саны.
kit-contents = Топтамада: QR-коды бар { $count } плакат (бүкіл науқанға және әр аумаққа), екі тілдегі мәтіндер (TXT, DOCX), QR-кодтар (PNG).
button-kit-download = Топтаманы жүктеп алу
kit-none = Бұл науқанда өтінім қабылдау да, дауыс беру де белгіленбеген, сондықтан плакат жасалмайды.
kit-card = Жобаның QR-коды
kit-card-about = Жоба іске асатын жерге іліп қоятын парақ. QR-код жобаны ресми ботта ашады.
kit-card-number = Жобаның нөмірі
button-kit-card = Парақты жүктеп алу
kit-card-no-bot = Науқанның ресми боты көрсетілмеген, сондықтан QR-коды бар парақ жасалмайды.

log-make-kit = плакаттар мен мәтіндер жиналды
log-make-card = жобаның QR-коды бар парақ жасалды

## Мәтіндер
# $title – науқанның атауы, $plan_year – қай жылдың бюджеті.
kit-heading-intake = «{ $title }», { PLAIN($plan_year) } жыл: тұрғындардан ұсыныс қабылданады
kit-heading-voting = «{ $title }», { PLAIN($plan_year) } жыл: тұрғындар жобаларға дауыс береді
# $akimat – әкімдіктің атауы.
kit-lead-intake = { $akimat } тұрғындарды жергілікті бюджеттің бір бөлігі неге жұмсалатынын ұсынуға шақырады.
kit-lead-voting = { $akimat } тұрғындарды бюджет есебінен қай жоба іске асатынын таңдауға шақырады.
kit-when = Мерзімі: { PERIOD($opens, $closes) }.
# $total – барлық қаржы, $origin – көзі.
kit-money = Қаржысы: { MONEY($total) }. Көзі: { $origin }.
# $most – теңге.
kit-cap = Бір жобаның құны { NUMBER($most) } теңгеден аспауы керек.
# $votes – ең аз дауыс саны, $share – үлес.
kit-threshold = Кемінде { $votes } дауыс жинаған жоба ғана іске асады.
kit-threshold-share = Дауыс беруге құқылы адамдардың кемінде { PERCENT($share) } бөлігі дауыс берген жоба ғана іске асады.
kit-who = Кім қатыса алады:
kit-authors = Кімнің атынан ұсынуға болады:
# $author – автор түрі, $papers – қоса берілетін құжаттар.
kit-author-papers = { $author } (қоса берілетіні: { $papers })
kit-how = Қалай қатысуға болады:
kit-directions = Бағыттар:
kit-requirements = Ұсынысқа қойылатын талаптар:
kit-criteria = Өлшемшарттар:
kit-grounds = Мынадай ұсыныстар қаралмайды:
kit-dates = Науқанның барлық мерзімі:
# $stage – кезеңнің аты.
kit-stage = { $stage }: { PERIOD($opens, $closes) }
kit-official = Ресми арналар:
kit-official-bot = Telegram-бот: @{ $bot } ({ $link })
kit-official-page = ресми бет: { $page }
kit-trust = Қатысу тегін. Бот ЖСН-ді, банк картасын, SMS кодын ешқашан сұрамайды.
kit-contacts = Байланыс:
# $name – бөлім, $phone – телефоны, $address – мекенжайы.
kit-contact = { $name }: { $phone }
kit-contact-address = { $name }: { $phone }, { $address }
kit-basis = Негізі: { $acts }.
