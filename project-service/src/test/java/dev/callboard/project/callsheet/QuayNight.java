package dev.callboard.project.callsheet;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.kit.json.Json;
import dev.callboard.project.activity.ActivityState;
import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.activity.RoleRequirement;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.callsheet.CallSheet.Copy;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.callsheet.PlannedDays.Kept;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.project.DepartmentKind;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.Phase;
import dev.callboard.project.project.ProjectState;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.RoleSummary;
import dev.callboard.project.project.UnitSummary;
import dev.callboard.project.project.WorkingDaySummary;
import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import dev.callboard.project.project.WorkingDaySummary.Meal;
import dev.callboard.project.project.WorkingDaySummary.Ride;
import dev.callboard.project.project.WorkingDaySummary.Weather;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.ASA;
import static dev.callboard.project.call.SaltRoad.BO;
import static dev.callboard.project.call.SaltRoad.GRIP;
import static dev.callboard.project.call.SaltRoad.MAIN_UNIT;
import static dev.callboard.project.call.SaltRoad.PROJECT;
import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static dev.callboard.project.call.SaltRoad.STOCKHOLM;

/** The night at the quay and the lock, as Ana has entered it; a test says who is called and what else was said. */
final class QuayNight {
    static final UUID ART = UUID.fromString("019a0000-0000-7000-8000-000000000011");
    static final UUID CROWD = UUID.fromString("019a0000-0000-7000-8000-000000000012");
    static final UUID NOOR = UUID.fromString("019a0000-0000-7000-8000-000000000017");
    static final UUID INES = UUID.fromString("019a0000-0000-7000-8000-000000000018");
    static final UUID CAST = UUID.fromString("019a0000-0000-7000-8000-000000000019");
    private static final UUID CAMERA = UUID.fromString("019a0000-0000-7000-8000-000000000016");
    private static final UUID LIGHT = UUID.fromString("019a0000-0000-7000-8000-000000000015");
    static final UUID QUAY = UUID.fromString("019a0000-0000-7000-8000-000000000013");
    private static final UUID LOCK = UUID.fromString("019a0000-0000-7000-8000-000000000014");

    final List<Call> ever = new ArrayList<>();
    final List<Kept> kept = new ArrayList<>();
    final Map<UUID, String> diets = new HashMap<>();
    private final Map<String, JsonNode> entered = new LinkedHashMap<>();
    ActivityState ofFerry = ActivityState.PLANNED;

    @Nullable
    Weather weather;

    List<Ride> transport = List.of();
    List<CastTimes> castTimes = List.of();

    @Nullable
    String holding;

    Call called(UUID person, UUID department, Brief brief, Instant at) {
        var call = Call.publish(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                new Call.Belongs(SaltRoad.ACCOUNT, PROJECT, MAIN_UNIT, person, department),
                1,
                brief,
                SaltRoad.ANSWER_BY,
                at);
        ever.add(call);
        return call;
    }

    CallSheet copy(CopyKind kind) {
        return new Composition(day(), new Copy(kind, kind == CopyKind.REDACTED ? null : "Ana Lind"), null).sheet();
    }

    /** Something else than the night begins with. @param where a JSON Pointer into the day; with null it is gone */
    void enter(String where, @Nullable Object value) {
        entered.put(where, Json.tolerant().valueToTree(value));
    }

    /** As a publication keeps the day. */
    void keep(Instant at) {
        kept.addFirst(new Kept(at, planned().withoutApprovers()));
    }

