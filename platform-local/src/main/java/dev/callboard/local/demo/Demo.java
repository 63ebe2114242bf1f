package dev.callboard.local.demo;

import dev.callboard.local.platform.DemoPerson;
import dev.callboard.local.platform.GatewayPort;
import dev.callboard.local.platform.PlatformClock;
import dev.callboard.local.platform.PlatformFolder;
import dev.callboard.local.platform.PlatformRun;
import dev.callboard.local.platform.RunningPlatform;
import dev.callboard.local.process.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Walks through the platform's main job on the packaged data; starts it where it does not run.")
public final class Demo implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "data folder (default: .callboard in the checkout)")
    private Path data;

    @Mixin
    private GatewayPort port;

    @Option(names = "--exit", description = "end when the walk has ended; 1 when a check failed")
    private boolean exit;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "for the documents, made anew (default: out in the checkout)")
    private Path out;

    @Option(names = "--pause", description = "wait for Enter before each scene")
    private boolean pause;

    @Option(names = "--trace", description = "show each request")
    private boolean trace;

    private final AtomicBoolean failed = new AtomicBoolean();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = PlatformFolder.of(data);
        if (DemoPerson.all(folder.home()).isEmpty()) {
            throw new StartFailure("demo-data/account/people.csv is missing: check the repository out again");
        }
        var running = new RunningPlatform(folder);
        if (running.url().isPresent()) {
            play(folder, running);
        } else {
            new PlatformRun(folder, port.number(), Set.of()).untilEnded((_, end) -> {
                play(folder, running);
                if (exit) end.run();
                else System.out.println("  It keeps running; Ctrl-C ends it");
            });
        }
        return failed.get() ? 1 : 0;
    }

    /** As anybody would who is at the gateway's door; the supervisor is asked as by the verbs. */
    private void play(PlatformFolder folder, RunningPlatform running) {
        var url = running.url().orElseThrow();
        var stage = new Stage(System.out, pause);
        var out = new OutFolder(this.out == null ? folder.home().resolve("out") : this.out.toAbsolutePath());
        var gateway = new Gateway(url, trace);
        var walk = new Walk(
                stage,
                gateway,
                new PostBox(folder.mail()),
                new Packaged(folder.home().resolve("demo-data")),
                out,
                new PlatformClock(folder, InstantSource.system()),
                DemoPerson.all(folder.home()));
        long begin = System.nanoTime();
        try {
            stage.title("Callboard demo · The Salt Road · clock Mon 4 Oct 2027 09:00 Stockholm");
            walk.clock("2027-10-04T09:00:00+02:00");
            new AccountScene(walk).play();
            new ProjectScene(walk).play();
            new PlanScene(walk).play();
            new CallScene(walk, new CalendarReply(mailPort(running))).play();
            new WorkScene(walk).play();
            new PayScene(walk, new ReportWorkers(running)).play();
            new TomorrowScene(walk).play();
        } catch (Stage.Failed check) {
            failed.set(true);
            stage.progressEnded();
            System.out.println("  FAILED: " + check.getMessage());
        }
        out.put("requests.http", "every request, to be repeated", String.join("\n", gateway.requests()));
        out.close(stage, url);
        gateway.refusals().ifPresent(told -> System.out.println("  " + told));
        System.out.printf(
                "  Checks %d of %d · %d s · documents in out/ · open out/index.html · %s%n",
                stage.passed(), stage.checks().size(), Walk.millisSince(begin) / 1000, url);
    }

    private static int mailPort(RunningPlatform running) {
        return running.status().stream()
                .filter(row -> row.component().equals("mail"))
                .findFirst()
                .orElseThrow(() -> new StartFailure("no mail server runs"))
                .port();
    }
}
