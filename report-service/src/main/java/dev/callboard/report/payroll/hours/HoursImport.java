package dev.callboard.report.payroll.hours;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.report.bulk.CopyRows;
import dev.callboard.report.bulk.CsvImport;
import dev.callboard.report.bulk.CsvImport.Staging;
import dev.callboard.report.bulk.CsvImport.Upload;
import dev.callboard.report.bulk.Row;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.rule.Work.Spell;
import dev.callboard.report.payroll.rule.WorkKind;
import dev.callboard.report.payroll.rule.WorkedTime;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.payroll.scheme.PaySettingsOfAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.HOURS_ALREADY_IMPORTED;
import static dev.callboard.report.payroll.PayrollProblem.INVALID_ROWS;

/** Hours of other systems by CSV, beside the time cards. A row is never changed: a mistake is a correction row. */
@ApplicationScoped
class HoursImport {
    private static final List<String> COLUMNS = List.of(
            "employee_no", "date", "start", "end", "break_minutes", "hours", "kind", "project", "cost_code", "note");
    private static final String STORED =
            "month, id, employee_no, day, kind, spans, zone, minutes, quantity, production, cost_code,"
                    + " meal_penalties, per_diems, mileage_metres, note, import_line";
    private static final Staging STAGING = new Staging(
            "create temporary table staged_work on commit drop as select " + STORED + " from work with no data",
            "staged_work (" + STORED + ")");
    /** Benefits have an import of their own. */
    private static final Set<WorkKind> KINDS = EnumSet.complementOf(EnumSet.of(WorkKind.BENEFIT));
    /** A longer span is a start and an end that were mixed up, or a missing day. */
    private static final Duration LONGEST = Duration.ofHours(18);

    @Inject
    CsvImport csv;

    @Inject
    Database db;

    @Inject
    PaySettingsOfAccounts settings;

    @Inject
    PaySchemes schemes;

    @Inject
    InstantSource clock;

    /** @throws dev.callboard.kit.problem.Problem INVALID_ROWS, HOURS_ALREADY_IMPORTED */
    long of(UUID accountId, UUID userId, InputStream body) {
        var paying = settings.of(accountId).settings();
        var zone = ZoneId.of(paying.zone());
        var scheme = schemes.get(paying.scheme());
        return csv.rows(
                        body,
                        COLUMNS,
                        CsvImport.MOST_ROWS,
                        INVALID_ROWS,
                        STAGING,
                        (row, out) -> checked(row, scheme, zone, out),
                        upload -> move(accountId, userId, upload))
                .rows();
    }

    private void move(UUID accountId, UUID userId, Upload upload) {
        var importId = Ids.next();
        var first = db.update(
                "insert into hours_import values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                accountId,
                upload.sha256(),
                importId,
                (int) upload.rows(),
                userId,
                clock.instant());
        if (first == 0) throw HOURS_ALREADY_IMPORTED.of("sha256 " + upload.sha256());

        db.update("""
                insert into work (account_id, import_id, project_id, %1$s)
                select ?, ?, p.project_id, %2$s
                from staged_work s
                left join production p on p.account_id = ? and p.project_id::text = s.production
                """.formatted(STORED, "s." + STORED.replace(", ", ", s.")), accountId, importId, accountId);
    }

    private static void checked(Row row, PayScheme scheme, ZoneId zone, CopyRows out) {
        var number = row.required("employee_no", 32);
        var day = row.date("date");
        var kind = row.has("kind") ? row.one(KINDS, "kind") : WorkKind.WORK;
        if (!scheme.pays(kind)) row.bad("kind", "a kind that " + scheme.name() + " has a rule for");
        var spells = List.<Spell>of();
        var minutes = 0L;
        var quantity = 0L;
        var perDiems = 0L;
        var metres = 0L;
        switch (kind) {
            case WORK, TRAVEL, LEAVE, STANDBY -> {
                if (row.has("start") || row.has("end")) {
                    spells = spells(row, day, zone);
                    checkHours(row, spells);
                } else minutes = row.scaled("hours", 60, 0, 24);
            }
            case CANCELLATION -> {
                spells = spells(row, day, zone); // as planned
                quantity = row.scaled("hours", 60, 0, 744); // of notice
            }
            case CORRECTION -> minutes = row.scaled("hours", 60, -744, 744);
            case KIT_RENTAL, KIT_RENTAL_TAXABLE -> quantity = row.whole("hours", 0, 31);
            case PER_DIEM -> perDiems = row.whole("hours", 0, 31);
            case MILEAGE -> metres = row.scaled("hours", 100, 0, 10_000) * 10;
            case BENEFIT -> {} // none of KINDS
        }
        var spans = new ArrayList<Long>(4);
        for (var spell : spells) {
            spans.add(spell.from().getEpochSecond());
            spans.add(spell.to().getEpochSecond());
        }
        out.value(day.withDayOfMonth(1))
                .value(Ids.next())
                .value(number)
                .value(day)
                .value(kind)
                .array(spans)
                .value(zone)
                .value(minutes)
                .value(quantity)
                .value(row.text("project", 120))
                .value(row.text("cost_code", 40))
                .value(0)
                .value(perDiems)
                .value(metres)
                .value(row.text("note", 80))
                .value(row.line())
                .end();
    }

    private static List<Spell> spells(Row row, LocalDate day, ZoneId zone) {
        var start = row.time("start");
        var end = row.time("end");
        if (!row.has("start") || !row.has("end")) return List.of(); // told just now
        var pause = (int) row.wholeOr(0, "break_minutes", 0, 720);
        var whole = WorkedTime.between(day, start, end, 0, zone).getFirst();
        var elapsed = Duration.between(whole.from(), whole.to());
        if (elapsed.compareTo(LONGEST) > 0) {
            row.bad("end", "at most " + LONGEST.toHours() + " h after the start");
            return List.of();
        }
        if (pause >= elapsed.toMinutes()) {
            row.bad("break_minutes", "less than the " + elapsed.toMinutes() + " minutes from start to end");
            return List.of();
        }
        return WorkedTime.between(day, start, end, pause, zone);
    }

    private static void checkHours(Row row, List<Spell> spells) {
        if (spells.isEmpty() || !row.has("hours")) return;

        var said = row.scaled("hours", 60, 0, 24);
        var made = spells.stream()
                .mapToLong(spell -> Duration.between(spell.from(), spell.to()).toMinutes())
                .sum();
        if (Math.abs(said - made) > 1)
            row.bad("hours", "nothing, or what start, end and break make: " + made + " minutes");
    }
}
