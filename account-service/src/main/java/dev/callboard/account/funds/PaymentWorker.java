package dev.callboard.account.funds;

import dev.callboard.account.funds.PaymentIntents.PaymentIntent;
import dev.callboard.account.provider.PaymentProvider;
import dev.callboard.account.provider.PaymentProvider.Outcome;
import dev.callboard.account.provider.PaymentProvider.Outcome.NeverSeen;
import dev.callboard.account.provider.PaymentProvider.Outcome.Refused;
import dev.callboard.account.provider.PaymentProvider.Outcome.Succeeded;
import dev.callboard.account.provider.PaymentProvider.Outcome.Unknown;
import dev.callboard.kit.database.AfterCommit;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks the provider what the intents say, and brings the outcome back. Woken by the commit of an intent; looks every
 * 250 ms for what other instances or an earlier life left. A crash at any point costs a repetition under the same
 * idempotency key, never a second authorisation.
 */
@ApplicationScoped
class PaymentWorker {
    private static final Logger LOG = Logger.getLogger(PaymentWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    /** Calls at the same time, per instance: each waits on the network and holds nothing else. */
    private static final int AT_ONCE = 32;

    @Inject
    PaymentIntents intents;

    @Inject
    PaymentProvider provider;

    @Inject
    Instance<Holds> holds;

    @Inject
    AfterCommit afterCommit;

    private final Semaphore wake = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private @Nullable Thread loop;

    void start(@Observes StartupEvent event) {
        loop = Thread.ofVirtual().name("payment-intents").start(this::loop);
    }

    /** What is under way is given the time of a call; the rest is resumed by whoever comes next. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (loop != null) loop.interrupt();
        calls.shutdown();
        if (!calls.awaitTermination(5, TimeUnit.SECONDS)) calls.shutdownNow();
    }

    void wakeAfterCommit() {
        afterCommit.once(this, this::wake);
    }

    void wake() {
        wake.release();
    }

    private void loop() {
        var resumed = false;
        while (!stopping) {
            try {
                if (!resumed) {
                    intents.takeOverFromEarlierLife();
                    resumed = true;
                }
                if (!takeSome() && wake.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS))
                    wake.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (stopping) return;
                LOG.warnf("Payment intents cannot be read just now: %s", e.getMessage());
                pause();
            }
        }
    }

    private boolean takeSome() throws InterruptedException {
        free.acquire();
        var slots = 1 + free.drainPermits();
        var used = 0;
        try {
            var taken = intents.take(slots);
            for (var intent : taken) {
                calls.execute(() -> carryOut(intent));
                used++;
            }
            return used > 0;
        } finally {
            free.release(slots - used);
        }
    }

    private void carryOut(PaymentIntent intent) {
        try {
            switch (outcomeOf(intent)) {
                case Succeeded(var reference) -> holds.get().concluded(intent, new HoldEvent.Succeeded(reference));
                case Refused(var reason, var detail) ->
                    holds.get().concluded(intent, new HoldEvent.Declined(reason, detail));
                case Unknown(var why) -> intents.postpone(intent, why);
                case NeverSeen() -> intents.postpone(intent, "not seen by the provider");
            }
        } catch (RuntimeException e) {
            // The database is away: the lease ends, and the outcome is asked for again under the same key.
            LOG.warnf("The outcome of payment intent %s is not stored yet: %s", intent.id(), e.getMessage());
        } finally {
            free.release();
        }
    }

    /** An intent that was taken up before may have been carried out: ask first. What stays unknown is asked for once. */
    private Outcome outcomeOf(PaymentIntent intent) {
        if (intent.attempts() > 1) {
            var earlier = provider.outcomeOf(intent.id());
            if (!(earlier instanceof NeverSeen)) return earlier;
        }
        var outcome = ask(intent);
        return outcome instanceof Unknown ? provider.outcomeOf(intent.id()) : outcome;
    }

    private Outcome ask(PaymentIntent intent) {
        return switch (intent.operation()) {
            case AUTHORISE ->
                provider.authorise(
                        intent.id(),
                        Objects.requireNonNull(intent.paymentToken()),
                        intent.amountMinor(),
                        intent.currency(),
                        intent.sagaId().toString());
            case CAPTURE -> provider.capture(intent.id(), authorization(intent));
            case VOID -> provider.giveUp(intent.id(), authorization(intent));
            case REFUND -> provider.refund(intent.id(), authorization(intent), intent.amountMinor());
        };
    }

    private static String authorization(PaymentIntent intent) {
        return Objects.requireNonNull(intent.authorization());
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_A_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
