package dev.callboard.kit.messaging;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an {@code @Incoming} method with one {@link Envelope} parameter take effect exactly once per event, in order
 * per key. Around the body, which is only a switch, it puts a transaction with the inbox check. A failure of the
 * infrastructure (connection, lock, time-out) is retried in place for as long as it lasts; any other three times, then
 * the event becomes a dead letter and its key is parked: what comes later for that key queues up behind it.
 *
 * <pre>{@code
 * @Incoming("funds-replies")
 * @Consumer("funds-replies")
 * void on(Envelope<FundsReply> delivery) {
 *     switch (delivery.event()) {
 *         case FundsReserved reserved -> sagas.deliver(reserved.sagaId(), reserved);
 *         …
 * }
 * }</pre>
 *
 * Of the topic's groups only that of the parameter is read; an unknown type of that group is a dead letter.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Consumer {
    /** Names the consumer in inbox, dead letters and metrics; unique in its service and never changed. */
    @Nonbinding
    String value();
}
