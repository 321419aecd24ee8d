### Күндер, уақыт, үлестер және тізімдер: барлық мәтін осы үлгілермен басылады.

# Ай атаулары. $month — айдың нөмірі.
language-month = { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
}
language-date = { $year } жылғы { $day } { $month }
language-day = { $day } { $month }
language-datetime = { DATE($moment) }, сағат { TIME($moment) }

# Соңғы күн әрқашан есепке кіреді.
language-last-day = { DATE($day) } (қоса алғанда)
language-until-day = { DATE($day) }{ SUFFIX($day, "dat") } дейін (қоса алғанда)
language-until-time = { DATE($moment) }, сағат { TIME($moment) }{ SUFFIX($moment, "dat", of: "time") } дейін
language-period-day = { DATE($day) } (бір күн)
language-period-year = { DATE($first) }{ SUFFIX($first, "abl") } бастап { DAY($last) }{ SUFFIX($last, "dat") } дейін (қоса алғанда)
language-period-years = { DATE($first) }{ SUFFIX($first, "abl") } бастап { DATE($last) }{ SUFFIX($last, "dat") } дейін (қоса алғанда)
language-period-hours = { DATETIME($opens) } – { LASTDAY($closes) }

language-percent = { $number }%

# Тізім: $most — соңғысынан басқасының бәрі, үтірмен.
language-item = { $item }
language-list = { $most } және { $last }
