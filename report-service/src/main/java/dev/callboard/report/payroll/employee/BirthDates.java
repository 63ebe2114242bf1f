package dev.callboard.report.payroll.employee;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** For what opens with them; they are shown to nobody. */
@ApplicationScoped
public class BirthDates {
    @Inject
    Database db;

    /** Empty for one whose birth date is not known, as for one who is no longer employed. */
    public Optional<LocalDate> of(UUID accountId, String employeeNo) {
        return db.first(
                "select birth_date from employee where account_id = ? and employee_no = ? and birth_date is not null",
                row -> row.getObject(1, LocalDate.class),
                accountId,
                employeeNo);
    }
}
