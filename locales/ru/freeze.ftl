### Что стоит с начала голосования: правила, список, право голоса и подписанные акты.

## Страница офиса
freeze-title = Фиксация списка и акты
freeze-intro = К началу голосования на каждой территории фиксируют правила, список проектов с их стоимостью и число тех, кто вправе голосовать. По хешу любой может проверить, что потом ничего не поменялось.
freeze-guide = В этой кампании голосуют на официальной странице, здесь ничего не фиксируют.
freeze-territory = Территория
freeze-state = Состояние
# $at – когда.
freeze-state-frozen = зафиксировано { DATETIME($at) }
freeze-state-opens = зафиксируется само: { DATETIME($at) }
freeze-state-none = без голосования
freeze-entitled = Вправе голосовать
freeze-adults = Взрослых по официальным данным
freeze-adults-none = в правилах не указано
freeze-hash = Хеш
freeze-open = Показать состав
freeze-key-missing = Ключа ящика этой территории нет: пока оператор не создаст ключи, голосование здесь не начнётся.
# $territory – территория, $count – число, $least – предел.
freeze-few = { $territory }: вправе голосовать { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}. Когда их меньше { $least }, по подсчёту можно понять, кто как голосовал. До фиксации такую территорию объединяют с соседней.
freeze-merge = Предложить объединение
# $territory – территория.
freeze-of = Фиксация. Территория: { $territory }
freeze-would-be = Ещё не зафиксировано. Ниже то, что зафиксировалось бы сейчас.
freeze-stands = Зафиксировано. С этого момента всё меняют только подписанные акты.
freeze-rulebook = Хеш правил (SHA-256)
freeze-root = Метки тех, кто вправе голосовать: корень дерева
freeze-digest = Хеш всего состава (SHA-256)
freeze-period = Голосование
freeze-money = Деньги территории
freeze-threshold = Минимум голосов
freeze-projects = Проекты и их стоимость
freeze-projects-none = Ни одного проекта в списке нет.
freeze-number = Номер
freeze-name = Название
freeze-cost = Стоимость
freeze-exclusive = Несовместимые пары
# $first, $second – номера.
freeze-pair = № { PLAIN($first) } и № { PLAIN($second) }
freeze-download = Скачать состав (JSON)
freeze-acts = Подписанные акты
freeze-acts-none = Актов ещё нет.
# $number – номер акта, $kind – его вид.
freeze-act = Акт № { PLAIN($number) }: { $kind }
freeze-act-kind-freeze = фиксация
freeze-act-kind-addition = дополнение списка
freeze-act-kind-import = проголосовавшие на официальной странице
freeze-act-kind-amendment = изменение
freeze-act-kind-opening = вскрытие ящика
freeze-act-kind-key-destroyed = уничтожение ключа
freeze-act-kind-audit = проверка по жребию
freeze-act-kind-restored = восстановление
freeze-act-kind-lot = жребий
freeze-act-kind-elsewhere = протокол официальной страницы
freeze-act-kind-struck = вычеркнутые на официальной странице
freeze-act-kind-other = другое
freeze-signature = Подпись (Ed25519)
freeze-text = Текст, над которым стоит подпись
freeze-key = Открытый ключ кампании
freeze-key-none = Ключей кампании ещё нет.
freeze-amendments = Изменения, которые действуют
freeze-back = Ко всем территориям

## Публичная страница
public-freeze-title = Зафиксированный список и акты
public-freeze-about = С начала голосования правила, проекты, их стоимость и число тех, кто вправе голосовать, не меняются. Скачайте состав и посчитайте SHA-256 сами: он должен совпасть с хешем. Всё, что меняется потом, записано в подписанных актах.
public-freeze-none = Пока ничего не зафиксировано: это происходит к началу голосования.
public-freeze-link = Зафиксированный список и подписанные акты
public-freeze-files = Файлы
public-freeze-contents = состав, по которому посчитан хеш
public-freeze-file-acts = все акты с подписями и открытый ключ
