-- $1 utility, $2 user, $3 credential.
delete from passkey where utility_id = $1::uuid and user_id = $2::uuid and credential_id = $3::text
