package dev.callboard.report.run;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Template;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How one {@link ReportKind} is printed: who gets a document, what stands in it, and what draws it. Everything else
 * (chunks, retries, archive, progress, files) is the same for all kinds and knows none of them.
 *
 * <p>A new kind is a record and its {@link Template} in package {@code render}, a name in {@link ReportKind}, and a bean
 * with this interface; {@link Templates} finds it.
 *
 * <p>A run prints what was there when it was asked for, also if a chunk is drawn an hour later or again after a crash.
 * So what {@link #load} reads must not change any more: either it never does (the slips of an approved pay run), or
 * {@link #select} writes it down in {@link Snapshots}.
 *
 * @param <T> what is drawn: the record that the template takes
 */
interface Printing<T> {
    /**
     * What was asked for; which of it a kind needs is for {@link #select} to check.
     *
     * @param year calendar year of a yearly report
     * @param language null for the account's own
     * @param employees whose documents alone are wanted, by number; null: everybody's
     */
    record Wanted(
            ReportKind kind,
            @Nullable UUID payRun,
            @Nullable UUID account,
            @Nullable Integer year,
            @Nullable Language language,
            @Nullable List<String> employees) {
        /** @throws dev.callboard.kit.problem.Problem INVALID */
        UUID requiredPayRun() {
            return required("payRun", payRun, "the id of an approved pay run");
        }

        /** @throws dev.callboard.kit.problem.Problem INVALID */
        UUID requiredAccount() {
            return required("account", account, "the id of an account");
        }

        /** @throws dev.callboard.kit.problem.Problem INVALID */
        int requiredYear() {
            return required("year", year, "a year such as 2027");
        }

        private <T> T required(String field, @Nullable T value, String expected) {
            if (value != null) return value;
            throw CommonProblem.INVALID
                    .because(field + ": missing (expected: " + expected + ", for kind " + kind.word() + ")")
                    .field(field, null, expected);
        }
    }

    /**
     * What a run will print.
     *
     * @param month where its rows belong: the first day of a month, the tables' partition key
     * @param span in file names and titles: {@code 2027-10}, {@code 2027}
     * @param source what the ordinals of the items number: a pay run, or the run whose snapshot it is
     * @param items with ordinals 1 to this
     */
    record Selected(UUID accountId, LocalDate month, String span, UUID source, int items) {}

    /** @param ordinal in the source; a retry has those that failed */
    record Numbered<T>(int ordinal, String subject, UUID documentId, T content) {}

    /** Whose document it is, without what stands in it. @param name of the person; empty for nobody in particular */
    record Named(int ordinal, String subject, String name, UUID documentId) {}

    ReportKind kind();

    /**
     * Made once for each language and logo in a process, at the first need of it.
     *
     * @param logo of the account that prints; null: it has none
     */
    Template<T> template(Language language, @Nullable Picture logo);

    /**
     * In the transaction that adds the run.
     *
     * @param runId of the run that will be added, the source of its own snapshot
     * @throws dev.callboard.kit.problem.Problem for what cannot be printed, or not by the caller
     */
    Selected select(Wanted wanted, UUID runId);

    /**
     * Of a kind whose documents are of one person each: who of these gets one, in the order of the ordinals. In the
     * transaction that adds the run.
     */
    default List<Named> named(Selected selected, List<String> employeeNos) {
        return List.of();
    }

    /** The contents of one chunk, in the order of the ordinals, in few queries; in a transaction. */
    List<Numbered<T>> load(ReportRun run, List<Integer> ordinals);

    /** As {@link #load}, of what cannot be drawn: reads no more than the names. */
    List<Named> names(ReportRun run, List<Integer> ordinals);

    /** Heads of the table that a run of this kind can be had as (CSV, XLSX); none: what became of each report. */
    default List<String> columns() {
        return List.of();
    }

    /** What one document adds to that table. */
    default void rows(T content, Table table) {}
}
