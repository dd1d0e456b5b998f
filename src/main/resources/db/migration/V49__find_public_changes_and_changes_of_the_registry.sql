-- The public feed of changes and the parameter updatedSince read few of the events: without an index they would read all of them.
create index event_public on event (transaction, id)
    where type in ('REPORT_ACCEPTED', 'REPORT_WITHDRAWN', 'REPORT_REINSTATED');

-- A revision that came into force is a correction if another one was superseded in the same transaction; one that came into force again
-- changed at that time.
create index event_of_earlier_revision on event (agency, year)
    where type in ('REPORT_SUPERSEDED', 'REPORT_REINSTATED');

create index event_of_registry on event (at, subject)
    where type in ('DISTRICT_CHANGED', 'CATEGORY_CHANGED', 'AGENCY_CHANGED');
