-- Completeness as of an instant compares with the deadlines of that time, also for governments.
alter table cycle_version add government_deadline date;

update cycle_version v set government_deadline = coalesce(
    (select c.government_deadline from cycle c where c.year = v.year),
    make_date(v.year + 1, 3, 31));

alter table cycle_version alter government_deadline set not null;
