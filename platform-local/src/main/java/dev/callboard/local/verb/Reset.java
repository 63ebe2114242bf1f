package dev.callboard.local.verb;

import dev.callboard.local.infrastructure.FolderTree;
import dev.callboard.local.process.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;

@Command(name = "reset", mixinStandardHelpOptions = true, description = "Ends everything and deletes its data.")
public final class Reset implements Callable<Integer> {
    @Mixin
    private OnPlatform platform;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        var running = platform.running();
        var data = running.folder().data();
        if (!Files.exists(data)) {
            System.out.println("there is nothing in " + data);
            return 0;
        }
        if (!Files.exists(data.resolve("ports.properties"))) {
            throw new StartFailure(data + " is no data folder of Callboard: nothing was deleted");
        }
        if (!yes && !confirmed("Delete everything in " + data + "? (yes/no) ")) {
            throw new StartFailure("nothing was deleted; to delete without a question: ./callboard reset --yes");
        }
        if (running.ask(System.out::println, "down").isEmpty()) running.clearStale();
        FolderTree.delete(data);
        System.out.println("deleted " + data);
        return 0;
    }

    private static boolean confirmed(String question) {
        var console = System.console();
        return console != null && console.isTerminal() && "yes".equalsIgnoreCase(console.readLine(question));
    }
}
