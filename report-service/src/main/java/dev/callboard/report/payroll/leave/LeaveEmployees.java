package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

import static java.util.stream.Collectors.toUnmodifiableSet;

/** Whose leave it can be. */
@ApplicationScoped
class LeaveEmployees {
    @Inject
    Database db;

    /** Numbers of the account's employees that have this address. */
    Set<String> of(UUID accountId, String email) {
        return db
                .list(
                        "select employee_no from employee where account_id = ? and lower(email) = lower(?)",
                        row -> row.getString(1),
                        accountId,
                        email)
                .stream()
                .collect(toUnmodifiableSet());
    }

    boolean has(UUID accountId, String number) {
        return db.first("select 1 from employee where account_id = ? and employee_no = ?", _ -> true, accountId, number)
                .isPresent();
    }

    @Nullable
    String email(UUID accountId, String number) {
        return db.list(
                        "select email from employee where account_id = ? and employee_no = ?",
                        row -> row.getString(1),
                        accountId,
                        number)
                .getFirst();
    }
}
