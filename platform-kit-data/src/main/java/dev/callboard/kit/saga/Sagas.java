package dev.callboard.kit.saga;

import dev.callboard.kit.messaging.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The running and ended sagas of this service. */
@ApplicationScoped
public class Sagas {
    private static final Logger LOG = Logger.getLogger(Sagas.class);

    /** A step that an operator asks for again may stay unanswered too. */
    private static final Duration RETRY_PATIENCE = Duration.ofMinutes(1);

    @Inject
    SagaRows rows;

    @Inject
    SagaDefinitions definitions;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    @Inject
    MeterRegistry metrics;

    /**
     * In the caller's transaction. A saga that exists already is left as it is.
     *
     * @param accountId whose members may see it
     * @param subjectId what it is about, such as the project that opens
     * @param first the state to begin in, with the first commands
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void start(String kind, UUID sagaId, UUID accountId, UUID subjectId, Next first) {
        var now = clock.instant();
        var saga = new Saga(
                sagaId,
                kind,
                accountId,
                subjectId,
                first.status(),
                first.reason(),
                first.state().getClass().getSimpleName(),
                SagaJson.write(first.state()),
                1,
                deadline(now, first.deadline()),
                now,
                now);
        if (!rows.insert(saga)) return;

        log(saga, "start", null, first.commands(), now);
        carryOut(saga, first.commands());
    }

    /** In the caller's transaction, usually that of a consumer. A reply to an unknown saga is logged and dropped. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deliver(UUID sagaId, Object reply) {
        var saga = rows.lock(sagaId);
        if (saga.isEmpty()) {
            LOG.infof("No saga %s for %s", sagaId, reply.getClass().getSimpleName());
            return;
        }
        deliver(saga.get(), reply);
    }

    /** The name of the state that the saga is in and where it stands; empty for an unknown one. */
    public Optional<Standing> standing(UUID sagaId) {
        return rows.find(sagaId).map(saga -> new Standing(saga.stateType(), saga.status(), saga.reason()));
    }

    /** @param state simple name of the state's record */
    public record Standing(
            String state, Status status, @Nullable String reason) {}

    void deliver(Saga saga, Object reply) {
        var definition = definitions.of(saga.kind());
        var answer = definition.replies().cast(reply);
        var next = definition.after(state(definition, saga), answer);
        move(saga, next, reply.getClass().getSimpleName(), null);
    }

    /** Asks again for what the last step with commands asked. */
    void retry(Saga saga, String actor) {
        var steps = rows.steps(saga.id());
        var asked = steps.stream()
                .filter(step -> !step.commands().isEmpty())
                .reduce((earlier, later) -> later)
                .map(SagaStep::commands)
                .orElse(List.of());
        var commands = asked.stream().map(SagaJson::command).toList();
        var running = with(saga, Status.RUNNING, null, clock.instant().plus(RETRY_PATIENCE));
        rows.update(running);
        log(running, "retry", actor, commands, clock.instant());
        carryOut(running, commands);
    }

    void compensate(Saga saga, String actor) {
        var definition = definitions.of(saga.kind());
        move(saga, definition.compensate(saga.id(), state(definition, saga)), "compensate", actor);
    }

    /** The operator takes the saga for done as it is. */
    void accept(Saga saga, String actor) {
        var accepted = with(saga, Status.COMPLETED, "accepted as it is", null);
        rows.update(accepted);
        log(accepted, "accept", actor, List.of(), clock.instant());
    }

    private void move(Saga saga, Next next, String reply, @Nullable String actor) {
        var now = clock.instant();
        var state = SagaJson.write(next.state());
        var type = next.state().getClass().getSimpleName();
        var unmoved = type.equals(saga.stateType()) && SagaJson.tree(state).equals(SagaJson.tree(saga.state()));
        // "Repeated: stay", and a late reply to an ended saga, leave standing and deadline as they are.
        var stays = unmoved && next.status() == Status.RUNNING && next.deadline() == null;
        var moved = new Saga(
                saga.id(),
                saga.kind(),
                saga.accountId(),
                saga.subjectId(),
                stays ? saga.status() : next.status(),
                stays ? saga.reason() : next.reason(),
                type,
                state,
                saga.version() + 1,
                stays ? saga.deadline() : deadline(now, next.deadline()),
                saga.startedAt(),
                now);
        rows.update(moved);
        log(moved, reply, actor, next.commands(), now);
        if (moved.status() != saga.status()) ended(moved);
        carryOut(moved, next.commands());
    }

    /** Through the outbox, or here and now: then the reply is delivered within the same transaction. */
    private void carryOut(Saga saga, List<Object> commands) {
        var definition = definitions.of(saga.kind());
        for (var command : commands) {
            var topic = definition.topicOf(command);
            if (topic != null) {
                outbox.append(topic, definition.keyOf(command), command);
                continue;
            }
            var reply = definition.applied(saga.id(), command);
            if (reply.isPresent()) deliver(saga.id(), reply.get());
        }
    }

    private void log(Saga saga, String reply, @Nullable String actor, List<Object> commands, Instant now) {
        var asked = new ArrayList<SagaStep.Command>();
        for (var command : commands)
            asked.add(new SagaStep.Command(command.getClass().getName(), SagaJson.write(command)));
        rows.addStep(
                saga.id(),
                new SagaStep((int) saga.version(), now, reply, actor, saga.stateType(), saga.status(), asked));
    }

    private void ended(Saga saga) {
        if (saga.status() == Status.RUNNING) return;
        metrics.timer(
                        "callboard.saga",
                        "kind",
                        saga.kind(),
                        "outcome",
                        saga.status().name())
                .record(Duration.between(saga.startedAt(), saga.changedAt()));
        if (saga.status() == Status.PARKED)
            LOG.errorf("Saga %s (%s) is parked: %s", saga.id(), saga.kind(), saga.reason());
    }

    private Saga with(Saga saga, Status status, @Nullable String reason, @Nullable Instant deadline) {
        return new Saga(
                saga.id(),
                saga.kind(),
                saga.accountId(),
                saga.subjectId(),
                status,
                reason,
                saga.stateType(),
                saga.state(),
                saga.version() + 1,
                deadline,
                saga.startedAt(),
                clock.instant());
    }

    static Object state(SagaDefinition<Object, Object> definition, Saga saga) {
        return SagaJson.state(definition.states(), saga.stateType(), saga.state());
    }

    private static @Nullable Instant deadline(Instant now, @Nullable Duration limit) {
        return limit == null ? null : now.plus(limit);
    }
}
