package dev.callboard.project;

import dev.callboard.kit.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

import java.util.function.Supplier;

/** What is unique is the database's to judge: two requests may ask at once. */
public final class Unique {
    private Unique() {}

    /**
     * @param write that ends in a flush
     * @throws Problem {@code taken}, when a unique constraint refuses it
     */
    public static void orRefuse(Runnable write, Supplier<Problem> taken) {
        try {
            write.run();
        } catch (ConstraintViolationException refused) {
            if (refused.getKind() == ConstraintKind.UNIQUE) throw taken.get();
            throw refused;
        }
    }
}
