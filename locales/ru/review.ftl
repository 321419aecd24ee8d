### Решения по заявке: что узнают автор и те, кто на неё подписан.

# $number — номер заявки, $status — решение, $title — название.
notice-decided = <b>Ваша заявка № { PLAIN($number) } { $status ->
        [registered] зарегистрирована
        [returned] возвращена на доработку
        [refused] отклонена
       *[admitted] допущена к голосованию
    }</b>
    { $title }
# $council — совет, который решает.
decided-registered = Акимат проверил заявку и зарегистрировал её. Допустить ли её к голосованию, решает { $council }. О решении сообщим.
# $opens, $closes — начало и конец обсуждения.
decided-discussion = Обсуждение: { PERIOD($opens, $closes) }. Отправьте ссылку на заявку соседям: они могут поддержать её и задать вопрос.
# $reason — что исправить.
decided-returned = <b>Что исправить:</b> { $reason }
# $due_at — конец доработки.
decided-rework = <b>Срок:</b> { UNTIL($due_at) }. Откройте заявку, исправьте и отправьте снова. После срока исправления не принимают.
# $ground — основание из правил, $reason — обоснование.
decided-refused =
    <b>Основание отказа:</b> { $ground }
    <b>Обоснование:</b> { $reason }
# $is_council — решил ли совет, $council — его название.
decided-by = <b>Решение принял:</b> { $is_council ->
    [yes] { $council }
   *[no] акимат
}
# $closes — конец срока для жалобы.
decided-appeal = Если не согласны, { UNTIL($closes) } можно подать жалобу в акимат. Её рассмотрят другие люди.
# $opens, $closes — начало и конец голосования.
decided-admitted = Теперь это проект, за который голосуют. Голосование: { PERIOD($opens, $closes) }. Победителей определят голоса жителей.
# $contact — отдел акимата, $phone — его телефон.
decided-contact = Если есть вопрос: { $contact }, { $phone }
button-proposal-open = Открыть заявку
