package dev.callboard.kit.messaging;

import java.util.Optional;
import java.util.stream.Stream;

/** Names of events on the wire: {@code account.FundsReply.FundsReserved} is subpackage, sealed group, record. */
final class EventTypes {
    private EventTypes() {}

    /** @throws IllegalArgumentException if it is no record of a sealed group */
    static String of(Class<?> event) {
        return prefix(groupOf(event)) + event.getSimpleName();
    }

    /** Shared by all events of a group, with the dot. */
    static String prefix(Class<?> group) {
        var pack = group.getPackageName();
        return pack.substring(pack.lastIndexOf('.') + 1) + "." + group.getSimpleName() + ".";
    }

    /** The record of that name in the group; empty for one of a later release. */
    static Optional<Class<?>> find(Class<?> group, String type) {
        return members(group).filter(event -> of(event).equals(type)).findAny();
    }

    private static Stream<Class<?>> members(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::members)
                : Stream.of(type);
    }

    private static Class<?> groupOf(Class<?> event) {
        var parent = Stream.of(event.getInterfaces()).filter(Class::isSealed).findFirst();
        if (parent.isPresent()) return groupOf(parent.get());
        if (event.isSealed()) return event;
        throw new IllegalArgumentException(event.getName() + ": not a record of a sealed group");
    }
}
