### Тұрғындар тізілімі, тізім бойынша растау кодтары, абаттандырылған аулалар: қызметкерлердің беттері.

## Кестедегі сан, сәт және күн
register-count = { $count }
register-moment = { DATETIME($at) }
register-day = { DATE($day) }

## Тізілім
register-title = Тұрғындар тізілімі
register-intro = Кім дауыс бере алатыны, кім өтінім бере алатыны осы тізіліммен тексеріледі. Файлды бір қызметкер жүктейді, екіншісі бекітеді. ЖСН мен телефон сақталмайды: олардың орнына әкімдіктің кілтімен есептелген белгілер тұрады.
register-in-force = Қазір күшінде
register-in-force-none = Тізілім әлі жоқ: ешкім тұрғын екенін растай алмайды.
register-territory = Аумақ
register-people = Адам саны
register-people-twice = Екі жерде тіркелген адам екеуінде де саналады, ал даусы біреу.
register-load = Жаңа тізілім жүктеу
register-frozen-now = Қазір ауыстыруға болмайды
register-file = CSV немесе XLSX файлы
# $most — неше мегабайт, $lines — неше жол.
register-file-hint = { $most } мегабайтқа дейін, { $lines } жолға дейін. XLSX болса, бірінші парағы оқылады. CSV файлын «CSV UTF-8» етіп сақтаңыз: сонда қазақ әріптері жоғалмайды.
register-columns = Қандай бағандар керек
register-columns-first = Бірінші жолда бағандардың аттары тұрады, реті кез келген. Одан басқа баған болмауы керек: артық дерек алмаймыз.
register-column-iin = ЖСН, 12 цифр. Excel басынан қиып тастаған нөлдер қайтарылады, ол туралы айтылады. 3.1E+11 түріндегі ЖСН қабылданбайды: цифрлары жоғалған.
register-column-birth_date = туған күні: 1990-05-31, 31.05.1990 немесе Excel күні.
register-column-reg_kind = тіркеу түрі: permanent – тұрақты, temporary – уақытша.
register-column-reg_from = қай күннен бастап тіркелген.
register-column-reg_to = қай күнге дейін; тұрақты болса, бос қалдырыңыз.
register-column-territory = науқан ережесіндегі аумақтың белгісі:
register-column-phone = ұялы телефоны, болмаса бос.
button-register-load = Жүктеп, тексеру
register-load-slow = Үлкен файл бірнеше минут оқылады. Бетті жаппаңыз.
register-imports = Жүктелген файлдар
register-imports-none = Әзірге ештеңе жүктелмеген.
register-number = №
register-when = Жүктелді
register-by = Кім жүктеді
register-operator = жүйе операторы
register-state = Мәртебесі
register-state-reading = оқылып жатыр немесе үзілген
register-state-waiting = екінші қызметкерді күтіп тұр
register-state-approved = бекітілді
register-state-rejected = қайтарылды
register-state-replaced = орнына басқасы бекітілді
register-state-expired = 30 күнде бекітілмеді
# $number — жүктеу нөмірі.
register-import-title = Тізілім, № { PLAIN($number) } файл
register-file-name = Файл
register-file-unnamed = атаусыз
register-digest = SHA-256
register-rows = Қабылданған жол
register-refused = Қабылданбаған жол
register-mended = Түзетілген жол
register-settled = Шешім
# $name — кім, $at — қашан.
register-settled-by = { $name }, { DATETIME($at) }
register-change = Не өзгереді
register-before = Қазір
register-after = Кейін
register-total-new = Қосылады
register-total-gone = Шығады
register-gone-warn = Қазіргі тізілімнің оннан бірінен көбі шығып қалады. Файл толық жүктелгенін тексеріңіз.
register-nobody = Файлдан бірде-бір тұрғын табылмады, бекітетін ештеңе жоқ.
register-own = Бұл файлды Сіз жүктедіңіз. Оны басқа қызметкер ғана бекіте алады.
register-approve-why = Бекітілген соң бұл тізілім қазіргісін бірден әрі толық ауыстырады.
button-register-approve = Тізілімді бекіту
register-reject-why = Файл басқа болса, қайтарыңыз. Қазіргі тізілім өзгермейді.
button-register-reject = Қайтару
register-notes = Жолдардағы қателер мен түзетулер
register-notes-none = Ескерту жоқ.
register-notes-why = Жолдардың мазмұны мұнда көрсетілмейді: оларда дербес деректер болуы мүмкін. Жолды өз файлыңыздан нөмірі бойынша табыңыз.
register-notes-download = Барлық ескертуді жүктеп алу (CSV)
register-fault = Ескерту
register-fault-count = Неше рет
register-line = Жол
register-column = Баған
register-fault-column-missing = мұндай баған жоқ немесе қайталанған; файлдан ештеңе алынған жоқ
register-fault-column-unknown = артық баған; файлдан ештеңе алынған жоқ
register-fault-field-count = бағандар саны тақырыптағыдай емес немесе тырнақшасы жабылмаған
register-fault-iin-missing = ЖСН жоқ: мұндай жол дауыс құқығын бермейді
register-fault-iin-scientific = Excel ЖСН-ді дөңгелектеп жіберген (3.1E+11), цифрлары жоғалған: бағанды мәтін етіңіз
register-fault-iin-wrong = бұл ЖСН емес: 12 цифр керек, соңғысы қалғандарына сәйкес келуі тиіс
register-fault-iin-zeros-restored = түзетілді: ЖСН басындағы нөлдер қайтарылды
register-fault-iin-doubtful = қабылданды, бірақ тексеріңіз: ЖСН дөңгелектелгендей алты нөлмен аяқталады, соңғы цифры сәйкес келсе де
register-fault-birth-date-wrong = туған күні түсініксіз, 1990-05-31 немесе 31.05.1990 болуы керек
register-fault-birth-date-differs = жоғарыда бұл адамның туған күні басқа
register-fault-kind-unknown = тіркеу түрі permanent немесе temporary болуы керек
register-fault-registration-date-wrong = тіркелген күні түсініксіз, 2024-05-31 немесе 31.05.2024 болуы керек
register-fault-registration-reversed = тіркеу басталмай жатып бітеді
register-fault-territory-unknown = науқан ережесінде мұндай аумақ белгісі жоқ
register-fault-phone-wrong = телефонсыз қабылданды: бұл Қазақстанның ұялы нөмірі емес
register-fault-line-repeated = дәл осындай жол жоғарыда бар

