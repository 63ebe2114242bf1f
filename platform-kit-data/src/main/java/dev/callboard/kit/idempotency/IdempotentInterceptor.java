package dev.callboard.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import static dev.callboard.kit.problem.CommonProblem.INVALID;
import static dev.callboard.kit.problem.CommonProblem.KEY_IN_PROGRESS;
import static dev.callboard.kit.problem.CommonProblem.KEY_REUSED;

/** Opens the transaction that the use case joins. After authentication, before validation. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotentInterceptor {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern VALID_KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    @Inject
    StoredAnswers answers;

    @Inject
    SecurityIdentity identity;

    @Inject
    ObjectMapper json;

    @Inject
    HttpHeaders request;

    @Inject
    UriInfo address;

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        var method = call.getMethod();
        if (method.getReturnType() != Response.class)
            throw new IllegalStateException(method + " (expected: returns Response, so that its answer can be stored)");
        var key = key(method.getAnnotation(Idempotent.class).required());
        QuarkusTransaction.begin();
        try {
            var answer = key == null ? (Response) call.proceed() : once(key, call);
            // An answer that refuses without an exception has no effect either.
            if (answer.getStatus() >= 400) QuarkusTransaction.rollback();
            else QuarkusTransaction.commit();
            return answer;
        } catch (Exception | Error e) {
            if (QuarkusTransaction.isActive()) QuarkusTransaction.rollback();
            throw e;
        }
    }

    private @Nullable String key(boolean required) {
        var key = request.getHeaderString(KEY);
        if (key == null && required) throw INVALID.because(KEY + " is missing (expected: a UUID of your own making)");
        if (key != null && !VALID_KEY.matcher(key).matches())
            throw INVALID.because(KEY + ": expected 1 to 128 printable characters without spaces");
        return key;
    }

    private Response once(String key, InvocationContext call) throws Exception {
        var method = call.getMethod();
        var route = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        var caller =
                identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
        var scope = new StoredAnswers.Scope(caller, route, key);
        if (!answers.lock(scope)) throw KEY_IN_PROGRESS.of(key);

        var hash = RequestHash.of(address.getRequestUri().getRawPath() + query(), method, call.getParameters());
        var earlier = answers.find(scope);
        if (earlier.isPresent()) {
            if (!earlier.get().requestHash().equals(hash)) throw KEY_REUSED.of(key);
            return replay(earlier.get());
        }
        var answer = (Response) call.proceed();
        if (answer.getStatus() / 100 == 2) answers.put(scope, stored(hash, answer));
        return answer;
    }

    private String query() {
        var query = address.getRequestUri().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private StoredAnswer stored(String hash, Response answer) throws JsonProcessingException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        answer.getStringHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return new StoredAnswer(hash, answer.getStatus(), headers, body(answer.getEntity()));
    }

    private byte @Nullable [] body(@Nullable Object entity) throws JsonProcessingException {
        return switch (entity) {
            case null -> null;
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> json.writeValueAsBytes(entity);
        };
    }

    private static Response replay(StoredAnswer stored) {
        var answer = Response.status(stored.status()).header(REPLAYED, "true");
        for (Map.Entry<String, List<String>> header : stored.headers().entrySet())
            for (var value : header.getValue()) answer.header(header.getKey(), value);
        if (stored.body() != null) {
            answer.entity(stored.body());
            if (!stored.headers().containsKey("Content-Type")
                    && !stored.headers().containsKey("content-type"))
                answer.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        }
        return answer.build();
    }
}
