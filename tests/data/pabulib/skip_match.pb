META
key;value
description;Invented town, all districts
country;Kazakhstan
unit;Aqtas
instance;2026
num_projects;5
num_votes;12
budget;1000000
vote_type;choose-1
rule;greedy
date_begin;01.04.2026
date_end;24.04.2026
min_length;1
max_length;1
language;kk
currency;KZT
PROJECTS
project_id;cost;votes;name;selected
101;600000;5;Алаңды жарықтандыру;1
102;500000;3;"Саябақтағы орындықтар; урналар";0
103;300000;2;Тротуар;1
104;200000;1;Ағаш отырғызу;0
105;100000;1;Қоқыс орнын жою;1
VOTES
voter_id;vote
1;101
2;101
3;101
4;101
5;101
6;102
7;102
8;102
9;103
10;103
11;104
12;105
