package dev.callboard.project.callsheet;

import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Delivery;
import dev.callboard.project.callsheet.CallSheet.Background;
import dev.callboard.project.callsheet.CallSheet.Cast;
import dev.callboard.project.callsheet.CallSheet.Catering;
import dev.callboard.project.callsheet.CallSheet.Contact;
import dev.callboard.project.callsheet.CallSheet.Copy;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.callsheet.CallSheet.Diet;
import dev.callboard.project.callsheet.CallSheet.Mark;
import dev.callboard.project.callsheet.CallSheet.NextDay;
import dev.callboard.project.callsheet.CallSheet.Own;
import dev.callboard.project.callsheet.CallSheet.Person;
import dev.callboard.project.callsheet.CallSheet.Servings;
import dev.callboard.project.callsheet.CallSheet.Team;
import dev.callboard.project.callsheet.CallSheet.Transport;
import dev.callboard.project.project.DepartmentKind;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** One reader's copy of a day's sheet. What she may not see is not in it. */
final class Composition {
    private final Day day;
    private final Copy copy;
    private final @Nullable UUID reader;
    private final List<Call> standing;
    private final DayVersions versions;
    private final DaySchedule schedule;
    private final DayPlace place;

    private record Group(String role, Instant callAt) {}

    /** @param reader crew entry of a personal copy's recipient */
    Composition(Day day, Copy copy, @Nullable UUID reader) {
        this.day = day;
        this.copy = copy;
        this.reader = reader;
        standing = day.standing();
        versions = new DayVersions(day, showsPeople());
        schedule = new DaySchedule(day);
        place = new DayPlace(day, standing, copy.kind());
    }

    private boolean showsPeople() {
        return copy.kind() != CopyKind.REDACTED;
    }

    CallSheet sheet() {
        var onPaper = versions.onPaper().stream()
                .map(then -> Facts.of(new Composition(then, copy, reader).composed()))
                .toList();
        versions.compare(Facts.of(composed()), onPaper);
        return composed();
    }

    private CallSheet composed() {
        var working = day.working();
        return new CallSheet(
                copy,
                day.project().name(),
                day.ever().getLast().brief().company(),
                day.unit().name(),
                working.date(),
                working.number(),
                working.of(),
                day.zone(),
                place.clockTurn(),
                versions.version(),
                day.generalCall().map(day::local).orElse(null),
                own(),
                schedule.meals(),
                day.wrap().map(day::local).orElse(null),
                place.safety(),
                place.place(),
                place.sky(),
                schedule.slots(),
                cast(),
                background(),
                crew(),
                transport(),
                catering(),
                place.radio(),
                day.planned().next().stream().map(this::next).toList(),
                contacts(),
                showsPeople() ? approver() : null);
    }

    private @Nullable Own own() {
        return standing.stream()
                .filter(call -> call.belongs().crewEntryId().equals(reader))
                .findFirst()
                .map(call -> new Own(Day.roleOf(call), day.local(call.brief().callAt()), versions.changeOf(call)))
                .orElse(null);
    }

    private List<Cast> cast() {
        return of(DepartmentKind.CAST).map(this::player).toList();
    }

    private Cast player(Call call) {
        var id = call.belongs().crewEntryId();
        var person = day.crew().get(id);
        var times = day.working().castTimes().stream()
                .filter(of -> of.crewEntryId().equals(id))
                .findFirst()
                .orElse(new CastTimes(id, null, null));
        var onSet = day.local(call.brief().callAt());
        var makeUp = times.makeUp() == null ? null : day.lastBefore(onSet, times.makeUp());
        var pickup = times.pickup() == null || !showsPeople()
                ? null
                : day.lastBefore(makeUp == null ? onSet : makeUp, times.pickup());
        return new Cast(
                person == null ? null : person.castNumber(),
                name(call),
                Day.roleOf(call),
                pickup,
                makeUp,
                onSet,
                mark(call),
                versions.changeOf(call));
    }

    private java.util.stream.Stream<Call> of(DepartmentKind kind) {
        return standing.stream().filter(call -> day.kind(call) == kind);
    }

    /** Of the background only how many, and when. */
    private List<Background> background() {
        var groups = new LinkedHashMap<Group, List<Call>>();
        of(DepartmentKind.BACKGROUND).forEach(call -> groups.computeIfAbsent(
                        new Group(Day.roleOf(call), call.brief().callAt()), _ -> new ArrayList<>())
                .add(call));
        return groups.entrySet().stream()
                .map(group -> new Background(
                        group.getValue().size(),
                        group.getKey().role,
                        day.local(group.getKey().callAt),
                        day.working().holding(),
                        copy.kind() == CopyKind.COORDINATOR
                                ? (int) group.getValue().stream()
                                        .filter(call -> !(call.tracks().answer() instanceof Answer.Pending))
                                        .count()
                                : 0,
                        group.getValue().stream()
                                .mapToInt(versions::changeOf)
                                .max()
                                .orElse(0)))
                .toList();
    }

