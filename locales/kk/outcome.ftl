### Аумақ бойынша дауыс беру қорытындысы.

# $territory — аумақ.
outcome-heading = <b>{ $territory }: қорытынды</b>
outcome-choose = Қорытынды әр аумақта бөлек шығады. Қайсысын көрсетейік?
outcome-guide = Бұл науқанның қорытындысын әкімдік ресми бетте жариялайды.
# $opens, $closes — дауыс берудің басы мен соңы.
outcome-before = Дауыс беру әлі басталған жоқ: { PERIOD($opens, $closes) }.
outcome-voting = Дауыс беру жүріп жатыр, { UNTIL($closes) }. Оған дейін дауыстар мөрленіп жатады, саналмайды және көрсетілмейді.
outcome-counting = Дауыс беру аяқталды, дауыстар әлі саналған жоқ. Саналған соң хабарлаймыз.

# $won — жеңген жоба саны, $projects — барлығы.
outcome-won = Жеңген жобалар: <b>{ $won }</b>, дауысқа { $projects } жоба түсті.
# $number — өтінім нөмірі, $title — жобаның аты.
outcome-winner = ✅ № { PLAIN($number) }. { $title }
outcome-winner-not = <b>№ { PLAIN($number) }. { $title }</b>
outcome-votes = Берілген дауыс: { $votes }.
# $invalid — жарамсыз дауыс саны.
outcome-invalid = Оның ішінде қағаздағы жарамсыз дауыс: { $invalid }.
# $below — аз деп саналатын шек.
outcome-hidden = Мұнда { $below } дауыстан кем берілді, сондықтан жобалардың дауыс саны жарияланбайды: кімнің қалай таңдағаны білініп қалмауы керек.
# $threshold — ең аз дауыс саны.
outcome-threshold = Ең аз дауыс саны: { $threshold }.
# $money — аумақтың ақшасы, $spent — жеңген жобаларға бөлінгені, $left — қалғаны, теңге.
outcome-money = Қаржы: { MONEY($money) }, жеңген жобаларға бөлінгені: { MONEY($spent) }.
outcome-left-stays = Артылғаны: { MONEY($left) }, бюджетте қалады.
# $council — кеңестің атауы.
outcome-council = Қорытындыны бекітетін: { $council }.
# $council — кеңестің атауы, $differing — шешім дауыс санынан неше жобада бөлек.
outcome-decided = { $differing ->
    [0] Қорытындыны бекіткен: { $council }. Шешімі дауыс санымен бірдей.
   *[other] Қорытындыны бекіткен: { $council }. { $differing } жоба бойынша шешім дауыс санынан басқаша, негіздемесі жобаның жанында.
}
# $numbers — жобалардың нөмірлері, $rules — ретті шешкен ережелер.
outcome-number = № { PLAIN($number) }
outcome-tie = Дауысы тең жобалар: { $numbers }. Ретін шешкен ереже: { $rules }.
outcome-tie-awaits = Дауысы тең жобалар: { $numbers }. Қайсысы өтетінін жеребе шешеді, күнін бөлек хабарлаймыз.

# $place — орны, $number — өтінім нөмірі, $decided — шешім, $votes — дауысы, $cost — құны.
outcome-line =
    <b>{ $place }-орын. № { PLAIN($number) }. { $title }</b>
    { $votes } дауыс, құны { MONEY($cost) }
    { $decided }
outcome-line-hidden =
    <b>№ { PLAIN($number) }. { $title }</b>
    Құны { MONEY($cost) }
    { $decided }
# $granted — бөлінген теңге, $threshold — ең аз дауыс саны, $number — бөгет болған жобаның нөмірі.
decision-won = ✅ Жеңді, { MONEY($granted) } бөлінді.
decision-part = ✅ Ішінара жеңді: { MONEY($cost) } керек еді, { MONEY($granted) } бөлінді.
decision-below-threshold = Өтпеді: кемінде { $threshold } дауыс керек еді.
decision-does-not-fit = Өтпеді: кезегі келгенде қалған ақша { MONEY($cost) } құнына жетпеді.
decision-after-stop = Өтпеді: алдындағы жобаға ақша жетпегендіктен, бөлу тоқтады.
decision-excluded = Өтпеді: № { PLAIN($number) } жоба жеңді, екеуін қатар салуға болмайды.
decision-awaits-lot = ⏳ Жеребені күтеді.
decision-stopped = Актімен тоқтатылды: дауыстары есепте қалады, бірақ жоба жеңіске жете алмайды.

outcome-elsewhere = Қай аумақтың қорытындысын көрсетейік? ✅ – саналғандары.
# $is_counted — саналды ма.
button-outcome-territory = { $is_counted ->
    [yes] ✅ { $territory }
   *[no] { $territory }
}
button-outcome-elsewhere = Басқа аумақ
