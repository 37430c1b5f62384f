-- Debts of one agreement, or one debt: $1 utility, $2 agreement or null, $3 debt or null.
select d.debt_id, d.agreement_id, a.account_number, d.kind, d.name, d.account, d.priority,
  d.principal_minor, d.owed_minor, d.recovery_kind, d.share_basis_points, d.fixed_minor,
  d.fixed_per, d.least_minor, d.agreed_on::text as agreed_on, d.collect_from::text as collect_from,
  d.reference, d.created_by, d.created_at_ms, d.state
from debt d
join agreement a on a.utility_id = d.utility_id and a.agreement_id = d.agreement_id
where d.utility_id = $1::uuid and ($2::uuid is null or d.agreement_id = $2::uuid)
  and ($3::uuid is null or d.debt_id = $3::uuid)
order by d.priority, d.created_at_ms, d.debt_id
