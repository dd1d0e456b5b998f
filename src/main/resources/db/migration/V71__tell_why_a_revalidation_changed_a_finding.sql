-- Why a finding has changed; null in runs that are older than the column.
alter table revalidation_change
    add column reason text
    constraint revalidation_change_reason_known check (reason in ('DEPARTMENTS', 'RULE_BOOK', 'OTHER_DATA'));
