package dev.callboard.kit.saga;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.InstantSource;
import java.util.UUID;

/**
 * The participant's side: each step is done at most once per saga, and a step that was undone stays undone, in
 * whichever order do and undo arrive.
 */
@ApplicationScoped
public class SagaSteps {
    @Inject
    Database database;

    @Inject
    InstantSource clock;

    public enum Begin {
        /** Do it. */
        FIRST,
        /** It was done before: answer as then. */
        REPEATED,
        /** Its undo came first and left a tombstone: refuse. */
        UNDONE
    }

    public enum Undo {
        /** It was done: undo it. */
        DONE_BEFORE,
        /** It was undone before: answer as then. */
        REPEATED,
        /** It was never done. A tombstone now refuses it, should it arrive later. */
        NEVER_DONE
    }

    private record Part(boolean done, boolean undone) {}

    /** Serialises with every other begin and undo of this step until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Begin begin(UUID sagaId, String step) {
        var part = lock(sagaId, step);
        if (part.undone()) return Begin.UNDONE;
        if (part.done()) return Begin.REPEATED;

        database.update(
                "update kit.saga_part set done = ? where saga_id = ? and step = ?", clock.instant(), sagaId, step);
        return Begin.FIRST;
    }

    /** The undo of {@link #begin}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Undo undo(UUID sagaId, String step) {
        var part = lock(sagaId, step);
        if (part.undone()) return Undo.REPEATED;

        database.update(
                "update kit.saga_part set undone = ? where saga_id = ? and step = ?", clock.instant(), sagaId, step);
        return part.done() ? Undo.DONE_BEFORE : Undo.NEVER_DONE;
    }

    /** Inserting first makes a row to lock; a rolled-back transaction takes it away again. */
    private Part lock(UUID sagaId, String step) {
        database.update("insert into kit.saga_part (saga_id, step) values (?, ?) on conflict do nothing", sagaId, step);
        return database.first("""
                        select done is not null, undone is not null from kit.saga_part
                        where saga_id = ? and step = ? for update
                        """, row -> new Part(row.getBoolean(1), row.getBoolean(2)), sagaId, step)
                .orElseThrow();
    }
}
