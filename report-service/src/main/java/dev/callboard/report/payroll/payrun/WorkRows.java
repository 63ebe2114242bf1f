package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.rule.Work;
import dev.callboard.report.payroll.rule.Work.Spell;
import dev.callboard.report.payroll.rule.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Work that no run has paid yet, whether of time cards or imported. */
@ApplicationScoped
class WorkRows {
    private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();

    @Inject
    Database db;

    /** By employee number, of the numbers behind {@code after} up to {@code last}; each in the order of the days. */
    Map<String, List<Work>> unpaid(UUID accountId, LocalDate until, String after, String last) {
        var found = new HashMap<String, List<Work>>();
        db.on(connection -> {
            try (var statement = connection.prepareStatement("""
                    select w.employee_no, w.id, w.day, w.kind, w.spans, w.zone, w.minutes,
                      coalesce(p.name, w.production), w.cost_code, w.meal_penalties, w.per_diems, w.mileage_metres, w.note
                    from work w left join production p on p.project_id = w.project_id
                    where w.account_id = ? and w.pay_run_id is null and w.day <= ?
                      and w.employee_no > ? and w.employee_no <= ?
                    order by w.employee_no, w.day, w.id
                    """)) {
                statement.setObject(1, accountId);
                statement.setObject(2, until);
                statement.setString(3, after);
                statement.setString(4, last);
                statement.setFetchSize(5_000);
                try (var rows = statement.executeQuery()) {
                    while (rows.next())
                        found.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                                .add(read(rows));
                }
                return null;
            }
        });
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
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getInt(11),
                row.getLong(12),
                row.getString(13));
    }
}
