-- Vends whose money has been set aside for a while: $1 utility, $2 set aside before, $3 how many.
select v.vend_id
from reservation r
join vend v on v.utility_id = r.utility_id and v.vend_id = r.reservation_id
where r.utility_id = $1::uuid and r.reserved_at_ms <= $2::bigint and v.state = 'reserved'
order by r.reserved_at_ms limit $3::integer