    private List<Team> crew() {
        var teams = new ArrayList<Team>();
        var departments = new ArrayList<@Nullable DepartmentSummary>(day.departments());
        departments.add(null); // people without one, last
        for (var department : departments) {
            var called = of(DepartmentKind.CREW)
                    .filter(call -> Objects.equals(day.department(call), department))
                    .sorted(Comparator.comparingInt((Call call) -> seniority(call, department))
                            .thenComparing(call -> call.belongs().crewEntryId()))
                    .toList();
            if (called.isEmpty()) continue;
            teams.add(new Team(
                    department == null ? "Others" : department.name(),
                    department == null || !showsPeople() ? null : day.nameOf(department.headId()),
                    department == null || !showsPeople() ? null : DayPlace.blankToNull(department.contact()),
                    called.stream().map(this::person).toList()));
        }
        return teams;
    }

    /** The head, the deputy, then as they were entered. */
    private static int seniority(Call call, @Nullable DepartmentSummary department) {
        if (department == null) return 2;
        var entry = call.belongs().crewEntryId();
        return entry.equals(department.headId()) ? 0 : entry.equals(department.deputyId()) ? 1 : 2;
    }

    private Person person(Call call) {
        return new Person(
                Day.roleOf(call), name(call), day.local(call.brief().callAt()), mark(call), versions.changeOf(call));
    }

    private @Nullable String name(Call call) {
        return showsPeople() ? day.nameOf(call.belongs().crewEntryId()) : null;
    }

    private Mark mark(Call call) {
        if (copy.kind() != CopyKind.COORDINATOR) return Mark.NOT_SHOWN;
        return switch (call.tracks().answer()) {
            case Answer.Acknowledged _ -> Mark.ACKNOWLEDGED;
            case Answer.Declined _ -> Mark.DECLINED;
            case Answer.Pending _ -> {
                var mail = call.tracks().mail().state();
                yield mail == Delivery.BOUNCED || mail == Delivery.FAILED ? Mark.NOT_DELIVERED : Mark.PENDING;
            }
        };
    }

    private List<Transport> transport() {
        if (!showsPeople()) return List.of();
        return day.working().transport().stream()
                .map(ride -> new Transport(
                        day.local(ride.starting(day.working().date())
                                .atZone(day.zone())
                                .toInstant()),
                        ride.from(),
                        ride.to(),
                        ride.who(),
                        ride.vehicle()))
                .sorted(Comparator.comparing(Transport::at))
                .toList();
    }

    /** Never whose. */
    private List<Diet> diets() {
        if (!showsPeople()) return List.of();
        var counts = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        standing.stream()
                .map(call -> day.crew().get(call.belongs().crewEntryId()))
                .filter(person -> person != null && person.diet() != null)
                .forEach(person -> counts.merge(person.diet(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(of -> new Diet(of.getKey(), of.getValue()))
                .sorted(Comparator.comparingInt(Diet::count).reversed())
                .toList();
    }

    private Catering catering() {
        var meals = day.working().meals().stream()
                .map(meal -> {
                    var at = schedule.at(meal);
                    int atWork = (int) standing.stream()
                            .filter(call -> !call.brief().callAt().isAfter(at)
                                    && call.brief().wrapAt().isAfter(at))
                            .count();
                    return new Servings(
                            meal.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                    + meal.name().substring(1),
                            atWork,
                            day.local(at));
                })
                .filter(servings -> servings.count() > 0)
                .sorted(Comparator.comparing(Servings::from))
                .toList();
        return new Catering(meals, diets());
    }

    private NextDay next(PlannedDay.Following following) {
        var working = following.working();
        var planned =
                following.activities().stream().filter(ActivitySummary::stands).toList();
        var first = planned.stream()
                .map(activity -> day.locations().get(activity.locationId()))
                .filter(Objects::nonNull)
                .findFirst();
        var zone = first.map(location -> location.zone()).orElse(day.project().zone());
        return new NextDay(
                working.date(),
                working.number(),
                Optional.ofNullable(working.generalCall())
                        .map(at -> working.date().atTime(at).atZone(zone).toOffsetDateTime())
                        .orElse(null),
                first.map(location -> location.name()).orElse(null),
                planned.stream().map(ActivitySummary::number).toList());
    }

    /**
     * Whom to turn to: of each department what it said, which may be an internal number or a radio channel, with its
     * head's name. Where nobody is named only of the first that can be rung, as a stranger can do nothing else.
     */
    private List<Contact> contacts() {
        return day.departments().stream()
                .filter(department -> showsPeople()
                        ? department.kind() == DepartmentKind.CREW && DayPlace.blankToNull(department.contact()) != null
                        : department.canBeRung())
                .limit(showsPeople() ? day.departments().size() : 1)
                .map(department -> new Contact(
                        department.name(),
                        showsPeople() ? day.nameOf(department.headId()) : null,
                        DayPlace.blankToNull(department.contact())))
                .toList();
    }

    /** The name of who signs, where the day names her by the address in the crew list. */
    private @Nullable String approver() {
        var approver = day.working().approver();
        if (approver == null || approver.isBlank()) return null;
        return day.crew().values().stream()
                .filter(person -> person.email().equalsIgnoreCase(approver))
                .map(person -> person.name())
                .findFirst()
                .orElse(approver);
    }
}
