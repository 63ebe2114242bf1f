-- Whose slip it is when another person takes over the number: the address as it was at the calculation. Slips of before
-- are given the present one where the name is still the same.
alter table pay_result add column email text;
update pay_result s set email = e.email from employee e
where e.account_id = s.account_id and e.employee_no = s.employee_no and e.given_name || ' ' || e.family_name = s.name;
