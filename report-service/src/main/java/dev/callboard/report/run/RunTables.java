package dev.callboard.report.run;

import dev.callboard.report.bulk.Table;
import dev.callboard.report.run.Printing.Named;
import dev.callboard.report.run.ReportItems.ReportItem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toMap;

/**
 * A run as a table: the figures of its documents, or where these have none to add up, what became of each. Whoever should
 * have got a document is in it by number and name, with the state and, without a document, the reason. Written as it is
 * read.
 */
@ApplicationScoped
class RunTables {
    private static final int PAGE = 2_000;

    @Inject
    ReportItems items;

    @Inject
    Templates templates;

    /** MiB: the rows of a chunk and a thousand of a workbook; what is one document of all is read as a whole. */
    static int roomOf(ReportRun run) {
        return run.kind.ofOnePerson() ? 4 : 12;
    }

    void write(ReportRun run, Table table) throws IOException {
        var printing = templates.printing(run.kind);
        if (printing.columns().isEmpty()) writeStates(printing, run, table);
        else writeContents(printing, run, table);
        table.finish();
    }

    /** The figures themselves, chunk by chunk, from what the documents are drawn from. */
    private <T> void writeContents(Printing<T> printing, ReportRun run, Table table) {
        boolean ofPeople = run.kind.ofOnePerson();
        var columns = printing.columns().stream();
        table.header(
                (ofPeople ? Stream.concat(columns, Stream.of("state", "reason")) : columns).toArray(String[]::new));
        for (int chunk = 0; chunk < run.chunks; chunk++) {
            int first = run.firstItem(chunk);
            int last = run.lastItem(chunk);
            var loaded = QuarkusTransaction.requiringNew().call(() -> printing.load(run, run.ordinals(first, last)));
            if (!ofPeople) {
                for (var item : loaded) printing.rows(item.content(), table);
                continue;
            }
            var reports = items.page(run, null, first - 1, last - first + 1).stream()
                    .collect(toMap(item -> run.ordinal(item.item()), Function.identity()));
            for (var item : loaded) {
                var report = reports.get(item.ordinal());
                printing.rows(item.content(), new WithEnding(table, state(run, report), reason(run, report)));
            }
        }
    }

    private void writeStates(Printing<?> printing, ReportRun run, Table table) {
        table.header("item", "employee_no", "name", "document_id", "state", "reason", "pages", "sha256");
        var after = 0;
        List<ReportItem> page;
        while (!(page = items.page(run, null, after, PAGE)).isEmpty()) {
            var names = names(printing, run, page);
            for (var item : page) {
                var named = names.get(run.ordinal(item.item()));
                table.number(item.item())
                        .text(named.subject())
                        .text(named.name())
                        .text(named.documentId().toString())
                        .text(state(run, item))
                        .text(reason(run, item))
                        .number(item.pages() == null ? 0 : item.pages())
                        .text(item.sha256() == null ? "" : item.sha256())
                        .end();
            }
            after = page.getLast().item();
        }
    }

    /** By ordinal; of what is not drawn, too. */
    private static Map<Integer, Named> names(Printing<?> printing, ReportRun run, List<ReportItem> page) {
        var ordinals = page.stream().map(item -> run.ordinal(item.item())).toList();
        return QuarkusTransaction.requiringNew().call(() -> printing.names(run, ordinals)).stream()
                .collect(toMap(Named::ordinal, Function.identity()));
    }

    private static String state(ReportRun run, ReportItem item) {
        return cancelled(run, item)
                ? ReportRun.State.CANCELLED.name()
                : item.state().name();
    }

    private static String reason(ReportRun run, ReportItem item) {
        if (cancelled(run, item)) return "not drawn: the run was cancelled before";
        return item.reason() == null ? "" : item.reason();
    }

    private static boolean cancelled(ReportRun run, ReportItem item) {
        return run.state == ReportRun.State.CANCELLED && item.state() == ReportItems.State.QUEUED;
    }

    /** Every row of it ends with state and reason. */
    private record WithEnding(Table table, String state, String reason) implements Table {
        @Override
        public Table text(String value) {
            table.text(value);
            return this;
        }

        @Override
        public Table number(BigDecimal value) {
            table.number(value);
            return this;
        }

        @Override
        public void end() {
            table.text(state).text(reason).end();
        }

        @Override
        public void finish() throws IOException {
            table.finish();
        }
    }
}
