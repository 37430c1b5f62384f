-- $1 utility, $2 user, $3 credential, $4 name.
update passkey set name = $4::text
where utility_id = $1::uuid and user_id = $2::uuid and credential_id = $3::text
