package dev.callboard.local.verb;

import dev.callboard.local.platform.GatewayPort;
import dev.callboard.local.platform.PlatformFolder;
import dev.callboard.local.platform.PlatformRun;
import dev.callboard.local.platform.RunningPlatform;
import dev.callboard.local.process.Programs;
import dev.callboard.local.process.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        customSynopsis = "./callboard up [--detach] [--port N] [--data DIR] [--only SERVICE[,SERVICE]] [--no-build]",
        description = "Starts everything that is not running; keeps its data.",
        footer = {
            "",
            "--no-build, which ./callboard itself reads, starts what is built, though the sources have changed."
        })
public final class Up implements Callable<Integer> {
    @Mixin
    private OnPlatform platform;

    @Option(names = "--detach", description = "return when everything is ready, and leave it running")
    private boolean detach;

    @Mixin
    private GatewayPort port;

    @Option(
            names = "--only",
            paramLabel = "SERVICE[,SERVICE]",
            split = ",",
            hideParamSyntax = true,
            description = "only these services, and all servers")
    private Set<String> only = Set.of();

    /** A test that is killed leaves no platform behind: its end of the pipe closes with it. */
    @Option(names = "--until-input-ends", hidden = true, description = "end when standard input is closed")
    private boolean untilInputEnds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = platform.folder();
        var running = new RunningPlatform(folder);
        var url = running.url();
        if (url.isPresent()) {
            System.out.println("Callboard is up already: " + url.get());
            return running.ask(System.out::println, "status").orElse(1);
        }
        if (detach) return detached(folder, running);

        new PlatformRun(folder, port.number(), only).untilEnded((_, end) -> {
            if (untilInputEnds) Thread.ofPlatform().daemon().start(() -> endWithInput(end));
            else System.out.println("Ctrl-C ends it");
        });
        return 0;
    }

    private static void endWithInput(Runnable end) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // the same
        }
        end.run();
    }

    /** The same verb in a process of its own that outlives this one; we read along until it has started. */
    private int detached(PlatformFolder folder, RunningPlatform running) throws IOException, InterruptedException {
        Path log = folder.data().resolve("logs/supervisor.log");
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        var process = new ProcessBuilder(command(folder))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (true) {
            Optional<Integer> code = running.ask(System.out::println, "follow");
            if (code.isPresent()) return code.get();
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                String last = Files.readAllLines(log).stream()
                        .reduce((_, line) -> line)
                        .orElse("it said nothing");
                throw new StartFailure(last.replaceFirst("^callboard: ", ""));
            }
        }
    }

    private List<String> command(PlatformFolder folder) {
        var command = new ArrayList<String>();
        Programs.onPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of(
                Programs.javaProgram(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcallboard.home=" + folder.home(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.callboard.local.Callboard",
                "up",
                "--data",
                folder.data().toString(),
                "--port",
                Integer.toString(port.number())));
        if (!only.isEmpty()) command.addAll(List.of("--only", String.join(",", only)));
        return command;
    }
}
