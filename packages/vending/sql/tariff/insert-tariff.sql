insert into tariff (utility_id, tariff_id, version, name, price_per_kwh_e4_minor, vat_basis_points,
  effective_from_ms)
values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::bigint, $6::integer, $7::bigint)
