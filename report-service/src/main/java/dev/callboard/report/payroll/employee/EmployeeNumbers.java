package dev.callboard.report.payroll.employee;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.bulk.BadRow;
import dev.callboard.report.payroll.PayRunsLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sums of the year, leave and tax reports go by the number. So a number under which anything of this is kept stays with
 * its person: whoever comes after is given a new one.
 */
@ApplicationScoped
class EmployeeNumbers {
    private record Change(long line, String employeeNo, Identity stored, Identity given) {}

    @Inject
    Database db;

    /**
     * Rows of {@code staged_employee} that would give a number to somebody else. Those with the stored tax id, or the
     * stored birth date and names, are of the same person and are not even read.
     */
    List<BadRow> takenOver(UUID accountId) {
        var changes = db.list("""
                        select s.line, s.employee_no, e.tax_id, e.birth_date, e.given_name, e.family_name, e.email,
                          s.tax_id, s.birth_date, s.given_name, s.family_name, s.email
                        from staged_employee s
                        join employee e on e.account_id = ? and e.employee_no = s.employee_no
                        where (e.tax_id = '' or e.tax_id <> s.tax_id)
                          and (e.birth_date, e.given_name, e.family_name)
                            is distinct from (s.birth_date, s.given_name, s.family_name)
                        order by s.line
                        """, EmployeeNumbers::change, accountId).stream()
                .filter(change -> !change.given.isOfThePersonOf(change.stored))
                .toList();
        if (changes.isEmpty()) return List.of();

        PayRunsLock.take(db, accountId);
        var kept = kept(accountId, changes.stream().map(Change::employeeNo).toList());
        return changes.stream()
                .filter(change -> kept.contains(change.employeeNo))
                .map(change -> new BadRow(
                        change.line,
                        "employee_no",
                        change.employeeNo,
                        expected(change.employeeNo, change.stored, change.given)))
                .toList();
    }

    /** @throws dev.callboard.kit.problem.Problem INVALID if the number would be somebody else's */
    void mayBeOf(UUID accountId, String employeeNo, Identity stored, Identity given) {
        if (given.isOfThePersonOf(stored)) return;
        if (kept(accountId, List.of(employeeNo)).isEmpty()) return;

        var expected = expected(employeeNo, stored, given);
        throw CommonProblem.INVALID
                .because("employeeNo: " + employeeNo + " (expected: " + expected + ")")
                .field("employeeNo", employeeNo, expected);
    }

    private static String expected(String employeeNo, Identity stored, Identity given) {
        return "a new number for %s: %s has pay or leave of %s, with another %s; a mistake in these is mended one by one"
                .formatted(given.name(), employeeNo, stored.name(), String.join(", ", given.differencesFrom(stored)));
    }

    /** While a run is being calculated nobody knows yet what it will keep. */
    private Set<String> kept(UUID accountId, Collection<String> employeeNos) {
        var numbers = employeeNos.toArray(String[]::new);
        return new HashSet<>(db.list(
                """
                select employee_no from pay_result
                where account_id = ? and employee_no = any(?) and slip_ordinal is not null
                union select employee_no from opening_balance where account_id = ? and employee_no = any(?)
                union select employee_no from leave_booking where account_id = ? and employee_no = any(?)
                union select employee_no from leave_request where account_id = ? and employee_no = any(?)
                union select employee_no from leave_adjustment where account_id = ? and employee_no = any(?)
                union select n from unnest(?::text[]) n
                  where exists (select from pay_run where account_id = ? and state = 'CALCULATING')
                """,
                row -> row.getString(1),
                accountId,
                numbers,
                accountId,
                numbers,
                accountId,
                numbers,
                accountId,
                numbers,
                accountId,
                numbers,
                numbers,
                accountId));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(row.getLong(1), row.getString(2), identity(row, 3), identity(row, 8));
    }

    private static Identity identity(ResultSet row, int from) throws SQLException {
        return new Identity(
                row.getString(from),
                row.getObject(from + 1, LocalDate.class),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getString(from + 4));
    }
}
