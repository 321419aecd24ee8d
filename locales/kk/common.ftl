### Барлық экранда кездесетін батырмалар.

button-back = ‹ Артқа
button-home = Басты бет
button-page-before = ‹ Алдыңғы
button-page-after = Келесі ›
