package dev.callboard.project.crew;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.Departments;
import dev.callboard.project.project.RoleSummary;
import dev.callboard.project.project.Roles;
import dev.callboard.project.rows.CsvRow;
import dev.callboard.project.rows.CsvRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A crew list as CSV. An address that the project knows already updates its entry, so a mended list may be sent again
 * whole. Departments and roles that the project does not have yet are added and named in the answer: a first list comes
 * before anyone has typed eleven departments, and a misspelt role is seen there.
 */
@ApplicationScoped
class CrewImport {
    static final List<String> REQUIRED = List.of("email", "given_name");
    static final List<String> OPTIONAL =
            List.of("family_name", "phone", "locale", "department", "roles", "employee_no");

    private static final String UPSERT = """
            insert into crew_entry as entry (id, project_id, email, given_name, family_name, phone, locale,
                department_id, roles, employee_no, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            on conflict (project_id, email) do update set
                given_name = excluded.given_name, family_name = excluded.family_name, phone = excluded.phone,
                locale = excluded.locale, department_id = excluded.department_id, roles = excluded.roles,
                employee_no = excluded.employee_no, version = entry.version + 1
            where (entry.given_name, entry.family_name, entry.phone, entry.locale, entry.department_id, entry.roles,
                    entry.employee_no)
                is distinct from (excluded.given_name, excluded.family_name, excluded.phone, excluded.locale,
                    excluded.department_id, excluded.roles, excluded.employee_no)
            """;

    @Inject
    Database db;

    @Inject
    Departments departments;

    @Inject
    Roles roles;

    /**
     * @param imported rows
     * @param added of them new to the project
     * @param newDepartments that were made for them
     * @param newRoles that were added to the catalogue for them
     */
    @Schema(name = "CrewImported")
    record Imported(long imported, long added, Set<String> newDepartments, Set<String> newRoles) {}

    private record Row(
            @Nullable String email,
            String givenName,
            @Nullable String familyName,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String department,
            List<String> roles,
            @Nullable String employeeNo) {}

    /** @throws Problem INVALID_ROWS */
    @Transactional
    Imported read(UUID projectId, InputStream csv) {
        var names = new Names(projectId);
        var seen = new HashMap<String, Long>();
        var numbers = employeeNumbers(projectId);
        var before = count(projectId);
        var rows = new CsvRows(REQUIRED, OPTIONAL)
                .read(csv, row -> parse(row, seen, numbers), batch -> write(projectId, batch, names));
        return new Imported(rows, count(projectId) - before, names.newDepartments, names.newRoles);
    }

    private static Row parse(CsvRow row, Map<String, Long> seen, Map<String, String> numbers) {
        var email = row.mustParse("email", Contact.EMAIL, Contact::email);
        if (email != null) {
            var first = seen.putIfAbsent(email, row.line());
            if (first != null) row.refuse("email", "one row per address; line " + first + " has it too");
        }
        var number = row.optional("employee_no", 40);
        if (number != null && email != null) {
            var holder = numbers.putIfAbsent(number, email);
            if (holder != null && !holder.equals(email)) row.refuse("employee_no", "a number that nobody else has");
        }
        var named = Arrays.stream(row.text("roles").split(";", -1))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .distinct()
                .toList();
        if (named.size() > 20 || named.stream().anyMatch(role -> role.length() > 100))
            row.refuse("roles", "at most 20 names of up to 100 characters, separated by ;");
        return new Row(
                email,
                row.required("given_name", 100),
                row.optional("family_name", 100),
                row.parsed("phone", Contact.PHONE, Contact::phone),
                row.text("locale").isEmpty() ? "en" : row.parsed("locale", Contact.LOCALE, Contact::locale),
                row.optional("department", 100),
                named,
                number);
    }

    private void write(UUID projectId, List<Row> batch, Names names) {
        var departmentIds =
                batch.stream().map(names::department).toList(); // before the connection: they may be inserted
        var roleNames = batch.stream().map(names::roles).toList();
        db.on(connection -> {
            try (var upsert = connection.prepareStatement(UPSERT)) {
                for (int i = 0; i < batch.size(); i++) {
                    var row = batch.get(i);
                    upsert.setObject(1, Ids.next());
                    upsert.setObject(2, projectId);
                    upsert.setString(3, row.email());
                    upsert.setString(4, row.givenName());
                    upsert.setString(5, row.familyName() == null ? "" : row.familyName());
                    upsert.setString(6, row.phone());
                    upsert.setString(7, row.locale());
                    upsert.setObject(8, departmentIds.get(i));
                    upsert.setArray(9, connection.createArrayOf("text", roleNames.get(i)));
                    upsert.setString(10, row.employeeNo());
                    upsert.addBatch();
                }
                return upsert.executeBatch();
            }
        });
    }

    private Map<String, String> employeeNumbers(UUID projectId) {
        var numbers = new HashMap<String, String>();
        db.list(
                "select employee_no, email from crew_entry where project_id = ? and employee_no is not null",
                row -> numbers.put(row.getString(1), row.getString(2)),
                projectId);
        return numbers;
    }

    private long count(UUID projectId) {
        return db.first("select count(*) from crew_entry where project_id = ?", row -> row.getLong(1), projectId)
                .orElseThrow();
    }

    /** What departments and roles are called, as they were and as they come. */
    private final class Names {
        final UUID projectId;
        final Map<String, UUID> departmentIds;
        final Map<String, String> roleNames;
        final Set<String> newDepartments = new TreeSet<>();
        final Set<String> newRoles = new TreeSet<>();

        Names(UUID projectId) {
            this.projectId = projectId;
            departmentIds = new HashMap<>(departments.of(projectId).stream()
                    .collect(Collectors.toMap(each -> key(each.name()), DepartmentSummary::id)));
            roleNames = new HashMap<>(roles.of(projectId).stream()
                    .collect(Collectors.toMap(each -> key(each.name()), RoleSummary::name)));
        }

        @Nullable
        UUID department(Row row) {
            var name = row.department();
            if (name == null) return null;
            return departmentIds.computeIfAbsent(key(name), unknown -> {
                newDepartments.add(name);
                return departments.named(projectId, name).id();
            });
        }

        Object[] roles(Row row) {
            var canonical = new HashSet<String>();
            return row.roles().stream()
                    .map(name -> roleNames.computeIfAbsent(key(name), unknown -> {
                        newRoles.add(name);
                        return roles.orNew(projectId, name).name();
                    }))
                    .filter(canonical::add)
                    .toArray();
        }

        private static String key(String name) {
            return name.strip().toLowerCase(Locale.ROOT);
        }
    }
}
