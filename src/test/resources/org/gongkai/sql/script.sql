-- A comment with :variables and :'values', which are ignored.
select :columns, now() at time zone 'UTC'
\if :outer
\if :inner
from outer_inner
\else
from outer_only
\endif
\else
from neither
\endif
    -- an indented comment
where c = :'one' and d = any(:'many')
