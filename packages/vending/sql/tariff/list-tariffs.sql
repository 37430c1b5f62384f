-- $1 utility.
select tariff_id, version, name, price_per_kwh_e4_minor, vat_basis_points, effective_from_ms
from tariff where utility_id = $1::uuid order by name, version
