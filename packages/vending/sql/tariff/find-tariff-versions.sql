-- Versions of tariffs as they are written down: $1 utility, $2 tariff ids, $3 versions.
select t.tariff_id, t.version, t.name, t.record
from unnest($2::uuid[], $3::integer[]) as w (tariff_id, version)
join tariff_version t on t.utility_id = $1::uuid and t.tariff_id = w.tariff_id
  and t.version = w.version
