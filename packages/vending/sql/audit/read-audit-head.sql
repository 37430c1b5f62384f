-- $1 utility.
select sequence, hash from audit_head where utility_id = $1::uuid
