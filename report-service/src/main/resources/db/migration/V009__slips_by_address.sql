create index employee_by_email on employee (lower(email)) where email is not null;
create index pay_result_document on pay_result (document_id);
