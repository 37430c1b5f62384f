-- Commission of the vendors' days that were ended, within a span: $1 utility, $2 and $3 its days.
select vendor_id, sum(commission_minor)::bigint as commission_minor
from vendor_day
where utility_id = $1::uuid and day between $2::date and $3::date and state = 'closed'
group by vendor_id
