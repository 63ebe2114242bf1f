package dev.callboard.project.call;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which calls are wanted. Null: whatever.
 *
 * @param visible null: all of the project; else calls of these departments and people only
 */
public record CallFilter(
        @Nullable LocalDate date,
        @Nullable UUID unit,
        @Nullable UUID department,
        @Nullable Delivery delivery,
        Answer.@Nullable State answer,
        Attendance.@Nullable State attendance,
        @Nullable Life life,
        @Nullable Visible visible) {

    public record Visible(Set<UUID> departments, Set<UUID> crewEntries) {}

    /** A condition with its values, to stand after {@code where project_id = ?}. */
    record Sql(String text, List<Object> values) {}

    Sql sql() {
        var text = new StringBuilder();
        var values = new ArrayList<Object>();
        and(text, values, "working_day = ?", date);
        and(text, values, "unit_id = ?", unit);
        and(text, values, "department_id = ?", department);
        and(text, values, "mail_state = ?", delivery);
        and(text, values, "answer = ?", answer);
        and(text, values, "attendance = ?", attendance);
        and(text, values, "life = ?", life);
        if (visible != null) {
            text.append(" and (department_id = any(?) or crew_entry_id = any(?))");
            values.add(visible.departments.toArray(UUID[]::new));
            values.add(visible.crewEntries.toArray(UUID[]::new));
        }
        return new Sql(text.toString(), values);
    }

    private static void and(StringBuilder text, List<Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        text.append(" and ").append(condition);
        values.add(value);
    }
}
