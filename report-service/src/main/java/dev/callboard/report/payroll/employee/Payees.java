package dev.callboard.report.payroll.employee;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/** Where paid people are reached, for who writes to them. */
@ApplicationScoped
public class Payees {
    public record Payee(
            String employeeNo, String name, @Nullable String email) {}

    @Inject
    Database db;

    /** By employee number; who is no longer employed is not among them. */
    public Map<String, Payee> of(UUID accountId, Collection<String> employeeNos) {
        return db
                .list(
                        """
                        select employee_no, given_name || ' ' || family_name, email from employee
                        where account_id = ? and employee_no = any(?)
                        """,
                        row -> new Payee(row.getString(1), row.getString(2), row.getString(3)),
                        accountId,
                        employeeNos.toArray(String[]::new))
                .stream()
                .collect(toMap(Payee::employeeNo, identity()));
    }
}
