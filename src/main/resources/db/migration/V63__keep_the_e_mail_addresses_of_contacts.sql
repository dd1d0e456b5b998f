-- The address to which reminders are sent: a part of the contact, so that it is personal data of which no earlier state is kept.
alter table agency_contact
    add email text,
    drop constraint agency_contact_not_empty,
    add constraint agency_contact_not_empty check (contact_person is not null or telephone is not null or email is not null);

create or replace view obligation_line as
select o.year, o.agency, o.name, o.kind, o.district, o.category, o.exempt, o.reason, o.deadline, o.due, o.first_submitted_at, o.in_force,
       o.state, o.place, c.contact_person, c.telephone, o.nil, o.nil_stated, c.email
from obligation_state o
left join agency_contact c on c.agency = o.agency;
