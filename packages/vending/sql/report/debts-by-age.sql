-- What is owed now, by kind and by the days since it was agreed: $1 utility, $2 today.
select kind,
  case
    when $2::date - agreed_on <= 30 then 0
    when $2::date - agreed_on <= 90 then 31
    when $2::date - agreed_on <= 180 then 91
    when $2::date - agreed_on <= 365 then 181
    else 366
  end as from_days,
  count(*) as debts, sum(owed_minor)::bigint as owed_minor
from debt
where utility_id = $1::uuid and owed_minor > 0
group by 1, 2
order by 1, 2
