package dev.callboard.bench.render;

import com.sun.management.ThreadMXBean;
import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;
import dev.callboard.report.render.PaySlip;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same one-page slips by four writers in turn, on one thread; what counts is that thread's CPU time. */
public final class RenderBenchmark implements Benchmark {
    private static final int ITEMS = 200;
    private static final int ROUNDS = 11;

    /** How long a writer is warmed, and how long one of its rounds is, in nanoseconds of CPU. */
    private static final long WARM_UP = 4_000_000_000L;

    private static final long ROUND = 300_000_000L;

    /** The slowest that a peer was found on a quiet machine, µs (PERFORMANCE); 30 % more and it was not given its due. */
    private static final Map<String, Double> SLOWEST =
            Map.of("OpenPDF 3.0.5", 3100.0, "PDFBox 3.0.8", 4200.0, "JasperReports 7.0.8", 7900.0);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** CPU nanoseconds and allocated bytes per document, one of each per round. */
    private record Figures(double[] nanos, double[] allocated) {
        double micros() {
            return median(nanos) / 1000;
        }

        private static double median(double[] values) {
            var sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }

    @Override
    public String question() {
        return "how much CPU one pay slip takes: ours, OpenPDF, PDFBox and JasperReports drawing the same page";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result(
                "A one-page A4 pay slip, one thread",
                "writer",
                "CPU µs / document",
                "× ours",
                "documents / CPU s",
                "KiB / document",
                "KiB allocated",
                "goal",
                "met");
        var ours = new CallboardWriter();
        var items = new ArrayList<Item>();
        for (var slip : new Slips().slips(ITEMS)) items.add(new Item(slip, PlacedPage.of(ours.document(slip))));
        var writers = List.of(ours, new OpenPdfWriter(), new PdfBoxWriter(), new JasperWriter(items));

        check(writers, items, result);
        var figures = measure(writers, items);
        double own = figures.get(ours).micros();
        for (var writer : writers) {
            var of = figures.get(writer);
            double micros = of.micros();
            double kib = items.stream()
                            .mapToLong(item -> length(writer, item))
                            .average()
                            .orElseThrow()
                    / 1024;
            var goal = goal(writer.name(), micros / own, kib);
            result.row(
                    writer.name(),
                    "%,.0f".formatted(micros),
                    "%.1f".formatted(micros / own),
                    "%,.0f".formatted(1e6 / micros),
                    "%.1f".formatted(kib),
                    "%,.0f".formatted(Figures.median(of.allocated()) / 1024),
                    goal.text(),
                    goal.verdict());
            result.figure(writer.name(), Map.of("cpuMicros", micros, "ratio", micros / own, "kib", kib));
            if (SLOWEST.containsKey(writer.name())) beSure(writer.name(), micros, result);
        }
        double stored = items.stream().mapToInt(ours::storedBytes).average().orElseThrow() / 1024;
        result.figure("storedKib", stored);
        result.note("Ours formats and lays the slip out from its figures inside the measured time, and stores "
                + "%.2f KiB of each document (%s); the rest is shared."
                        .formatted(stored, Goal.atMost("", 4, "KiB", stored)));
        Scaling.measure(ours, items, result);
        result.note("The peers are given every text formatted and placed, read back out of our page, and only draw it; "
                + "fonts are parsed and the JasperReports design is compiled once, before. "
                + "%d rounds in turn after %d s of CPU each to warm up; medians."
                        .formatted(ROUNDS, WARM_UP / 1_000_000_000));
        result.note("Licences of the peers, which are measured and not shipped: OpenPDF LGPL-2.1 or MPL-2.0, PDFBox "
                + "Apache-2.0, JasperReports LGPL-3.0 (here on OpenPDF 1.3.43).");
        return result;
    }

    /** Of ours what is served, of two peers how much more they cost; PDFBox has none. */
    private static Goal goal(String writer, double timesOurs, double kib) {
        if (writer.startsWith("Callboard")) return Goal.atMost("", 32, "KiB", kib);
        if (writer.startsWith("OpenPDF")) return Goal.atLeast("", 20, "× ours", timesOurs);
        return writer.startsWith("JasperReports") ? Goal.atLeast("", 50, "× ours", timesOurs) : Goal.NONE;
    }

