package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.problem.Problem;
import dev.callboard.report.payroll.employee.BirthDates;
import dev.callboard.report.payroll.scheme.PaySettingsOfAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.DOCUMENTS_PROTECTED;
import static dev.callboard.report.run.RunProblem.PASSWORD_MISSING;

/**
 * Every document about one person passes here when it leaves, and is encrypted where the account asks for it. What is
 * drawn and stored is plain: the policy and the birth date are those of the moment of delivery.
 */
@ApplicationScoped
class DocumentPasswords {
    private static final int NAMED = 10;

    @Inject
    Database db;

    @Inject
    PaySettingsOfAccounts settings;

    @Inject
    BirthDates birthDates;

    @Inject
    Workers workers;

    /** Whether the account's documents of this kind open with a password, each with another. */
    boolean protect(UUID accountId, ReportKind kind) {
        return kind.ofOnePerson()
                && switch (settings.of(accountId).settings().passwordOfDocuments()) {
                    case NONE -> false;
                    case BIRTH_DATE -> true;
                };
    }

    /**
     * As the account lets it leave.
     *
     * @throws Problem PASSWORD_MISSING, UNAVAILABLE
     */
    byte[] leaving(UUID accountId, ReportKind kind, String employeeNo, byte[] plain) {
        return protect(accountId, kind) ? encrypted(accountId, employeeNo, plain) : plain;
    }

    /** @throws Problem PASSWORD_MISSING, UNAVAILABLE */
    byte[] encrypted(UUID accountId, String employeeNo, byte[] plain) {
        var born = birthDates.of(accountId, employeeNo).orElseThrow(() -> missing(List.of(employeeNo)));
        var password = DateTimeFormatter.BASIC_ISO_DATE.format(born);
        return workers.preview(accountId, () -> ProtectedDocument.of(plain, password));
    }

    /**
     * Before the first byte of many: none of them may turn out to have no password.
     *
     * @throws Problem PASSWORD_MISSING
     */
    void mustKnowEveryone(ReportRun run) {
        var unknown = db.list("""
                select i.subject from report_item i
                left join employee e on e.account_id = i.account_id and e.employee_no = i.subject
                where i.account_id = ? and i.month = ? and i.run_id = ? and i.state = 'DONE' and e.birth_date is null
                order by i.item limit ?
                """, row -> row.getString(1), run.accountId, run.month, run.id, NAMED + 1);
        if (!unknown.isEmpty()) throw missing(unknown);
    }

    /** @throws Problem DOCUMENTS_PROTECTED: one file cannot open with the passwords of many */
    void mustNotProtect(ReportRun run) {
        if (protect(run.accountId, run.kind))
            throw DOCUMENTS_PROTECTED.because(
                    "Each document opens with the birth date of its person (expected: one document, or the archive)");
    }

    private static Problem missing(List<String> employeeNos) {
        var named = employeeNos.stream().limit(NAMED).toList();
        var more = employeeNos.size() > NAMED ? " and more" : "";
        return PASSWORD_MISSING
                .because("birthDate: missing for employee " + String.join(", ", named) + more
                        + " (the account's documents open with it)")
                .field("birthDate", null, "a date")
                .and("employees", named);
    }
}
