package dev.callboard.report.run;

import jakarta.interceptor.InterceptorBinding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On what starts a run: room for what the run writes down is taken before {@link
 * dev.callboard.kit.idempotency.Idempotent} opens its transaction. Who waits for room holds no connection and no key.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface RoomFirst {}
