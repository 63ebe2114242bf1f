package dev.callboard.project.board;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.test.Tokens;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A production of its own for each test: the account of Stina, coordinated by Ana, with Hedda's grip department, a night at
 * Slussen in some days, and whoever the test adds. Written as rows: what the other domains do with them is their
 * own tests' business.
 */
final class Production {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    final UUID account = Ids.next();
    final UUID project = Ids.next();
    final UUID unit = Ids.next();
    final UUID grip = Ids.next();
    final UUID slussen = Ids.next();
    final UUID night = Ids.next();
    final LocalDate day;
    final String ana;

    private final UUID anaId = Ids.next();
    private final Database database;
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<String, UUID> users = new HashMap<>();

    /** @param now before the night */
    Production(Database database, Instant now) {
        this.database = database;
        day = nightAfter(now);
        ana = Tokens.user(anaId, address("ana"), "Ana Lind");
        database.update(
                "insert into account_summary values (?, 'Norrsken Produktion AB', 'SEK', false, now())", account);
        database.update("insert into account_member values (?, ?, '{OWNER}', 1)", account, anaId);
        database.update("""
                insert into project (id, account_id, name, zone, state, phase, phases, saga_id, created_by, created_at, version)
                values (?, ?, 'The Salt Road', 'Europe/Stockholm', 'OPEN', 'EXECUTION', '[]', ?, ?, now(), 0)\
                """, project, account, Ids.next(), anaId);
        database.update(
                "insert into summoning_plan (project_id, account_id, number, status, version) values (?, ?, 0, 'DRAFT', 0)",
                project,
                account);
        database.update("insert into unit values (?, ?, 'main', 0, 0)", unit, project);
        database.update("""
                insert into department (id, project_id, name, contact, position, version)
                values (?, ?, 'grip', '+46701740609', 0, 0)\
                """, grip, project);
        database.update("""
                insert into location (id, project_id, name, address, latitude, longitude, zone, exclusive, unit_base,
                        hospital_name, hospital_phone, version)
                values (?, ?, 'Slussen, lower quay', 'Slussplan 1, 111 30 Stockholm', 59.3195, 18.0722, 'Europe/Stockholm',
                        false, 'Stadsgårdskajen 14, gate B', 'Saltsjö Hospital', '+46701740619', 0)\
                """, slussen, project);
        database.update("""
                insert into working_day (id, project_id, unit_id, date, meals, estimated_wrap, wraps_next_day, version)
                values (?, ?, ?, ?, '[{"name":"first meal","at":"21:00","minutes":30}]'::jsonb, ?, true, 0)\
                """, Ids.next(), project, unit, day, LocalTime.of(6, 0));
        activity(night, "31", "Night at the quay", day.atTime(20, 0), 10 * 60);
    }

    /** The day after tomorrow; not when clocks are changed about then, as the tests count hours. */
    private static LocalDate nightAfter(Instant now) {
        var day = now.atZone(STOCKHOLM).toLocalDate().plusDays(2);
        var change = STOCKHOLM
                .getRules()
                .nextTransition(day.minusDays(2).atStartOfDay(STOCKHOLM).toInstant());
        return change.getDateTimeBefore().toLocalDate().isAfter(day.plusDays(2)) ? day : day.plusDays(5);
    }

    static Production withHeddaAndBo(Database database, Instant now) {
        var salt = new Production(database, now);
        salt.hire("Bo", "Ekdahl", "best boy grip");
        salt.hire("Hedda", "Norén", "key grip");
        salt.heads("Hedda");
        return salt;
    }

    void activity(UUID id, String number, String title, LocalDateTime start, int minutes) {
        var startsAt = start.atZone(STOCKHOLM).toInstant();
        database.update(
                """
                insert into activity (id, project_id, number, title, location_id, unit_id, working_day, local_start, zone,
                    starts_at, ends_at, duration_minutes, state, roles, tasks, depends_on, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'Europe/Stockholm', ?, ?, ?, 'PLANNED', '[]', '[]', '{}', 0)\
                """,
                id,
                project,
                number,
                title,
                slussen,
                unit,
                day,
                start,
                startsAt,
                startsAt.plusSeconds(minutes * 60L),
                minutes);
    }

    /** Adds a person to the crew, in the grip department. */
    UUID hire(String given, String family, String role) {
        var id = Ids.next();
        var user = Ids.next();
        people.put(given, id);
        users.put(given, user);
        database.update("""
                insert into role (id, project_id, name, short_name, certificates, version) values (?, ?, ?, ?, '{}', 0)
                on conflict do nothing\
                """, Ids.next(), project, role, role);
        database.update("""
                insert into crew_entry (id, project_id, email, given_name, family_name, phone, locale, department_id, roles,
                    employee_no, user_id, version)
                values (?, ?, ?, ?, ?, '+46701740624', 'sv', ?, string_to_array(?, ','), ?, ?, 0)\
                """, id, project, address(given), given, family, grip, role, "E-" + given, user);
        database.update(
                "insert into member (id, project_id, user_id, email, project_right, crew_entry_id) values (?, ?, ?, ?, 'CREW', ?)",
                Ids.next(),
                project,
                user,
                address(given),
                id);
        return id;
    }

    void heads(String given) {
        database.update("update department set head_id = ? where id = ?", people.get(given), grip);
    }

    UUID entry(String given) {
        return people.get(given);
    }

    String token(String given) {
        return Tokens.user(users.get(given), address(given), given);
    }

    /** A mailbox that no other test writes to. */
    String address(String given) {
        var name = given.toLowerCase(Locale.ROOT).replace("å", "a").replace("ł", "l");
        return name + "." + project.toString().substring(24) + "@post.example";
    }

    Instant at(String time) {
        return day.atTime(LocalTime.parse(time)).atZone(STOCKHOLM).toInstant();
    }
}
