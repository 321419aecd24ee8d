### Обсуждение: вопросы и ответы, объединение заявок.

# $number — номер заявки, $title — название, $question — вопрос, $most — сколько знаков в ответе.
notice-question-asked =
    <b>Вопрос к вашей заявке № { PLAIN($number) }</b>
    { $title }

    <blockquote>{ $question }</blockquote>

    Ответьте на странице заявки, до { $most } знаков. Когда акимат прочтёт ответ, его увидят все.
# $reason — причина.
notice-question-hidden =
    <b>Ваш вопрос не опубликован</b>
    № { PLAIN($number) }. { $title }

    <blockquote>{ $question }</blockquote>

    <b>Причина:</b> { $reason }
    Можно написать его иначе и задать снова.
# $answer — ответ.
notice-question-answered =
    <b>На вопрос ответили</b>
    № { PLAIN($number) }. { $title }

    <blockquote>{ $question }</blockquote>

    { $answer }
notice-answer-hidden =
    <b>Ваш ответ не опубликован</b>
    № { PLAIN($number) }. { $title }

    <blockquote>{ $question }</blockquote>

    <b>Причина:</b> { $reason }
    Напишите ответ иначе и отправьте снова со страницы заявки.
# $number, $title — заявка, которую хотят присоединить, $into, $into_title — ваша заявка.
notice-merge-offered =
    <b>К вашей заявке № { PLAIN($into) } хотят присоединиться</b>
    { $into_title }

    Автор заявки № { PLAIN($number) } «{ $title }» хочет присоединить её к вашей. Если согласитесь, он станет соавтором, поддержку посчитают вместе, рассматривать будут одну заявку. Решаете вы: кнопки – на странице заявки.
notice-merge-agreed =
    <b>Заявка № { PLAIN($number) } стала частью заявки № { PLAIN($into) }</b>
    { $into_title }

    Оба автора согласились: теперь они соавторы, поддержка и подписчики общие. Акимат и совет рассмотрят одну заявку.
notice-merge-declined =
    <b>Заявка № { PLAIN($number) } не объединится с заявкой № { PLAIN($into) }</b>
    { $title }

    Второй автор не согласился. Ваша заявка, как и прежде, рассматривается сама по себе.
notice-merge-lapsed =
    <b>Предложение присоединить заявку № { PLAIN($number) } к заявке № { PLAIN($into) } больше не действует</b>

    Одна из них объединена с другой. Ваша заявка, как и прежде, рассматривается сама по себе.
