package dev.callboard.local.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Ends everything; the data stays.")
public final class Down implements Callable<Integer> {
    @Mixin
    private OnPlatform platform;

    @Override
    public Integer call() {
        var running = platform.running();
        return running.ask(System.out::println, "down").orElseGet(() -> {
            int cleared = running.clearStale();
            System.out.println(
                    cleared == 0
                            ? "nothing runs on " + running.folder().data()
                            : "ended " + cleared + " processes of a platform that was killed");
            return 0;
        });
    }
}