## Кодтар
codes-title = Растау кодтары
# $hours — код неше сағат жарайды.
codes-intro = Код жеке куәлігін көрсеткен адамның өзіне беріледі, ол тізімге қол қояды. Код { $hours } сағат жарайды және бір рет қолданылады. Бұл адамның бұрынғы қолданылмаған коды жарамай қалады.
codes-none = Бұл науқанның ережесі бойынша код берілмейді.
# $issued — неше код берілді, $used — оның нешеуі қолданылды.
codes-counts = Берілген код саны: { $issued }, қолданылғаны: { $used }.
codes-typed = ЖСН, әр жолға біреуден
codes-typed-hint = Бір адам немесе бір отбасы. ЖСН сақталмайды және қайта көрсетілмейді.
button-codes-typed = Код беру
codes-listed = Файлдағы тізім
codes-file = iin бағаны бар CSV немесе XLSX файлы
# $most — бір тізімде неше адам.
codes-file-hint = Бір тізімде { $most } адамға дейін. Басқа бағандар оқылмайды.
button-codes-listed = Тізім бойынша беру
codes-list-title = Кодтар тізімі дайын
# $count — неше код, $until — бет қашан жоғалады.
codes-list-once = Код саны: { $count }. Тізімді қазір басып шығарыңыз: { TIME($until) }{ SUFFIX($until, "loc", of: "time") } бұл бет жоғалады, кодтарды қайта көрсету мүмкін болмайды. Кодтың өзі сақталмайды: оның орнына одан есептелген белгі тұрады.
codes-list-pdf = Қол қоятын тізім мен код жазылған парақшалар (PDF)
codes-list-number = №
codes-list-mark = ЖСН-нің соңы
codes-list-code = Код
codes-list-until = Жарамды мерзімі
codes-list-gone = Бұл тізім енді жоқ
codes-list-gone-why = Кодтар тізімі бір рет, он минут ішінде, тек оны жасаған адамға көрсетіледі. Басып шығарып үлгермесеңіз, кодтарды қайта беріңіз: бұрынғылары жарамай қалады.
codes-list-back = Тағы код беру

## Аулалар
yards-title = Абаттандырылған аулалар
yards-intro = Соңғы жылдары абаттандырылған аулалар. Автор осындай ауланы атаса, бот оны бірден айтады. Жаңа файл тізімді түгел ауыстырады.
yards-file = CSV немесе XLSX файлы
yards-file-hint = Бағандар: territory (аумақтың белгісі), address (мекенжай), improved_on (жұмыс біткен күн, 2024-05-31 немесе 31.05.2024).
button-yards-take = Тізімді ауыстыру
yards-notes = Тізім ауыстырылған жоқ, мына жолдарды түзетіңіз
yards-notes-more = Алғашқы ескертулер көрсетілген, барлығы – { $count }.
# $count — неше аула.
yards-count = Тізімдегі аула саны: { $count }.
yards-shown = Алғашқы { $most } ауласы көрсетілген.
yards-none = Тізім бос.
yards-address = Мекенжайы
yards-improved = Абаттандырылған күні
yards-fault-heading-wrong = бағандар territory, address, improved_on болуы керек
yards-fault-field-count = бағандар саны тақырыптағыдай емес немесе тырнақшасы жабылмаған
yards-fault-territory-unknown = науқан ережесінде мұндай аумақ белгісі жоқ
yards-fault-address-missing = мекенжайы жоқ
yards-fault-address-broken = әріптің орнында сұрақ белгісі, көрінбейтін таңба бар немесе мекенжай тым ұзын; «CSV UTF-8» етіп сақтаңыз
yards-fault-day-wrong = күні түсініксіз, 2024-05-31 немесе 31.05.2024 болуы керек
yards-fault-line-repeated = дәл осындай жол жоғарыда бар
yards-fault-too-many = тізімде 20{ "\u00A0" }000 жолдан көп, әрі қарай оқылмады
