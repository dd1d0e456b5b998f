-- Codes are unique regardless of case. Earlier versions allowed two codes that differ in case only, so this is no constraint; the service
-- checks new codes under the lock on the register.
create index district_by_code_in_any_case on district (lower(code));
create index category_by_code_in_any_case on category (lower(code));
create index agency_by_code_in_any_case on agency (lower(code));
