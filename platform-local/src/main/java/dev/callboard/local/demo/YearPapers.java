package dev.callboard.local.demo;

import java.util.Map;

/**
 * What a person and the employer get of a year, one document of each kind: drawn as a preview, which is what a report run
 * over all would draw for them, without waiting for ten thousand others.
 */
final class YearPapers {
    private static final int YEAR = 2027;

    /** Everybody is in these runs, by number from E00001 on. */
    private static final int SHOWN = Integer.parseInt(PaySums.SHOWN.substring(1));

    private final Walk walk;

    YearPapers(Walk walk) {
        this.walk = walk;
    }

    void print() {
        long begin = System.nanoTime();
        keep("tax-report", SHOWN, "Tax deduction report", PaySums.SHOWN, "the tax deduction report of one person");
        var leave = keep("leave-report", SHOWN, "Leave report", PaySums.SHOWN, "the leave report of the same person");
        walk.stage.check(
                "it says when leave was asked for and who approved it, and has saved days",
                leave.text().contains("Requested 19 Nov · approved 19 Nov, Stina")
                        && leave.text().contains("Saved from 2026/27"),
                PaySums.SHOWN);
        keep("tax-summary", 1, "Tax summary", "Norrsken Produktion AB", "taxes of the year, for the employer");
        keep("leave-summary", 1, "Leave summary", "Norrsken Produktion AB", "leave owed, for the employer");
        walk.stage.say("tax deduction report, leave report and the employer's summaries of %d in %.1f s"
                .formatted(YEAR, Walk.millisSince(begin) / 1000.0));
    }

    /** @param item number of the document in a run of this kind */
    private Papers.Paper keep(String kind, int item, String title, String whose, String what) {
        var document = walk.gateway
                .post(
                        walk.who("Eva"),
                        "/report-runs/preview?item=" + item,
                        Map.of("kind", kind, "account", walk.accountId, "year", YEAR, "format", "PDF"))
                .mustBe(200)
                .bytes();
        var paper = new Papers(walk).keep(kind, what, document);
        walk.stage.check(
                kind + ".pdf is what its name says, of " + whose,
                paper.text().contains(title) && paper.text().contains(whose),
                paper.pages() + " pages");
        return paper;
    }
}
