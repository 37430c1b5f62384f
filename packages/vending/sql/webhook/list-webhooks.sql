-- Webhooks, the oldest first: $1 utility, $2 one of them or null.
select w.webhook_id, w.url, w.description, w.kinds, w.vendor_id, w.secret_generation,
  w.rotated_at_ms, w.created_by, w.created_at_ms, w.stopped_at_ms,
  (select count(*) from webhook_delivery d where d.utility_id = w.utility_id
    and d.webhook_id = w.webhook_id and d.state = 'pending') as pending,
  (select count(*) from webhook_delivery d where d.utility_id = w.utility_id
    and d.webhook_id = w.webhook_id and d.state = 'failed') as failed
from webhook w
where w.utility_id = $1::uuid and ($2::uuid is null or w.webhook_id = $2::uuid)
order by w.created_at_ms, w.webhook_id
