package dev.callboard.report.room;

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
    private record Taken(Use use, int mebibytes) {}

    @Inject
    Room room;

    private final Deque<Taken> taken = new ArrayDeque<>();

    /**
     * @param whose the account or the project it is of: they take turns
     * @param mebibytes that it may need at most
     * @throws dev.callboard.kit.problem.Problem UNAVAILABLE, when others have taken all for seconds
     */
    public void take(Use use, UUID whose, int mebibytes) {
        taken.add(new Taken(use, room.take(use, whose, mebibytes)));
    }

    @PreDestroy
    void giveBack() {
        for (Taken each; (each = taken.poll()) != null; ) room.giveBack(each.use, each.mebibytes);
    }
}
