package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.rule.Work;
import dev.callboard.report.payroll.rule.Work.Spell;
import dev.callboard.report.payroll.rule.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Work that no run has paid yet, whether of time cards or imported, and what was paid beside it. */
@ApplicationScoped
class WorkRows {
    private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();
    private static final String WORK = """
            select w.employee_no, w.id, w.day, w.kind, w.spans, w.zone, w.minutes, w.quantity,
              coalesce(p.name, w.production), w.cost_code, w.meal_penalties, w.per_diems, w.mileage_metres, w.note,
              w.benefit
            from work w left join production p on p.project_id = w.project_id
            where w.account_id = ? and w.employee_no > ? and w.employee_no <= ?
            """;
    private static final String IN_ORDER = " order by w.employee_no, w.day, w.id";

    @Inject
    Database db;

    /** By employee number, of the numbers behind {@code after} up to {@code last}; each in the order of the days. */
    Map<String, List<Work>> unpaid(UUID accountId, LocalDate until, String after, String last) {
        return db.on(connection -> {
            try (var statement =
                    connection.prepareStatement(WORK + " and w.pay_run_id is null and w.day <= ?" + IN_ORDER)) {
                statement.setObject(1, accountId);
                statement.setString(2, after);
                statement.setString(3, last);
                statement.setObject(4, until);
                return byNumber(statement);
            }
        });
    }

    /** What earlier runs paid of the calendar weeks of this work, and of the day before each. */
    Map<String, List<Work>> paidBeside(Map<String, List<Work>> unpaid, UUID accountId, String after, String last) {
        var days = unpaid.values().stream()
                .flatMap(List::stream)
                .filter(work -> work.kind() == WorkKind.WORK)
                .map(work -> work.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .distinct()
                .flatMap(monday -> monday.minusDays(1).datesUntil(monday.plusDays(8)))
                .distinct()
                .toList();
        var months = days.stream().map(day -> day.withDayOfMonth(1)).distinct();
        return db.on(connection -> {
            try (var statement = connection.prepareStatement(WORK
                    + " and w.kind = 'WORK' and w.pay_run_id is not null and w.month = any(?) and w.day = any(?)"
                    + IN_ORDER)) {
                statement.setObject(1, accountId);
                statement.setString(2, after);
                statement.setString(3, last);
                statement.setArray(4, connection.createArrayOf("date", months.toArray()));
                statement.setArray(5, connection.createArrayOf("date", days.toArray()));
                return byNumber(statement);
            }
        });
    }

    private static Map<String, List<Work>> byNumber(PreparedStatement statement) throws SQLException {
        var found = new HashMap<String, List<Work>>();
        statement.setFetchSize(5_000);
        try (var rows = statement.executeQuery()) {
            while (rows.next())
                found.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(read(rows));
        }
        return found;
    }

    private static Work read(ResultSet row) throws SQLException {
        var spans = (Long[]) row.getArray(5).getArray();
        var spells = new ArrayList<Spell>(spans.length / 2);
        for (var i = 0; i + 1 < spans.length; i += 2)
            spells.add(new Spell(Instant.ofEpochSecond(spans[i]), Instant.ofEpochSecond(spans[i + 1])));
        return new Work(
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                WorkKind.valueOf(row.getString(4)),
                spells,
                ZONES.computeIfAbsent(row.getString(6), ZoneId::of),
                row.getLong(7),
                row.getLong(8),
                row.getString(9),
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                row.getLong(13),
                row.getString(14),
                row.getString(15));
    }
}
