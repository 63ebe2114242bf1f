package dev.callboard.kit.database;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;

final class Values {
    private Values() {}

    /** The PostgreSQL driver knows OffsetDateTime, not Instant; enums are stored by name. */
    static @Nullable Object forJdbc(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case null, default -> value;
        };
    }
}
