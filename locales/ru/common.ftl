### Кнопки, которые есть на всех экранах.

button-back = ‹ Назад
button-home = Главная
button-page-before = ‹ Раньше
button-page-after = Дальше ›
