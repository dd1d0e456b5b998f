-- Of two columns together the planner supposes that a value is found some ten times, key or not, and would keep what it has looked up
-- for one line of a roster for others that never come.
create statistics obligation_by_year_and_agency (ndistinct) on year, agency from obligation;

analyze obligation;
