-- The person that the oversight office telephones. Personal data are in a table of their own, of which no earlier state is kept: a contact
-- that is removed is gone.
create table agency_contact (
    agency         text not null constraint agency_contact_pk primary key constraint agency_contact_agency_fk references agency,
    contact_person text,
    telephone      text,
    constraint agency_contact_not_empty check (contact_person is not null or telephone is not null)
);

-- The roster as the oversight office reads it. The views for BI tools read obligation_state, which has no contacts.
create view obligation_line as
select o.*, c.contact_person, c.telephone
from obligation_state o
left join agency_contact c on c.agency = o.agency;
