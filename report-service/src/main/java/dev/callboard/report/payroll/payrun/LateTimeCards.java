package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.payrun.PayException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.List;
import java.util.stream.Stream;

/** Time cards that somebody took back before a run locked them, or changed after. */
@ApplicationScoped
class LateTimeCards {
    @Inject
    Database db;

    /** A change is named by one run: by its every calculation, and by no other run. */
    List<PayException> exceptions(PayRun run) {
        db.update("""
                update time_card c set named_by = ?
                where c.account_id = ? and c.approved and c.named_by is null and exists (
                  select from work w
                  where w.account_id = c.account_id and w.card_id = c.card_id and w.pay_run_id is not null
                    and w.card_revision < c.revision)
                """, run.id, run.accountId);
        return Stream.concat(reopened(run).stream(), changed(run).stream()).toList();
    }

    private List<PayException> reopened(PayRun run) {
        return db.list(
                """
                select c.employee_no, coalesce(e.given_name || ' ' || e.family_name, ''), c.day, c.card_id
                from time_card c left join employee e on e.account_id = c.account_id and e.employee_no = c.employee_no
                where c.account_id = ? and not c.approved and (c.day is null or c.day <= ?)
                order by c.employee_no, c.day, c.card_id
                """,
                row -> new PayException(
                        Kind.TIME_CARD_NOT_APPROVED,
                        row.getString(1) == null ? "" : row.getString(1),
                        row.getString(2),
                        "time card " + row.getString(4)
                                + (row.getString(3) == null ? "" : " of " + row.getString(3))
                                + " was reopened"),
                run.accountId,
                run.period().atEndOfMonth());
    }

    private List<PayException> changed(PayRun run) {
        return db.list(
                """
                select w.employee_no, coalesce(e.given_name || ' ' || e.family_name, ''), w.day, c.minutes,
                  (select sum(case when n % 2 = 0 then second else -second end) / 60
                   from unnest(w.spans) with ordinality as edge (second, n))
                from time_card c
                join work w on w.account_id = c.account_id and w.card_id = c.card_id and w.kind = 'WORK'
                left join employee e on e.account_id = w.account_id and e.employee_no = w.employee_no
                where c.account_id = ? and c.approved and c.named_by = ?
                  and w.pay_run_id is not null and w.card_revision < c.revision
                order by w.employee_no, w.day, c.card_id
                """,
                row -> new PayException(
                        Kind.TIME_CARD_CHANGED,
                        row.getString(1),
                        row.getString(2),
                        "the time card of %s was paid as %s and approved as %s afterwards"
                                .formatted(row.getString(3), hours(row.getLong(5)), hours(row.getLong(4)))),
                run.accountId,
                run.id);
    }

    private static String hours(long minutes) {
        return "%d h %02d".formatted(minutes / 60, minutes % 60);
    }
}