    private static void beSure(String peer, double micros, Result result) {
        double slowest = SLOWEST.get(peer) * 1.3;
        if (micros > slowest)
            result.failure("%s took %,.0f µs (expected: at most %,.0f, or it was not given its due)"
                    .formatted(peer, micros, slowest));
    }

    private static void check(List<Writer> writers, List<Item> items, Result result)
            throws IOException, InterruptedException {
        int texts = items.getFirst().page().texts().size();
        boolean qpdf = Checked.qpdfIsThere();
        int compared = 0;
        for (var item : items) {
            mustSay(ours(writers, item), item.slip());
            if (item.page().texts().size() != texts) throw new IllegalStateException("the slips have several shapes");
            List<String> expected = null;
            for (var writer : writers) {
                var document = writer.write(item);
                var words = Checked.words(document);
                if (expected == null) expected = words;
                compared++;
                if (!words.equals(expected)) {
                    throw new IllegalStateException("%s, slip %s: other words than ours: %s"
                            .formatted(writer.name(), item.slip().number(), Checked.difference(expected, words)));
                }
                if (Checked.pages(document) != 1) result.failure(writer.name() + ": more than one page");
                if (qpdf) {
                    var complaints = Checked.complaints(document);
                    if (!complaints.isEmpty()) result.failure(writer.name() + ": " + complaints.strip());
                }
            }
        }
        result.note("Checked: %d documents, of each writer the same words on one page; qpdf --check %s."
                .formatted(compared, qpdf ? "of each" : "is not on this machine"));
    }

    private static List<String> ours(List<Writer> writers, Item item) throws IOException {
        return Checked.words(writers.getFirst().write(item));
    }

    /** The peers copy our page, so what it leaves out would be missing in all: it is held against the slip. */
    private static void mustSay(List<String> words, PaySlip slip) {
        var page = String.join(" ", words);
        var said = new ArrayList<>(
                List.of(slip.number(), slip.employee().number(), slip.employee().name()));
        for (var production : slip.productions()) {
            said.add(production.title());
            for (var earning : production.earnings()) said.add(earning.kind());
        }
        for (var text : said) {
            for (var word : text.replace(",", "").split("\\s+")) {
                if (!page.contains(word))
                    throw new IllegalStateException("slip %s does not say “%s”".formatted(slip.number(), text));
            }
        }
    }

    private Map<Writer, Figures> measure(List<Writer> writers, List<Item> items) throws IOException {
        var figures = new LinkedHashMap<Writer, Figures>();
        for (var writer : writers) {
            figures.put(writer, new Figures(new double[ROUNDS], new double[ROUNDS]));
            for (long end = cpu() + WARM_UP; cpu() < end; ) writer.write(items.getFirst());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var writer : writers) round(writer, items, figures.get(writer), round);
        }
        return figures;
    }

    private void round(Writer writer, List<Item> items, Figures into, int round) throws IOException {
        long self = Thread.currentThread().threadId();
        long allocatedBefore = threads.getThreadAllocatedBytes(self);
        long begin = cpu();
        int written = 0;
        long bytes = 0;
        while (cpu() - begin < ROUND) {
            // ten at a time: asking for the time costs about a microsecond
            for (int ten = 0; ten < 10; ten++) bytes += writer.write(items.get(written++ % ITEMS)).length;
        }
        into.nanos[round] = (double) (cpu() - begin) / written;
        into.allocated[round] = (double) (threads.getThreadAllocatedBytes(self) - allocatedBefore) / written;
        if (bytes < written * 1024L) throw new IllegalStateException(writer.name() + " wrote next to nothing");
    }

    private long cpu() {
        return threads.getCurrentThreadCpuTime();
    }

    private static long length(Writer writer, Item item) {
        try {
            return writer.write(item).length;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
