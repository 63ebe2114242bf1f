package dev.callboard.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST resource method: a request repeated under the same {@code Idempotency-Key} by the same caller gets the
 * stored answer, with {@code Idempotency-Replayed: true}. Opens the transaction that the use case joins and stores the
 * finished 2xx answer (status, Location, Link, ETag, body) before its commit: answer and effect exist together or not
 * at all. Kept 24 h. Never on a route that answers with tokens.
 *
 * <p>Problems: KEY_REUSED (same key, other request), KEY_IN_PROGRESS, INVALID (key missing though required, or too long).
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {
    /** A request without the key is refused; else it is simply carried out. */
    @Nonbinding
    boolean required() default false;
}
