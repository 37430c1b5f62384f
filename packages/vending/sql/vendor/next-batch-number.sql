-- The numbers of a vendor's next batches; the vendor must be held: $1 utility, $2 vendor.
select
  (select coalesce(max(batch_number), 0) + 1 from sales_batch
    where utility_id = $1::uuid and vendor_id = $2::uuid) as sales,
  (select coalesce(max(batch_number), 0) + 1 from bank_batch
    where utility_id = $1::uuid and vendor_id = $2::uuid) as bank
