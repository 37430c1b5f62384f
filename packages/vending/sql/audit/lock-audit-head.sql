-- The end of the chain, held until the transaction ends: $1 utility.
select sequence, hash from audit_head where utility_id = $1::uuid for update
