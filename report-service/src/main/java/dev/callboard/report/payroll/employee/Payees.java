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
    /**
     * @param email the present one; null also if neither it nor the name is that of the slip: another person may have the
     *     number now
     */
    public record Payee(
            String employeeNo, String name, @Nullable String email, boolean hasBirthDate) {}

    @Inject
    Database db;

    /** Of one pay run, by employee number; who is no longer employed is not among them. */
    public Map<String, Payee> of(UUID payRunId, Collection<String> employeeNos) {
        return db
                .list(
                        """
                        select s.employee_no, s.name,
                          case when lower(s.email) = lower(e.email)
                            or lower(s.name) = lower(e.given_name || ' ' || e.family_name) then e.email end,
                          e.birth_date is not null
                        from pay_run r
                        join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                        join employee e on e.account_id = s.account_id and e.employee_no = s.employee_no
                        where r.id = ? and s.employee_no = any(?)
                        """,
                        row -> new Payee(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                        payRunId,
                        employeeNos.toArray(String[]::new))
                .stream()
                .collect(toMap(Payee::employeeNo, identity()));
    }
}
