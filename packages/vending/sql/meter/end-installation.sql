-- Ends the present installation of a locked meter: $1 utility, $2 meter, $3 when, $4 by whom,
-- $5 reason, $6 reading, $7 credit left.
update meter_installation
set removed_at_ms = $3::bigint, removed_by = $4::text, removed_reason = $5::text,
  removed_reading_wh = $6::bigint, removed_credit_wh = $7::bigint
where utility_id = $1::uuid and meter_id = $2::uuid and removed_at_ms is null
