package dev.callboard.local.platform;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the supervisor did, line by line. Whoever asked for a detached start reads along until it has ended. */
final class Journal implements Consumer<String> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final List<String> lines = new ArrayList<>();
    private Boolean started;

    @Override
    public synchronized void accept(String line) {
        lines.add(line);
        System.out.println(TIME.format(LocalTime.now(ZoneId.systemDefault())) + "  " + line);
        notifyAll();
    }

    /** The last line of the start. */
    synchronized void startEnded(boolean well, String line) {
        accept(line);
        started = well;
        notifyAll();
    }

    /** Passes on every line from the first, and returns after the last one of the start: whether it went well. */
    boolean follow(Consumer<String> reader) throws InterruptedException {
        for (int next = 0; ; next++) {
            String line;
            synchronized (this) {
                while (next >= lines.size() && started == null) wait();
                if (next >= lines.size()) return started;
                line = lines.get(next);
            }
            reader.accept(line);
        }
    }
}
