package dev.callboard.report.render;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a document is drawn from, with a word in it for another wherever it stands. */
final class Renamed {
    private Renamed() {}

    @SuppressWarnings("unchecked")
    static <T> T of(T item, String word, String other) {
        return (T) renamed(item, word, other);
    }

    private static Object renamed(Object value, String word, String other) {
        return switch (value) {
            case null -> null;
            case String text -> text.replace(word, other);
            case List<?> list -> {
                var all = new ArrayList<>();
                for (var each : list) all.add(renamed(each, word, other));
                yield all;
            }
            case Record record -> record(record, word, other);
            default -> value;
        };
    }

    private static Object record(Record record, String word, String other) {
        var components = record.getClass().getRecordComponents();
        try {
            var constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            constructor.setAccessible(true);
            var values = new Object[components.length];
            for (int at = 0; at < values.length; at++) {
                components[at].getAccessor().setAccessible(true);
                values[at] = renamed(components[at].getAccessor().invoke(record), word, other);
            }
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(record.getClass() + " (expected: a record like the others)", e);
        }
    }
}
