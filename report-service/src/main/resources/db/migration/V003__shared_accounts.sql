-- Who else is paid to this account is asked for each employee of a calculation.
create index employee_iban on employee (account_id, iban);
