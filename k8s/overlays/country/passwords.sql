-- The passwords with which a server connects to the others: as superuser for its own work, and as the service.
\getenv superuser PGUSER
\getenv superuser_password PGPASSWORD
\getenv service SERVICE_USER
\getenv service_password SERVICE_PASSWORD
begin;
delete from pg_dist_authinfo where nodeid = 0 and rolename in (:'superuser', :'service');
insert into pg_dist_authinfo (nodeid, rolename, authinfo)
select 0, name, 'password=''' || replace(replace(password, '\', '\\'), '''', '\''') || ''''
from (values (:'superuser', :'superuser_password'), (:'service', :'service_password')) as role (name, password);
commit;
