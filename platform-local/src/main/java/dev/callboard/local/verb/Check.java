package dev.callboard.local.verb;

import dev.callboard.local.demo.Pictures;
import dev.callboard.local.process.Programs;
import dev.callboard.local.process.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What other people's programs say of what we made. The tests need none of them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Holds manifests and the documents of the last demo against qpdf, kubectl and a browser.")
public final class Check implements Callable<Integer> {
    private static final List<String> MANIFESTS = List.of("k8s/base", "k8s/overlays/local");
    private static final List<String> DOCUMENTS =
            List.of("pay-slip.pdf", "pay-slips.pdf", "call-sheet-v2.pdf", "tax-report.pdf", "leave-report.pdf");

    @Mixin
    private OnPlatform platform;

    private final List<String> wrong = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = platform.folder().home();
        for (var manifests : MANIFESTS)
            says(home, "kubectl", "kustomize", home.resolve(manifests).toString());
        for (var document : DOCUMENTS)
            says(home, "qpdf", "--check", made(home, document).toString());
        var shown = Pictures.onTelephone(made(home, "answer-page.html")).isPresent();
        verdict("a browser shows answer-page.html", shown ? "" : "none of " + Pictures.BROWSERS + " is here or works");

        wrong.forEach(reason -> System.err.println("callboard: " + reason));
        return wrong.isEmpty() ? 0 : 1;
    }

    private static Path made(Path home, String name) {
        var file = home.resolve("out").resolve(name);
        if (!Files.exists(file)) throw new StartFailure("no out/" + name + ": run ./callboard demo --exit first");
        return file;
    }

    private void says(Path home, String program, String verb, String argument)
            throws IOException, InterruptedException {
        var what = program + " " + verb + " " + home.relativize(Path.of(argument));
        var found = Programs.onPath(program);
        if (found.isEmpty()) {
            verdict(what, program + " is not installed");
            return;
        }
        var said = Files.createTempFile("callboard-check", ".txt");
        try {
            int exit = new ProcessBuilder(found.get().toString(), verb, argument)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            verdict(what, exit == 0 ? "" : "exit " + exit + ": " + lastLine(said));
        } finally {
            Files.delete(said);
        }
    }

    private static String lastLine(Path said) throws IOException {
        var lines = Files.readAllLines(said);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    /** @param reason why not, or empty */
    private void verdict(String what, String reason) {
        System.out.println((reason.isEmpty() ? "ok      " : "NOT OK  ") + what);
        if (!reason.isEmpty()) wrong.add(what + ": " + reason);
    }
}
