package dev.callboard.report.room;

import dev.callboard.kit.security.Caller;
import dev.callboard.report.room.Room.Use;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * What the request has taken of the {@link Room}: until its answer is written, however it ends, also if what would write
 * it is never asked to.
 */
@RequestScoped
public class Share {
    private record Taken(Use use, UUID whose, int mebibytes) {}

    @Inject
    Room room;

    @Inject
    Caller caller;

    private final Deque<Taken> taken = new ArrayDeque<>();

    /**
     * Before it is known what the caller may see: it is in turn with what else she asks for. An id that she sends and
     * nobody has looked at is no turn of its own, or whoever makes up ids has as many as he likes.
     *
     * @param mebibytes that it may need at most
     * @throws dev.callboard.kit.problem.Problem UNAVAILABLE, when she or others have taken all for seconds
     */
    public void take(Use use, int mebibytes) {
        take(use, caller.userId(), mebibytes);
    }

    /** As {@link #take(Use, int)}. @param whose an account that the caller was seen to belong to, or the caller */
    public void take(Use use, UUID whose, int mebibytes) {
        taken.add(new Taken(use, whose, room.take(use, whose, mebibytes)));
    }

    @PreDestroy
    void giveBack() {
        for (Taken each; (each = taken.poll()) != null; ) room.giveBack(each.use, each.whose, each.mebibytes);
    }
}
