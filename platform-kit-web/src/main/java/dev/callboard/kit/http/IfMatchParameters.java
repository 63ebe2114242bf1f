package dev.callboard.kit.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

@Provider
class IfMatchParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked") // asked for IfMatch, answered with IfMatch
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == IfMatch.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<IfMatch> {
        @Override
        public @Nullable IfMatch fromString(@Nullable String header) {
            return header == null ? null : IfMatch.of(header);
        }

        @Override
        public String toString(IfMatch version) {
            return "\"" + version.version() + "\"";
        }
    }
}
