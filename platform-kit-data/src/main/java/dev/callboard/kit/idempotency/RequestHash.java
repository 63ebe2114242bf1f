package dev.callboard.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.json.Json;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Tells one request from another under the same key: address and everything that the method was given. */
final class RequestHash {
    private RequestHash() {}

    /** @param address path and query */
    static String of(String address, Method method, Object[] arguments) {
        var request = new ArrayList<Object>(List.of(address));
        for (int i = 0; i < arguments.length; i++) {
            var type = method.getParameterTypes()[i];
            if (InputStream.class.isAssignableFrom(type))
                throw new IllegalStateException(method + ": a stream cannot be compared with an earlier request");
            // What the framework lends (UriInfo, SecurityContext, …) is no part of what was asked.
            if (!type.getName().startsWith("jakarta.ws.rs.")) request.add(String.valueOf(json(arguments[i])));
        }
        return sha256(json(request));
    }

    private static String json(Object value) {
        try {
            return Json.tolerant().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getName() + " cannot be compared: " + e.getMessage(), e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
