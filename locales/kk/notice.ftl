### Бот өзі бастап жіберетін хабарламалар.

notice-link-moved =
    <b>Телефон нөміріңізбен басқа Telegram аккаунты расталды.</b>
    Енді бұл аккаунттағы растау күшінде емес. Оны Сіз жасамасаңыз, нөміріңіз бөтен адамда болуы мүмкін: әкімдікке хабарласыңыз да, осы жерде қайта растаңыз.

## Қорытынды туралы хабарлама бірнеше жолдан құралады.
# $territory — аумақ, $campaign — науқанның атауы.
notice-outcome = <b>{ $territory }: дауыс беру қорытындысы</b>
notice-outcome-campaign = { $campaign }
notice-outcome-winners = { $count } жоба жеңіп шықты:
notice-outcome-no-winner = Жеңімпаз жоба жоқ. Жоба { $threshold } дауыстан кем жинаса, іске асырылмайды.
# $number — жобаның нөмірі, $granted — бөлінген теңге.
notice-winner = № { PLAIN($number) }. { $title }: { $votes } дауыс, { MONEY($granted) }
notice-winner-hidden = № { PLAIN($number) }. { $title }: { MONEY($granted) }
notice-outcome-more = Тағы { $count } жоба толық тізімде.
notice-outcome-waiting = Дауысы тең { $count } жобаның қайсысы өтетінін жеребе шешеді. Ол туралы бөлек хабарлаймыз.
notice-outcome-money = Бөлінген қаржы: { MONEY($spent) }. Аумаққа көзделгені: { MONEY($money) }.
