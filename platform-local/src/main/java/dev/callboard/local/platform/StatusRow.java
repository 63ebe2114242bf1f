package dev.callboard.local.platform;

import dev.callboard.local.process.Child;

import java.util.List;

/**
 * One line of the status table.
 *
 * @param state  {@code ready}, {@code not ready} (runs, but its own check says no), {@code starting}, {@code restarting},
 *               {@code stopped}
 * @param memory in bytes, children included
 */
public record StatusRow(
        String component, String instance, int port, long pid, String state, long memory, int restarts, String build) {

    static StatusRow of(Child child) {
        var process = child.process();
        return new StatusRow(
                child.component().component(),
                child.component().instance(),
                child.component().port(),
                process.map(ProcessHandle::pid).orElse(0L),
                state(child),
                process.map(Memory::of).orElse(0L),
                child.restarts(),
                child.component().build());
    }

    /** This process: killing it stops nothing else, and the next {@code up} takes over. */
    static StatusRow ofSupervisor() {
        var self = ProcessHandle.current();
        return new StatusRow("supervisor", "supervisor", 0, self.pid(), "ready", Memory.ofOne(self), 0, "");
    }

    private static String state(Child child) {
        return switch (child.state()) {
            case STARTING -> "starting";
            case READY -> child.component().ready() ? "ready" : "not ready";
            case RESTARTING -> "restarting";
            case STOPPED -> "stopped";
        };
    }

    static String table(List<StatusRow> rows) {
        var table = new StringBuilder("%-18s %-20s %6s %8s  %-10s %8s %8s  %s%n"
                .formatted("COMPONENT", "INSTANCE", "PORT", "PID", "STATE", "MEMORY", "RESTARTS", "BUILD"));
        for (var row : rows) {
            table.append("%-18s %-20s %6s %8s  %-10s %5d MB %8d  %s%n"
                    .formatted(
                            row.component,
                            row.instance,
                            row.port == 0 ? "-" : row.port,
                            row.pid == 0 ? "-" : row.pid,
                            row.state,
                            row.memory >> 20,
                            row.restarts,
                            row.build));
        }
        long total = rows.stream().mapToLong(StatusRow::memory).sum();
        return table.append("%-18s %-20s %6s %8s  %-10s %5d MB%n".formatted("", "", "", "", "", total >> 20))
                .toString();
    }
}
