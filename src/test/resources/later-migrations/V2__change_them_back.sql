drop function later_count;
drop table later_note;
alter table place drop later;
alter table coverage drop later;
