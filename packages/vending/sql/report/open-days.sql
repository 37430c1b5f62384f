delete from report_day where utility_id = $1::uuid
