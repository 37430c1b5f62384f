-- How many tokens a meter was given behind one, under the same key: $1 utility, $2 meter, $3 epoch,
-- $4 the last identifier of the vend.
select count(*) as tokens from token
where utility_id = $1::uuid and meter_id = $2::uuid and key_epoch = $3::integer
  and token_identifier > $4::integer
