package dev.callboard.project.timecard;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
import dev.callboard.project.call.DayClock;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.project.WorkingDaySummary;
import dev.callboard.project.project.WorkingDays;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.contracts.Topics.PROJECT_EVENTS;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** Time cards: opened by the day, filled by people, approved for payroll. */
@ApplicationScoped
public class TimeCards implements PanacheRepositoryBase<TimeCard, UUID> {
    /** @param visible null: all; else cards of these departments and people only */
    record Filter(
            UUID projectId,
            @Nullable LocalDate date,
            @Nullable UUID department,
            TimeCard.@Nullable State state,
            @Nullable Visible visible) {}

    record Visible(Set<UUID> departments, Set<UUID> crewEntries) {}

    @Inject
    Calls calls;

    @Inject
    CrewEntries crew;

    @Inject
    WorkingDays days;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    TimeCard get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> NOT_FOUND.of("time card"));
    }

    private TimeCard locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> NOT_FOUND.of("time card"));
    }

    List<TimeCard> page(Filter filter, Optional<UUID> after, int limit) {
        var query = new StringBuilder("projectId = :project");
        var values = new HashMap<String, Object>(Map.of("project", filter.projectId));
        and(query, values, "workingDay = :date", "date", filter.date);
        and(query, values, "departmentId = :department", "department", filter.department);
        and(query, values, "state = :state", "state", filter.state);
        and(query, values, "id > :after", "after", after.orElse(null));
        if (filter.visible != null) {
            query.append(" and (departmentId in :departments or crewEntryId in :people)");
            values.put("departments", filter.visible.departments);
            values.put("people", filter.visible.crewEntries);
        }
        return find(query + " order by id", values).page(0, limit).list();
    }

    List<TimeCard> ofPeople(Collection<UUID> crewEntryIds) {
        return find("crewEntryId in ?1 order by workingDay desc, id desc", crewEntryIds)
                .page(0, 200)
                .list();
    }

    /** A card for everybody who was called to that day, has not declined and was not missed. Repeating it adds who is new. */
    @Transactional
    int openDay(UUID projectId, LocalDate day, @Nullable UUID unitId) {
        return open(calls.ofDay(projectId, day).stream()
                .filter(call -> unitId == null || unitId.equals(call.belongs().unitId()))
                .filter(call -> call.tracks().answer().state() != Answer.State.DECLINED
                        || call.tracks().attendance().state() != Attendance.State.EXPECTED)
                .filter(call -> call.tracks().attendance().state() != Attendance.State.NO_SHOW)
                .toList());
    }

    /**
     * Opens the cards of these calls; a card that is open already learns what the day has told since.
     *
     * @return how many are new
     */
    @Transactional
    public int open(List<Call> worked) {
        worked.stream()
                .map(call -> call.belongs().projectId())
                .distinct()
                .sorted()
                .forEach(this::oneOpenerAtATime);
        var now = clock.instant();
        var facts = new HashMap<String, Optional<WorkingDaySummary>>();
        var fresh = new ArrayList<TimeCard>();
        for (var call : worked) {
            var belongs = call.belongs();
            var day = facts.computeIfAbsent(
                    belongs.unitId() + "/" + call.workingDay(),
                    _ -> days.find(belongs.projectId(), belongs.unitId(), call.workingDay()));
            var meals = day.map(facing -> meals(facing, call)).orElse(List.of());
            var card = of(call);
            if (card.isPresent()) card.get().prefill(call, meals);
            else fresh.add(TimeCard.of(Ids.next(), call, meals, costCode(call), now));
        }
        persist(fresh);
        flush();
        return fresh.size();
    }

    /** Wrap, day and coordinator may open the same card at the same moment: the second finds what the first made. */
    private void oneOpenerAtATime(UUID projectId) {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) locked")
                .setParameter(1, "time-cards/" + projectId)
                .getSingleResult();
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND, PRECONDITION_FAILED, INVALID, TIME_CARD_NOT_OPEN, TIME_CARD_LOCKED */
    @Transactional
    TimeCard fill(UUID id, IfMatch ifMatch, Work work, String costCode, @Nullable String note) {
        var card = locked(id);
        ifMatch.mustBe(card.version);
        card.fill(work, costCode, note);
        flush();
        return card;
    }

    @Transactional
    TimeCard submit(UUID id) {
        var card = locked(id);
        card.submit();
        flush();
        return card;
    }

    @Transactional
    TimeCard approve(UUID id) {
        var card = locked(id);
        approve(card, clock.instant());
        flush();
        return card;
    }

    /** All or none: a batch with one card that cannot be approved approves none, and names it. */
    @Transactional
    List<TimeCard> approve(UUID projectId, List<UUID> ids) {
        var now = clock.instant();
        // In one order, whoever asks: two batches with the same cards wait for each other instead of meeting head-on.
        var cards = find("projectId = ?1 and id in ?2 order by id", projectId, ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        if (cards.size() < Set.copyOf(ids).size()) throw NOT_FOUND.of("time card");
        for (var card : cards) approve(card, now);
        flush();
        return cards;
    }

    @Transactional
    TimeCard dispute(UUID id, String why) {
        var card = locked(id);
        card.dispute(why, clock.instant()).ifPresent(fact -> outbox.append(PROJECT_EVENTS, card.projectId, fact));
        flush();
        return card;
    }

    /** Cards of other services' databases are not ours: an unknown id is passed over. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(Collection<UUID> ids) {
        find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(TimeCard::lock);
    }

    private void approve(TimeCard card, Instant now) {
        var employeeNo =
                crew.find(card.crewEntryId).map(person -> person.employeeNo()).orElse(null);
        outbox.append(PROJECT_EVENTS, card.projectId, card.approve(employeeNo, now));
    }

    private Optional<TimeCard> of(Call call) {
        var belongs = call.belongs();
        return find(
                        "projectId = ?1 and crewEntryId = ?2 and unitId = ?3 and workingDay = ?4",
                        belongs.projectId(),
                        belongs.crewEntryId(),
                        belongs.unitId(),
                        call.workingDay())
                .firstResultOptional();
    }

    private static List<Work.Meal> meals(WorkingDaySummary day, Call call) {
        var clock = new DayClock(day.date(), day.generalCall(), call.brief().zone());
        return day.meals().stream()
                .map(meal -> {
                    var out = clock.at(meal.at());
                    return new Work.Meal(out, out.plus(Duration.ofMinutes(meal.minutes())));
                })
                .sorted(Comparator.comparing(Work.Meal::out))
                .toList();
    }

    /** Until a production has a chart of accounts, the unit is the cost code. */
    private static String costCode(Call call) {
        return call.brief().unit();
    }

    private static void and(
            StringBuilder query, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value == null) return;
        query.append(" and ").append(condition);
        values.put(name, value);
    }
}
