select count(*) filter (where state = 'posted') as posted,
  max(requested_at_ms) filter (where state = 'posted') as last_posted_at_ms
from vend where utility_id = $1::uuid and meter_id = $2::uuid
