-- A report that was accepted by an older rule book can break a rule that is an error by now. It stays in force, with the finding.
alter table finding
    drop constraint finding_severity_known,
    add constraint finding_severity_known check (severity in ('ERROR', 'WARNING', 'INFO'));
