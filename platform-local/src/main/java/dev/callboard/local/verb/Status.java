package dev.callboard.local.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "What runs: component, instance, port, pid, state, memory, build.")
public final class Status implements Callable<Integer> {
    @Mixin
    private OnPlatform platform;

    @Option(names = "--json", description = "the same for programs; memory in bytes")
    private boolean json;

    @Override
    public Integer call() {
        var running = platform.running();
        var code = json
                ? running.ask(System.out::println, "status", "--json")
                : running.ask(System.out::println, "status");
        if (code.isPresent()) return code.get();
        if (json) System.out.println("[]");
        System.err.println("callboard: no platform runs on " + running.folder().data());
        return 1;
    }
}
