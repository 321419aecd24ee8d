META
key;value
description;Invented okrug, points given out by hand
country;Kazakhstan
unit;Qarasu
instance;2025
num_projects;4
num_votes;4
budget;500000
vote_type;cumulative
rule;greedy-threshold
date_begin;2025
date_end;2025
min_sum_points;1
max_sum_points;3
min_project_score_threshold;3
language;kk
currency;KZT
PROJECTS
project_id;cost;votes;score;name;selected
7;300000;2;5;Медпункт жолы;1
8;250000;1;2;Кітапхана;0
9;150000;1;3;Су құбыры;1
10;40000;2;2;Жәрмеңке алаңы;0
VOTES
voter_id;vote;points
1;7;3
2;7,10;2,1
3;8,10;2,1
4;9;3
