-- With every report it is asked until when the agency's reports of these years are due. By the agency alone, the planner supposed so many
-- lines that it read the rosters of all years instead.
create index obligation_by_agency on obligation (agency, year) include (kind, deadline);
drop index obligation_agency;
