package dev.callboard.report.payroll.hours;

import dev.callboard.contracts.project.TimeCardFact.TimeCardApproved;
import dev.callboard.contracts.project.TimeCardFact.TimeCardReopened;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.report.bulk.Copy;
import dev.callboard.report.bulk.CopyRows;
import dev.callboard.report.payroll.rule.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Payroll's copy of the cards. The highest revision of a card counts; each approval is a row of work of its own, so that
 * a pay run that was calculated from an earlier one notices. A card that a run has locked stays as it was paid, and the
 * next run names it.
 */
@ApplicationScoped
class TimeCards {
    private static final String WORK = "work (account_id, month, id, employee_no, day, kind, spans, zone, minutes,"
            + " project_id, production, cost_code, meal_penalties, per_diems, mileage_metres, note, card_id,"
            + " card_revision)";

    @Inject
    Database db;

    @Inject
    Copy copy;

    void approved(TimeCardApproved card) {
        var news = db.update(
                """
                insert into time_card (account_id, card_id, project_id, revision, approved, employee_no, day, minutes)
                values (?, ?, ?, ?, true, ?, ?, ?)
                on conflict (account_id, card_id) do update set
                  revision = excluded.revision, approved = true, employee_no = excluded.employee_no,
                  day = excluded.day, minutes = excluded.minutes, named_by = null
                where time_card.revision < excluded.revision
                """,
                card.accountId(),
                card.timeCardId(),
                card.projectId(),
                card.revision(),
                number(card),
                card.workingDay(),
                minutes(card));
        if (news == 0 || !withdrawn(card.accountId(), card.timeCardId())) return;

        copy.into(WORK, rows -> {
            write(rows, card, WorkKind.WORK);
            if (card.travelMinutes() > 0) write(rows, card, WorkKind.TRAVEL);
        });
    }

    /** What belongs to the day and not to a stretch of it goes with the work. */
    private static void write(CopyRows rows, TimeCardApproved card, WorkKind kind) {
        var work = kind == WorkKind.WORK;
        rows.value(card.accountId())
                .value(card.workingDay().withDayOfMonth(1))
                .value(Ids.next())
                .value(number(card))
                .value(card.workingDay())
                .value(kind)
                .array(work ? spans(card) : List.<Long>of())
                .value(card.zone())
                .value(work ? 0 : card.travelMinutes())
                .value(card.projectId())
                .value("")
                .value(card.costCode() == null ? "" : card.costCode())
                .value(work ? card.mealPenalties() : 0)
                .value(work ? card.perDiems() : 0)
                .value(work ? card.mileageMetres() : 0)
                .value("")
                .value(card.timeCardId())
                .value(card.revision())
                .end();
    }

    private static List<Long> spans(TimeCardApproved card) {
        var spans = new ArrayList<Long>();
        for (var span : card.worked()) {
            spans.add(span.from().getEpochSecond());
            spans.add(span.to().getEpochSecond());
        }
        return spans;
    }

    private static long minutes(TimeCardApproved card) {
        return card.worked().stream()
                .mapToLong(span -> Duration.between(span.from(), span.to()).toMinutes())
                .sum();
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

    /** @return false if a pay run has locked the card: the next one names it */
    private boolean withdrawn(UUID accountId, UUID cardId) {
        db.update("delete from work where account_id = ? and card_id = ? and pay_run_id is null", accountId, cardId);
        return db.first(
                        "select 1 from work where account_id = ? and card_id = ? limit 1",
                        row -> row.getInt(1),
                        accountId,
                        cardId)
                .isEmpty();
    }

    /** Crew without a number work all the same: the pay run names them. */
    private static String number(TimeCardApproved card) {
        return card.employeeNo() == null ? "" : card.employeeNo();
    }
}
