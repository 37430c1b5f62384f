-- A hash of a name and a number of a telephone can be guessed; it goes with the personal data.
update desk_operation set request_hash = decode(repeat('00', 32), 'hex')
where utility_id = $1::uuid and operation_id = $2::uuid
