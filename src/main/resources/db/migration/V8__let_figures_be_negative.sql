-- The form of 2019 counts changes (本年增/减), which may be negative.
alter table figure_value drop constraint figure_value_positive;
alter table figure_value add constraint figure_value_not_zero check (value <> 0);
