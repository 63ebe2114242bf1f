package dev.callboard.user.password;

import dev.callboard.kit.problem.CommonProblem;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import static dev.callboard.user.UserProblem.PASSWORD_REFUSED;

/** Hashes and checks passwords, as many at a time as the machine has cores: each costs 19 MiB and some 50 ms of one. */
@ApplicationScoped
public class Passwords {
    @ConfigMapping(prefix = "callboard.passwords")
    interface Cost {
        /** KiB. Raised, it is taken over at each person's next sign-in. */
        @WithDefault("19456")
        int memory();

        @WithDefault("2")
        int passes();

        /** Hashes at a time; by default the number of cores. */
        OptionalInt parallel();

        /** How long a request waits for its turn before 503. */
        @WithDefault("3s")
        Duration patience();
    }

    private final Argon2 argon2;
    private final Semaphore turns;
    private final Duration patience;

    /** What the password of an unknown address is compared with, so that the answer takes as long as for a known one. */
    private final String decoy;

    @Inject
    Passwords(Cost cost) {
        this.argon2 = new Argon2(cost.memory(), cost.passes());
        this.turns = new Semaphore(cost.parallel().orElse(Runtime.getRuntime().availableProcessors()), true);
        this.patience = cost.patience();
        this.decoy = argon2.hash("nobody's password");
    }

    /**
     * @param email normalised
     * @return the PHC string to store
     * @throws dev.callboard.kit.problem.Problem PASSWORD_REFUSED, UNAVAILABLE
     */
    public String hashNew(String password, String email) {
        var normalised = PasswordRules.normalised(password);
        PasswordRules.objection(normalised, email).ifPresent(objection -> {
            throw PASSWORD_REFUSED.because(objection);
        });
        return inTurn(() -> argon2.hash(normalised));
    }

    /**
     * Takes the same time for an unknown address.
     *
     * @param stored empty: nobody has this address, or she has no password yet
     * @throws dev.callboard.kit.problem.Problem UNAVAILABLE
     */
    public boolean match(String password, Optional<String> stored) {
        var normalised = PasswordRules.normalised(password);
        var same = inTurn(() -> Argon2.matches(normalised, stored.orElse(decoy)));
        return same && stored.isPresent();
    }

    /** @return what to store instead of {@code stored}, when the cost was raised since */
    public Optional<String> renewed(String rightPassword, String stored) {
        if (!argon2.outgrew(stored)) return Optional.empty();
        return Optional.of(inTurn(() -> argon2.hash(PasswordRules.normalised(rightPassword))));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS))
                throw CommonProblem.UNAVAILABLE.because("Too many sign-ins at this moment: try again in a few seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.UNAVAILABLE.because("This instance is being shut down: try again");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
