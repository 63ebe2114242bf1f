package dev.callboard.local.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description = "Runs a service N times. A server (postgres, kafka, redis, mail, payments): 0 or 1.")
public final class Scale implements Callable<Integer> {
    @Mixin
    private OnPlatform platform;

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service;

    @Parameters(index = "1", paramLabel = "N")
    private int replicas;

    @Override
    public Integer call() {
        return platform.running().askOrSay(System.out::println, "scale", service, Integer.toString(replicas));
    }
}
