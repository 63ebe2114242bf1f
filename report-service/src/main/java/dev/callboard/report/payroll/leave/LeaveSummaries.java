package dev.callboard.report.payroll.leave;

import dev.callboard.report.payroll.leave.LeaveYear.Person;
import dev.callboard.report.payroll.rule.Amounts;
import dev.callboard.report.render.LeaveSummary;
import dev.callboard.report.render.LeaveSummary.Department;
import dev.callboard.report.render.LeaveSummary.Overdrawn;
import dev.callboard.report.render.PaySlip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;

/** The employer's leave summary: every ledger of the account, added up by department. */
@ApplicationScoped
public class LeaveSummaries {
    private static final int PAGE = 2_000;

    @Inject
    LeaveReports reports;

    /** Without the id of its document. */
    public LeaveSummary of(LeaveYear year, List<Person> people) {
        var departments = new TreeMap<String, Department>();
        var overdrawn = new ArrayList<Overdrawn>();
        for (int from = 0; from < people.size(); from += PAGE) {
            var page = people.subList(from, Math.min(people.size(), from + PAGE));
            var earned = reports.earned(year, page);
            for (var person : page) {
                var ledger = LeaveReports.ledger(year, person, earned.getOrDefault(person.employeeNo(), List.of()));
                add(departments, person, ledger);
                if (ledger.paid < 0)
                    overdrawn.add(new Overdrawn(
                            person.employeeNo(),
                            person.name(),
                            person.department(),
                            ledger.paid,
                            worth(person, ledger.paid)));
            }
        }
        overdrawn.sort(Comparator.comparing(Overdrawn::days).thenComparing(Overdrawn::number));
        var employer = year.employer();
        return new LeaveSummary(
                "",
                year.from(),
                year.asOf(),
                new PaySlip.Employer(employer.name(), employer.address(), employer.organisationNo()),
                year.currency(),
                Currency.getInstance(year.currency()).getDefaultFractionDigits(),
                departments.values().stream()
                        .sorted(Comparator.comparing(department -> department.paid() + department.saved() >= 0))
                        .toList(),
                overdrawn,
                employer.contact(),
                employer.scheme(),
                employer.example());
    }

    private static void add(TreeMap<String, Department> to, Person person, LeaveLedger ledger) {
        int days = ledger.paid + ledger.savedLeft();
        int adjusted = ledger.adjusted
                + ledger.saved.stream().mapToInt(lot -> lot.adjusted).sum();
        to.merge(
                person.department(),
                new Department(person.department(), 1, adjusted, ledger.paid, ledger.savedLeft(), worth(person, days)),
                Department::plus);
    }

    /** Hundredths of days at what a day of this person is worth, rounded half up. */
    private static long worth(Person person, int days) {
        return Amounts.halfUp(Math.multiplyExact(person.dayWorth(), (long) days), 100);
    }
}
