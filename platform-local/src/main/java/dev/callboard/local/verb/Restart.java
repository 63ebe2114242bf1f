package dev.callboard.local.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = "Ends and starts a component, or one instance of it, one after the other.")
public final class Restart implements Callable<Integer> {
    @Mixin
    private OnPlatform platform;

    @Parameters(paramLabel = "SERVICE")
    private String service;

    @Override
    public Integer call() {
        return platform.running().askOrSay(System.out::println, "restart", service);
    }
}
