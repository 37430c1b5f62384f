-- Two roles become fourteen. Nobody loses anything: whoever was an operator becomes the founder of
-- the utility, who holds every role that one person can, and needs a second person to approve.

alter table staff_user add column role_rule text not null default 'strict'
  check (role_rule in ('strict', 'founder', 'demo'));

alter table staff_user drop constraint staff_user_roles_check;

update staff_user u
set role_rule = case when t.demo then 'demo' else 'founder' end,
  roles = case when t.demo
    then array['cashier', 'supervisor', 'customer_officer', 'tariff_maker', 'tariff_checker',
      'engineering_maker', 'engineering_checker', 'finance', 'finance_checker', 'key_custodian_a',
      'key_custodian_b', 'auditor', 'security_officer', 'administrator']
    else array_remove(u.roles, 'operator') || array['supervisor', 'customer_officer', 'tariff_maker',
      'engineering_maker', 'finance', 'key_custodian_a', 'security_officer', 'administrator']
    end
from utility t
where t.utility_id = u.utility_id and 'operator' = any (u.roles);

-- Only those who sell belong to a vendor.
update staff_user set vendor_id = null where not ('cashier' = any (roles));

alter table staff_user add constraint staff_user_roles_known check (
  cardinality(roles) > 0 and roles <@ array['cashier', 'supervisor', 'customer_officer',
    'tariff_maker', 'tariff_checker', 'engineering_maker', 'engineering_checker', 'finance',
    'finance_checker', 'key_custodian_a', 'key_custodian_b', 'auditor', 'security_officer',
    'administrator']
);

-- Nobody is both people of the two-person rule.
alter table staff_user add constraint staff_user_two_people check (
  role_rule = 'demo' or not (
    roles @> array['tariff_maker', 'tariff_checker']
    or roles @> array['engineering_maker', 'engineering_checker']
    or roles @> array['finance', 'finance_checker']
    or roles @> array['supervisor', 'finance_checker']
    or roles @> array['customer_officer', 'finance_checker']
    or roles @> array['key_custodian_a', 'key_custodian_b']
    or 'auditor' = any (roles) and cardinality(roles) > 1
  )
);

-- What is kept apart wherever there are enough people.
alter table staff_user add constraint staff_user_separate_duties check (
  role_rule <> 'strict' or not (
    'security_officer' = any (roles) and cardinality(roles) > 1
    or 'administrator' = any (roles) and cardinality(roles) > 1
    or roles @> array['cashier', 'supervisor']
    or roles @> array['cashier', 'finance']
    or roles @> array['cashier', 'finance_checker']
  )
);

alter table staff_user add constraint staff_user_vendor_sells check (
  vendor_id is null or 'cashier' = any (roles)
);
