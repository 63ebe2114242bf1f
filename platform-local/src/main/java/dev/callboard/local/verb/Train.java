package dev.callboard.local.verb;

import dev.callboard.local.infrastructure.FolderTree;
import dev.callboard.local.platform.PlatformFolder;
import dev.callboard.local.platform.PlatformRun;
import dev.callboard.local.platform.StartCaches;
import dev.callboard.local.process.Ports;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Lets every service start once and keeps what it loaded: later starts of this build are quicker.")
public final class Train implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var data = Files.createTempDirectory("callboard-train-");
        var caches = StartCaches.training();
        try {
            var folder = PlatformFolder.of(data);
            var platform =
                    new PlatformRun(folder, new Ports(data.resolve("gateway.port")).of("gateway"), Set.of(), caches);
            platform.untilEnded((_, end) -> {
                System.out.println("ending the services: each writes its cache now");
                end.run();
            });
            for (var cache : caches.kept())
                System.out.printf(
                        "%-18s %3d MB%n", folder.home().relativize(cache).getName(0), Files.size(cache) >> 20);
        } finally {
            FolderTree.delete(data);
        }
        System.out.printf("trained in %d s%n", (System.nanoTime() - begin) / 1_000_000_000);
        return 0;
    }
}
