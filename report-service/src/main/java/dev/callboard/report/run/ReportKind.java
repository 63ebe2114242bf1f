package dev.callboard.report.run;

import dev.callboard.report.render.Language;
import dev.callboard.report.render.Word;
import dev.callboard.report.render.Words;

import java.util.Locale;

/**
 * What a report run prints. The name is stored; {@link #word} is asked for and shown. What a kind needs is in its
 * {@link Printing}.
 */
enum ReportKind {
    PAY_SLIPS,
    /** For each person paid in a calendar year. */
    TAX_REPORT,
    /** For each person of a leave year. */
    LEAVE_REPORT,
    /** One document for the employer, as the two below. */
    TAX_SUMMARY,
    LEAVE_SUMMARY,
    PAY_REGISTER,
    /** No report: the rows of an image, asked for at {@code /renders}. */
    MANDELBROT;

    /** Every {@link #word}, for the check of a request. */
    static final String WORDS = "pay-slips|tax-report|leave-report|tax-summary|leave-summary|pay-register";

    static ReportKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its source is a pay run. */
    boolean ofPayRun() {
        return this == PAY_SLIPS || this == PAY_REGISTER;
    }

    /** Whether a run begins by writing down what it prints, of everybody: what it prints could change meanwhile. */
    boolean writesDown() {
        return switch (this) {
            case TAX_REPORT, LEAVE_REPORT, TAX_SUMMARY, LEAVE_SUMMARY -> true;
            case PAY_SLIPS, PAY_REGISTER, MANDELBROT -> false;
        };
    }

    /** Whether one document of it is made of what is known of everybody. */
    boolean readsEverybody() {
        return writesDown() || this == PAY_REGISTER;
    }

    /** Whether each document is about one person, who alone should read it. */
    boolean ofOnePerson() {
        return switch (this) {
            case PAY_SLIPS, TAX_REPORT, LEAVE_REPORT -> true;
            case TAX_SUMMARY, LEAVE_SUMMARY, PAY_REGISTER, MANDELBROT -> false;
        };
    }

    /** Of all its documents in one file: {@code Pay slips}, {@code Lohnabrechnungen}. */
    String title(Language language) {
        var words = Words.of(language);
        return switch (this) {
            case PAY_SLIPS -> words.say(Word.PAY_SLIPS);
            case TAX_REPORT -> words.say(Word.TAX_REPORT);
            case LEAVE_REPORT -> words.say(Word.LEAVE_REPORT);
            case TAX_SUMMARY -> words.say(Word.TAX_SUMMARY);
            case LEAVE_SUMMARY -> words.say(Word.LEAVE_SUMMARY);
            case PAY_REGISTER -> words.say(Word.PAY_REGISTER);
            case MANDELBROT -> "Mandelbrot";
        };
    }

    /**
     * A slip is named by its number: {@code 2027-10-4711}; another document by its kind first: {@code tax-report-2027-4711};
     * one that is for nobody in particular has the span for a subject.
     */
    String fileName(String span, String subject) {
        if (subject.equals(span)) return word() + "-" + span;
        return this == PAY_SLIPS ? span + "-" + subject : word() + "-" + span + "-" + subject;
    }
}
