-- Keeps what purchases left behind: $1 utility, $2 agreement ids, $3 states. The rows are locked.
update agreement a set purchase_state = n.purchase_state
from unnest($2::uuid[], $3::jsonb[]) as n (agreement_id, purchase_state)
where a.utility_id = $1::uuid and a.agreement_id = any ($2::uuid[])
  and a.agreement_id = n.agreement_id
