package dev.callboard.kit.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** The mapper that reads requests and writes answers is the strict one. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        Json.strict(mapper);
    }

    @Override
    public int priority() {
        return MINIMUM_PRIORITY; // last: the framework's own settings do not win
    }
}
