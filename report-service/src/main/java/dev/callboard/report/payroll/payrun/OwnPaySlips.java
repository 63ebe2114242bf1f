package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The slips of one person, from all accounts in which an employee has the verified address that was signed in with. She
 * had it at the calculation too: whoever has taken over an employee number does not read the slips of who had it before.
 */
@ApplicationScoped
public class OwnPaySlips {
    private static final String SELECT = """
            select p.document_id, r.account_id, r.id, r.terms ->> 'employerName', r.month, r.pay_date, p.employee_no, p.net_minor,
              r.currency, p.slip_ordinal
            from employee e
            join pay_result p on p.account_id = e.account_id and p.employee_no = e.employee_no
            join pay_run r on r.account_id = p.account_id and r.id = p.run_id
            where lower(e.email) = lower(?) and lower(p.email) = lower(e.email) and p.slip_ordinal is not null and r.state = 'RELEASED'
            """;

    /**
     * @param id of the document, printed at its foot
     * @param ordinal in the pay run
     */
    public record OwnPaySlip(
            UUID id,
            UUID accountId,
            UUID payRunId,
            String employer,
            YearMonth period,
            LocalDate payDate,
            String employeeNo,
            long netMinor,
            String currency,
            int ordinal) {
        /** {@code 2027-10-4711}. */
        public String number() {
            return PaySlips.number(period, employeeNo);
        }
    }

    @Inject
    Database db;

    /** The latest first. @param last that was seen; null for the first page */
    public List<OwnPaySlip> page(String email, @Nullable OwnPaySlip last, int limit) {
        if (last == null)
            return db.list(
                    SELECT + " order by r.pay_date desc, p.document_id limit ?", OwnPaySlips::read, email, limit);
        return db.list(
                SELECT + " and (r.pay_date < ? or r.pay_date = ? and p.document_id > ?)"
                        + " order by r.pay_date desc, p.document_id limit ?",
                OwnPaySlips::read,
                email,
                last.payDate(),
                last.payDate(),
                last.id(),
                limit);
    }

    /** Empty for a slip of somebody else, as for none. */
    public Optional<OwnPaySlip> of(String email, UUID documentId) {
        return db.first(SELECT + " and p.document_id = ?", OwnPaySlips::read, email, documentId);
    }

    private static OwnPaySlip read(ResultSet row) throws SQLException {
        return new OwnPaySlip(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                YearMonth.from(row.getObject(5, LocalDate.class)),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getLong(8),
                row.getString(9),
                row.getInt(10));
    }
}