    /** Everything in it went through the form in which it is kept. */
    PlannedDay planned() {
        var day = (ObjectNode) Json.tolerant().valueToTree(begun());
        entered.forEach((where, value) -> {
            var pointer = JsonPointer.compile(where);
            var last = pointer.last();
            switch (day.at(pointer.head())) {
                case ObjectNode object -> object.set(last.getMatchingProperty(), value);
                case ArrayNode array when last.getMatchingIndex() == array.size() -> array.add(value);
                case ArrayNode array when value.isNull() -> array.remove(last.getMatchingIndex());
                case ArrayNode array -> array.set(last.getMatchingIndex(), value);
                default -> throw new IllegalArgumentException(where);
            }
        });
        try {
            return Json.tolerant().treeToValue(day, PlannedDay.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(entered.toString(), e);
        }
    }

    Day day() {
        return new Day(
                new ProjectSummary(
                        PROJECT, SaltRoad.ACCOUNT, "The Salt Road", STOCKHOLM, ProjectState.OPEN, Phase.EXECUTION),
                new UnitSummary(MAIN_UNIT, PROJECT, "Main unit", 0),
                planned(),
                ever,
                Map.of(
                        BO, person(BO, "Bo", "Ekdahl", GRIP, "best boy grip", null, diets.get(BO)),
                        ASA, person(ASA, "Åsa", "Öberg", ART, "standby painter", null, diets.get(ASA)),
                        CROWD, person(CROWD, "Extra", "Holm", CROWD, "townspeople", null, null),
                        NOOR, person(NOOR, "Noor", "van Dijk", CAST, "lead actor", "8", diets.get(NOOR)),
                        INES, person(INES, "Ines", "Carvalho", CAST, "stunt double", "2S", diets.get(INES))),
                List.copyOf(kept),
                Instant.MAX);
    }

    private PlannedDay begun() {
        var planned = List.of(
                activity("41", "Ferry is late", "2027-10-30T20:45", 180, QUAY, ofFerry),
                activity("38", "The fall", "2027-10-31T02:00", 60, LOCK, ActivityState.PLANNED));
        return new PlannedDay(
                working(SATURDAY, 12),
                List.of(
                        new DepartmentSummary(
                                CAMERA, PROJECT, "Camera", null, null, "4711, or channel 3", 4, DepartmentKind.CREW),
                        new DepartmentSummary(
                                LIGHT, PROJECT, "Electric", null, null, "+46701740610", 3, DepartmentKind.CREW),
                        new DepartmentSummary(
                                GRIP, PROJECT, "Grip", null, null, "+46701740624", 0, DepartmentKind.CREW),
                        new DepartmentSummary(ART, PROJECT, "Art and props", ASA, null, null, 1, DepartmentKind.CREW),
                        new DepartmentSummary(
                                CROWD, PROJECT, "Background", null, null, null, 2, DepartmentKind.BACKGROUND),
                        new DepartmentSummary(CAST, PROJECT, "Cast", null, null, null, 5, DepartmentKind.CAST)),
                Map.of(
                        "best boy grip",
                        new RoleSummary(GRIP, PROJECT, "best boy grip", "best boy grip", List.of("work at height"))),
                planned,
                Map.of(QUAY, location(QUAY, "Slussen, lower quay"), LOCK, location(LOCK, "Lock, west steps")),
                List.of(new PlannedDay.Following(working(SATURDAY.plusDays(1), 13), planned)));
    }

    private WorkingDaySummary working(LocalDate date, int number) {
        return new WorkingDaySummary(
                UUID.randomUUID(),
                PROJECT,
                MAIN_UNIT,
                date,
                number,
                18,
                LocalTime.of(20, 0),
                List.of(new Meal("hot meal", LocalTime.of(1, 0), 60)),
                LocalTime.of(6, 0),
                true,
                "Wet stone",
                "asa@norrsken.example",
                weather,
                transport,
                castTimes,
                holding);
    }

    private static CrewEntrySummary person(
            UUID id,
            String given,
            String family,
            UUID department,
            String role,
            @Nullable String castNumber,
            @Nullable String diet) {
        return new CrewEntrySummary(
                id,
                PROJECT,
                given,
                family,
                given.toLowerCase(Locale.ROOT) + "@post.example",
                "+46701740624",
                "sv",
                department,
                List.of(role),
                null,
                castNumber,
                diet,
                null,
                0);
    }

    private static ActivitySummary activity(
            String number, String title, String start, int minutes, UUID location, ActivityState state) {
        return new ActivitySummary(
                UUID.randomUUID(),
                PROJECT,
                number,
                title,
                location,
                MAIN_UNIT,
                SATURDAY,
                LocalDateTime.parse(start),
                STOCKHOLM,
                SaltRoad.at(start),
                SaltRoad.at(start).plus(Duration.ofMinutes(minutes)),
                Duration.ofMinutes(minutes),
                List.of(new RoleRequirement("grip", 3), new RoleRequirement("townspeople", 40)),
                List.of(),
                state,
                null,
                null,
                0);
    }

    private static LocationSummary location(UUID id, String name) {
        return new LocationSummary(
                id,
                PROJECT,
                name,
                "Slussplan 1, Stockholm",
                59.3195,
                18.0722,
                STOCKHOLM,
                false,
                "Stadsgårdskajen 14",
                null,
                null,
                new LocationSummary.Hospital("Saltsjö sjukhus", "Ringvägen 52", "+46701740612"),
                null,
                "1 production; 5 safety",
                null,
                0);
    }
}
