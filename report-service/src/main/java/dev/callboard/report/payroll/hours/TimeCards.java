package dev.callboard.report.payroll.hours;

import dev.callboard.contracts.project.TimeCardFact.TimeCardApproved;
import dev.callboard.contracts.project.TimeCardFact.TimeCardReopened;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.report.bulk.Copy;
import dev.callboard.report.payroll.rule.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.UUID;

/**
 * Payroll's copy of the cards. The highest revision of a card counts; each approval is a row of work of its own, so that
 * a pay run that was calculated from an earlier one notices. A card that a run has locked stays as it was paid.
 */
@ApplicationScoped
class TimeCards {
    private static final Logger LOG = Logger.getLogger(TimeCards.class);
    private static final String WORK = "work (account_id, month, id, employee_no, day, kind, spans, zone, minutes,"
            + " project_id, production, cost_code, meal_penalties, per_diems, mileage_metres, note, card_id)";

    @Inject
    Database db;

    @Inject
    Copy copy;

    void approved(TimeCardApproved card) {
        var news = db.update(
                """
                insert into time_card (account_id, card_id, project_id, revision, approved, employee_no, day)
                values (?, ?, ?, ?, true, ?, ?)
                on conflict (account_id, card_id) do update set
                  revision = excluded.revision, approved = true, employee_no = excluded.employee_no, day = excluded.day
                where time_card.revision < excluded.revision
                """,
                card.accountId(),
                card.timeCardId(),
                card.projectId(),
                card.revision(),
                number(card),
                card.workingDay());
        if (news == 0 || !withdrawn(card.accountId(), card.timeCardId())) return;

        var spans = new ArrayList<Long>();
        for (var span : card.worked()) {
            spans.add(span.from().getEpochSecond());
            spans.add(span.to().getEpochSecond());
        }
        copy.into(WORK, rows -> rows.value(card.accountId())
                .value(card.workingDay().withDayOfMonth(1))
                .value(Ids.next())
                .value(number(card))
                .value(card.workingDay())
                .value(WorkKind.WORK)
                .array(spans)
                .value(card.zone())
                .value(0)
                .value(card.projectId())
                .value("")
                .value(card.costCode() == null ? "" : card.costCode())
                .value(card.mealPenalties())
                .value(card.perDiems())
                .value(card.mileageMetres())
                .value("")
                .value(card.timeCardId())
                .end());
    }

    void reopened(TimeCardReopened card) {
        var news = db.update("""
                insert into time_card (account_id, card_id, project_id, revision, approved)
                values (?, ?, ?, ?, false)
                on conflict (account_id, card_id) do update set revision = excluded.revision, approved = false
                where time_card.revision <= excluded.revision
                """, card.accountId(), card.timeCardId(), card.projectId(), card.revision());
        if (news > 0) withdrawn(card.accountId(), card.timeCardId());
    }

    void production(UUID projectId, UUID accountId, String name) {
        db.update("""
                insert into production (project_id, account_id, name) values (?, ?, ?)
                on conflict (project_id) do update set name = excluded.name
                """, projectId, accountId, name);
    }

    /** @return false if a pay run has locked the card: it came too late and is corrected in the next period */
    private boolean withdrawn(UUID accountId, UUID cardId) {
        db.update("delete from work where account_id = ? and card_id = ? and pay_run_id is null", accountId, cardId);
        var locked = db.first(
                "select pay_run_id from work where account_id = ? and card_id = ? and pay_run_id is not null limit 1",
                row -> row.getObject(1, UUID.class),
                accountId,
                cardId);
        locked.ifPresent(run -> LOG.warnf("time card %s changed after pay run %s locked it", cardId, run));
        return locked.isEmpty();
    }

    /** Crew without a number work all the same: the pay run names them. */
    private static String number(TimeCardApproved card) {
        return card.employeeNo() == null ? "" : card.employeeNo();
    }
}
