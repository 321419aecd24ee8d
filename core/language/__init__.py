"""What people read: texts, dates, money and Kazakh suffixes, in the language of each of them."""
