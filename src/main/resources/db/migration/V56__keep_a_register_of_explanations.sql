-- The register of explanations: which revision each was given for, what the finding said then, and how often its wording was used.

-- The key of a wording: texts with the same key say the same, but for punctuation, blanks, case and width.
create function wording_of(given text) returns text language sql immutable strict parallel safe as $$
    select left(encode(sha256(convert_to(
        regexp_replace(
            comparable_text(given),
            '[\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E\u00A1-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u2010-\u2027\u2030-\u205E\u2190-\u2BFF\u3001-\u3003\u3008-\u3020\u3030\u303D\u30FB\uFE10-\uFE6F]',
            '', 'g'),
        'UTF8')), 'hex'), 16)
$$;

alter table explanation
    add revision integer,
    -- the finding that was explained, in both languages
    add fault    jsonb,
    -- for a copy under another key of the same comparison: the key of the original
    add copy_of  text,
    add wording  text;

drop trigger explanation_is_append_only on explanation;

-- Explanations from before: the first revision that has the finding or, where it was replaced, the last one submitted until then.
update explanation e set
    wording = wording_of(e.reason),
    revision = coalesce(
        (select min(f.revision) from finding f
         where f.agency = e.agency and f.year = e.year and f.rule = e.rule and f.pointer = e.pointer and f.compared = e.compared),
        (select max(r.revision) from revision r
         where r.agency = e.agency and r.year = e.year and r.submitted_at <= e.explained_at),
        1),
    fault = (
        select f.fault from finding f
        where f.agency = e.agency and f.year = e.year and f.rule = e.rule and f.pointer = e.pointer and f.compared = e.compared
        order by f.revision
        limit 1);

create trigger explanation_is_append_only before update or delete or truncate on explanation
    for each statement execute function refuse_change();

alter table explanation
    alter revision set not null,
    alter wording set not null,
    add constraint explanation_revision_fk foreign key (agency, year, revision) references revision;

create index explanation_by_wording on explanation (wording);

create function set_wording() returns trigger language plpgsql as $$
begin
    new.wording := wording_of(new.reason);
    return new;
end
$$;

create trigger explanation_has_wording before insert on explanation for each row execute function set_wording();

-- Each explanation once: the copy of one in the place of the original.
create view explanation_given as
select e.*
from explanation e
where not exists (select from explanation c
                  where c.agency = e.agency and c.year = e.year and c.rule = e.rule and c.pointer = e.pointer
                    and c.explained_at = e.explained_at and c.copy_of = e.compared);

-- How often, and in how many years, an agency used a wording.
create view wording_of_agency as
select wording, agency, cast(sum(uses) as bigint) as uses, cast(count(*) as integer) as years
from (select wording, agency, year, count(*) as uses from explanation_given group by wording, agency, year) used
group by wording, agency;

-- How often, and by how many agencies, a wording was used.
create view wording_of_all as
select wording, cast(sum(uses) as bigint) as uses, cast(count(*) as integer) as agencies
from wording_of_agency
group by wording;

-- An explanation is accepted with the report in force. It is open while a revision with its finding waits or was returned. It is reopened
-- when such a report, or the one in force, has another comparison at its place that nobody has explained.
create view explanation_line as
select e.id, e.agency, e.year, e.revision, e.rule, e.pointer, e.reason, e.explained_by, e.explained_at, e.wording,
       cast(coalesce(e.fault, (select x.fault from finding x
                               where x.agency = e.agency and x.year = e.year and x.rule = e.rule and x.pointer = e.pointer
                                 and x.compared = e.compared
                               order by x.revision
                               limit 1)) as text) as fault,
       case
           when exists (select from explanation later
                        where later.agency = e.agency and later.year = e.year and later.rule = e.rule and later.pointer = e.pointer
                          and later.compared = e.compared and later.id > e.id) then 'SETTLED'
           when exists (select from finding x
                        where x.agency = e.agency and x.year = e.year and x.revision = r.revision and x.rule = e.rule
                          and x.pointer = e.pointer and x.compared = e.compared) then 'ACCEPTED'
           when exists (select from finding x
                        where x.agency = e.agency and x.year = e.year and x.revision = n.revision and x.rule = e.rule
                          and x.pointer = e.pointer and x.compared = e.compared) then 'OPEN'
           when exists (select from finding x
                        where x.agency = e.agency and x.year = e.year and x.revision in (r.revision, n.revision)
                          and x.severity = 'WARNING' and x.rule = e.rule and x.pointer = e.pointer
                          and not exists (select from explanation y
                                          where y.agency = x.agency and y.year = x.year and y.rule = x.rule
                                            and y.pointer = x.pointer and y.compared = x.compared)) then 'REOPENED'
           else 'SETTLED'
       end as state,
       w.uses, w.agencies, o.uses as own_uses, o.years as own_years
from explanation_given e
left join filing f on f.agency = e.agency and f.year = e.year
left join revision r on r.agency = e.agency and r.year = e.year and r.status = 'ACCEPTED'
left join revision n
    on n.agency = e.agency and n.year = e.year and n.revision = f.revision and n.status in ('SUBMITTED', 'RETURNED')
left join wording_of_agency o on o.wording = e.wording and o.agency = e.agency
left join wording_of_all w on w.wording = e.wording;
