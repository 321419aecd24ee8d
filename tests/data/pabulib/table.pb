project;votes
1;300
2;200
