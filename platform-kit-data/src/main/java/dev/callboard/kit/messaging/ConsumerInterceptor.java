package dev.callboard.kit.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;

/** Outside of {@code @Transactional}, so that each try has a transaction of its own. */
@Interceptor
@Consumer("")
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class ConsumerInterceptor {
    @Inject
    Consumption consumption;

    @Inject
    Inbox inbox;

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        var name = call.getMethod().getAnnotation(Consumer.class).value();
        if (!(call.getParameters()[0] instanceof Envelope<?> envelope))
            throw new IllegalStateException(call.getMethod() + ": a consumer takes one Envelope");

        if (envelope.event() instanceof Letter letter) {
            consumption.take(name, groupOf(call.getMethod()), letter, event -> proceed(call, letter.envelope(event)));
        } else {
            direct(name, envelope, call);
        }
        return null;
    }

    /** Called by code that has the event in hand, a replay or a test: once, and a failure is the caller's. */
    private void direct(String name, Envelope<?> envelope, InvocationContext call) {
        inbox.prepareFor(envelope.time());
        QuarkusTransaction.joiningExisting().run(() -> {
            if (inbox.firstSight(name, envelope.id(), envelope.time())) proceed(call, envelope);
        });
    }

    /** The sealed interface that the consumer reads: the parameter of its envelope. */
    static Class<?> groupOf(Method consumer) {
        if (consumer.getGenericParameterTypes()[0] instanceof ParameterizedType envelope
                && envelope.getActualTypeArguments()[0] instanceof Class<?> group) return group;
        throw new IllegalStateException(consumer + " (expected: an Envelope of one sealed group)");
    }

    private static void proceed(InvocationContext call, Envelope<?> envelope) {
        call.setParameters(new Object[] {envelope});
        try {
            call.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ConsumptionFailure(e);
        }
    }

    /** A checked exception of a consumer's body. */
    private static final class ConsumptionFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        ConsumptionFailure(Exception cause) {
            super(cause);
        }
    }
}
