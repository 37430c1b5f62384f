-- $1 utility, $2 source, $3 the run that has now looked at all files of the source.
update statement_file set first_run_id = $3::uuid
where utility_id = $1::uuid and source_id = $2::uuid and first_run_id is null
