\getenv coordinator COORDINATOR
\getenv workers WORKERS
select citus_set_coordinator_host(:'coordinator', 5432);
select citus_add_node(worker, 5432)
from unnest(string_to_array(:'workers', ' ')) as worker;
