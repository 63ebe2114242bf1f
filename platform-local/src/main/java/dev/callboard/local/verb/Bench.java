package dev.callboard.local.verb;

import dev.callboard.local.process.Programs;
import dev.callboard.local.process.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Runs a benchmark and prints its table; without a name, lists them.")
public final class Bench implements Callable<Integer> {
    @Mixin
    private OnPlatform platform;

    @Parameters(arity = "0..*", paramLabel = "NAME")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = platform.folder();
        Path jar = folder.home().resolve("benchmarks/target/callboard-benchmarks.jar");
        if (!Files.exists(jar)) throw new StartFailure("no benchmark is built (no " + jar + ")");
        var command = new ArrayList<>(List.of(
                Programs.javaProgram(),
                "-Dcallboard.home=" + folder.home(),
                "-Dcallboard.data=" + folder.data(),
                "-jar",
                jar.toString()));
        command.addAll(names);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
