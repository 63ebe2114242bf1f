package dev.callboard.project.summoning;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.account.rights.AccountSummary;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
import dev.callboard.project.callsheet.PlannedDays;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.delivery.Deliveries;
import dev.callboard.project.project.ProjectSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import static dev.callboard.contracts.Topics.PROJECT_EVENTS;
import static dev.callboard.project.ProjectProblem.ACCOUNT_SUSPENDED;
import static dev.callboard.project.call.CallProblem.SUMMONING_PLAN_BREAKS_RULES;
import static dev.callboard.project.call.CallProblem.SUMMONING_PLAN_INCOMPLETE;
import static dev.callboard.project.call.CallProblem.UNKNOWN_VIOLATION;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

/** The step at which people are told: one transaction writes the calls, queues the mails and appends the facts. */
@ApplicationScoped
class Publication {
    /** @param violation key of a broken rule that is accepted, with the reason that will be kept */
    record Waiver(String violation, String reason) {}

    /** @param dates the working days to publish; empty: all */
    record Order(Set<LocalDate> dates, List<Waiver> overrides, UUID by, String byName) {}

    record Published(SummoningPlan plan, Draft draft) {}

    @Inject
    SummoningPlans plans;

    @Inject
    RoleCalls roleCalls;

    @Inject
    SummoningVersions versions;

    @Inject
    Drafting drafting;

    @Inject
    Calls calls;

    @Inject
    PlannedDays days;

    @Inject
    CrewEntries crew;

    @Inject
    Deliveries deliveries;

    @Inject
    AccountRights accounts;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    /**
     * @throws dev.callboard.kit.problem.Problem PRECONDITION_FAILED, SUMMONING_PLAN_EMPTY, SUMMONING_PLAN_UNCHANGED,
     *     SUMMONING_PLAN_BREAKS_RULES, UNKNOWN_VIOLATION, SUMMONING_PLAN_INCOMPLETE, ACCOUNT_SUSPENDED
     */
    @Transactional
    Published publish(ProjectSummary project, IfMatch ifMatch, Order order) {
        var now = clock.instant();
        var plan = plans.locked(project.id());
        ifMatch.mustBe(plan.version);

        calls.lockStanding(project.id(), now);
        var draft = drafting.draft(project, order.dates, order.byName, now);
        mustBeOverridden(draft.violations(), order.overrides);
        mustBeComplete(draft.gaps());
        var difference = draft.difference();
        if (!difference.called().isEmpty()
                && accounts.account(project.accountId())
                        .filter(AccountSummary::suspended)
                        .isPresent()) throw ACCOUNT_SUSPENDED.of("new calls wait until the account is in order");

        var fact = plan.publish(draft.planned() > 0, difference, now);
        var people = crew.byId(concerned(difference));
        var published = published(project, plan.number, difference, people, now);
        var withdrawn =
                difference.withdrawn().stream().map(call -> call.withdraw(now)).toList();

        calls.end(Stream.concat(published.stream().flatMap(p -> p.ended().stream()), withdrawn.stream())
                .toList());
        calls.add(published.stream().map(Issued::call).toList());
        published.stream()
                .map(Issued::call)
                .filter(call -> !call.asks())
                .forEach(call -> calls.note(call, call.cameBefore(now)));
        days.keep(
                project,
                plan.number,
                Stream.concat(published.stream().map(Issued::call), withdrawn.stream())
                        .toList(),
                now);
        roleCalls.published(project.id());
        versions.add(project, plan.number, order, draft, now);
        published.forEach(issued -> deliveries.send(issued.call, issued.before, issued.person, now));
        withdrawn.forEach(
                call -> deliveries.cancel(call, people.get(call.belongs().crewEntryId()), now));

        outbox.append(PROJECT_EVENTS, project.id(), fact);
        published.forEach(issued -> outbox.append(PROJECT_EVENTS, project.id(), issued.call.published()));
        withdrawn.forEach(call -> outbox.append(PROJECT_EVENTS, project.id(), call.withdrawn()));
        plans.flush(); // the ETag we answer with is the version we stored
        return new Published(plan, draft);
    }

    /** @param before the call that this one replaces, if it stood */
    private record Issued(
            Call call, CrewEntrySummary person, @Nullable Call before) {
        List<Call> ended() {
            return before == null ? List.of() : List.of(before.supersede(call.id(), call.publishedAt()));
        }
    }

    private static List<Issued> published(
            ProjectSummary project,
            int number,
            Difference difference,
            Map<UUID, CrewEntrySummary> people,
            Instant now) {
        var issued = new ArrayList<Issued>();
        for (var call : difference.called()) {
            var last = call.before();
            var series = last.map(Call::series).orElseGet(Ids::next);
            int revision = last.map(Call::revision).orElse(0) + 1;
            issued.add(issue(project, number, call.asked(), series, revision, null, people, now));
        }
        for (var again : difference.calledAgain()) {
            var before = again.before();
            issued.add(
                    issue(project, number, again.asked(), before.series(), before.revision() + 1, before, people, now));
        }
        return issued;
    }

    private static Issued issue(
            ProjectSummary project,
            int number,
            Difference.Asked asked,
            UUID series,
            int revision,
            @Nullable Call before,
            Map<UUID, CrewEntrySummary> people,
            Instant now) {
        var person = people.get(asked.crewEntryId());
        var call = Call.publish(
                Ids.next(),
                series,
                revision,
                new Call.Belongs(project.accountId(), project.id(), asked.unitId(), person.id(), person.departmentId()),
                number,
                asked.brief(),
                Difference.answerBy(asked, now),
                now);
        return new Issued(before == null || before.asks() ? call : call.goingOnFrom(before), person, before);
    }

    private static Set<UUID> concerned(Difference difference) {
        return Stream.of(
                        difference.called().stream().map(call -> call.asked().crewEntryId()),
                        difference.calledAgain().stream()
                                .map(call -> call.asked().crewEntryId()),
                        difference.withdrawn().stream()
                                .map(call -> call.belongs().crewEntryId()))
                .flatMap(ids -> ids)
                .collect(toUnmodifiableSet());
    }

    private static void mustBeOverridden(List<Violation> violations, List<Waiver> overrides) {
        var known = violations.stream().collect(toMap(Violation::key, violation -> violation));
        overrides.stream()
                .filter(override -> !known.containsKey(override.violation))
                .findFirst()
                .ifPresent(override -> {
                    throw UNKNOWN_VIOLATION.of(override.violation);
                });
        var accepted = overrides.stream().map(Waiver::violation).collect(toSet());
        var open = violations.stream()
                .filter(violation -> !accepted.contains(violation.key()))
                .toList();
        if (!open.isEmpty())
            throw SUMMONING_PLAN_BREAKS_RULES
                    .because(open.getFirst().detail() + more(open))
                    .and("violations", open);
    }

    /** Nobody is sent to a place of which no hospital is known, or without somebody to ring. */
    private static void mustBeComplete(List<Gap> gaps) {
        if (!gaps.isEmpty())
            throw SUMMONING_PLAN_INCOMPLETE
                    .because(gaps.getFirst().detail() + more(gaps))
                    .and("gaps", gaps);
    }

    private static String more(List<?> found) {
        return found.size() > 1 ? " (and " + (found.size() - 1) + " more)" : "";
    }
}
