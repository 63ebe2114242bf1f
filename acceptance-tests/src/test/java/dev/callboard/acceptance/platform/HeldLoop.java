package dev.callboard.acceptance.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An event loop that stayed with one task for longer than the limit, as Vert.x tells it in a log.
 *
 * @param told  the line of the log
 * @param stack where its thread was seen, innermost frame first
 */
public record HeldLoop(String told, List<String> stack) {
    private static final String TOLD = "has been blocked";
    private static final String FRAME = "\tat ";

    /** Another thread, the clock, a file or a blocking socket is waited for. */
    private static final Pattern WAIT = Pattern.compile("\tat java\\.base/(jdk\\.internal\\.misc\\.Unsafe\\.park"
            + "|java\\.lang\\.(Object\\.wait|Thread\\.sleep)|java\\.io\\.(File|RandomAccessFile)"
            + "|sun\\.nio\\.ch\\.(FileDispatcherImpl|UnixFileDispatcherImpl|Net\\.poll)).*");

    /** All that a log tells, in its order. */
    public static List<HeldLoop> in(String log) {
        var held = new ArrayList<HeldLoop>();
        var traced = false;
        for (var line : log.lines().toList()) {
            traced = traced && line.startsWith(FRAME);
            if (traced) held.getLast().stack.add(line);
            if (line.contains(TOLD)) traced = held.add(new HeldLoop(line, new ArrayList<>()));
        }
        return held;
    }

    /**
     * A loop that computes may only have had no core, however short its task: where more threads want to run than cores are
     * there, a task of any length takes any time. One that waits does so on every machine.
     */
    public boolean waits() {
        return !stack.isEmpty() && WAIT.matcher(stack.getFirst()).matches();
    }

    @Override
    public String toString() {
        return told + String.join("", stack).replace(FRAME, " < ");
    }
}
