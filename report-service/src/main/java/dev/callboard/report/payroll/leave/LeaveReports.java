package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.leave.LeaveLedger.Earned;
import dev.callboard.report.payroll.leave.LeaveYear.Person;
import dev.callboard.report.render.LeaveReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** The leave reports of some people of a leave year, in one query however many there are. */
@ApplicationScoped
public class LeaveReports {
    @Inject
    Database db;

    /** @param documentId of each person's report */
    public List<LeaveReport> of(LeaveYear year, List<Person> people, Function<Person, UUID> documentId) {
        var earned = earned(year, people);
        return people.stream()
                .map(person -> {
                    var ledger = ledger(year, person, earned.getOrDefault(person.employeeNo(), List.of()));
                    return new LeaveReportOf(year, person, ledger).report(documentId.apply(person));
                })
                .toList();
    }

    static LeaveLedger ledger(LeaveYear year, Person person, List<Earned> earned) {
        return LeaveLedger.of(
                year.rule(), person.opening(), earned, person.bookings(), person.adjustments(), year.asOf());
    }

    /** By number; in the order of time. */
    Map<String, List<Earned>> earned(LeaveYear year, List<Person> people) {
        return db
                .list(
                        """
                select s.employee_no, r.month, s.leave_earned, s.leave_taken
                from pay_run r
                join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                where r.id = any(?) and s.employee_no = any(?) and s.slip_ordinal is not null
                order by r.month
                """,
                        row -> Map.entry(
                                row.getString(1),
                                new Earned(
                                        YearMonth.from(row.getObject(2, LocalDate.class))
                                                .atEndOfMonth(),
                                        row.getInt(3),
                                        row.getInt(4))),
                        year.payRuns().toArray(UUID[]::new),
                        people.stream().map(Person::employeeNo).toArray(String[]::new))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
