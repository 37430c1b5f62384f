-- What people did with a debt, oldest first: $1 utility, $2 debt.
select change_id, kind, changed_by, changed_at_ms, reason, details from debt_change
where utility_id = $1::uuid and debt_id = $2::uuid order by changed_at_ms, change_id
