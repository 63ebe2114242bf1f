package dev.callboard.local.demo;

import dev.callboard.local.platform.DemoPerson;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What the production has on paper: each is drawn when it is asked for, and laid into {@code out/} with its picture. */
final class Papers {
    private final Walk walk;

    Papers(Walk walk) {
        this.walk = walk;
    }

    /** While some have answered and most have not. */
    void ofTheCalledNight() {
        var sheet = keep(
                walk.who("Ana"),
                "/call-sheets/" + CallScene.NIGHT,
                "call-sheet-v1",
                "the call sheet of the night, with the answers");
        walk.stage.check("the call sheet of the night has at most two pages", sheet.pages <= 2, sheet.pages + " pages");
        for (var said : List.of(
                "light rain until 23:00",
                "Entered Thu 18:30, harbour office",
                "Cast car 1 Hotel Saltsjö – base",
                "3 vegetarian, 2 vegan",
                "17:15 18:00 20:00"))
            walk.stage.check("it tells what Ana said of the day: " + said, sheet.text.contains(said), "the sheet");
        var own = keep(walk.who("Bo"), "/call-sheets/" + CallScene.NIGHT, "call-sheet-v1-bo", "Bo's own copy of it");
        walk.stage.check("and so has Bo's own", own.pages <= 2, own.pages + " pages");
        keep(walk.who("Ana"), "/documents/summoning-grid", "summoning-grid", "who is called when");
        keep(walk.who("Ana"), "/documents/plan", "project-plan", "what is done when, with a page of bars");
    }

    /** @param change as the sheet words it, {@code 19:00 18:30} */
    void ofTheChangedNight(String change) {
        var sheet = keep(
                walk.who("Ana"),
                "/call-sheets/" + CallScene.NIGHT,
                "call-sheet-v2",
                "the same night published again, what changed marked");
        saysWhatItReplaces(sheet, "the second call sheet");
        walk.stage.check("it tells what has changed", sheet.text.contains(change), change);
        walk.stage.check(
                "and that the weather has, which called nobody again",
                sheet.text.contains("Weather 4 to 1 °C, dry from 21:00"),
                "the sheet");
        var own = keep(walk.who("Bo"), "/call-sheets/" + CallScene.NIGHT, "call-sheet-v2-bo", "Bo's own copy of that");
        saysWhatItReplaces(own, "Bo's own copy");
    }

    private void saysWhatItReplaces(Paper sheet, String what) {
        walk.stage.check(
                what + " is version 2 and says what it replaces",
                sheet.text.contains("Version 2") && sheet.text.contains("Replaces v1"),
                sheet.pages + " pages");
    }

    /** @param text in one line, as a reader would copy it out */
    record Paper(int pages, String text) {}

    private Paper keep(DemoPerson reader, String path, String name, String what) {
        return keep(
                name,
                what,
                walk.gateway
                        .get(reader, walk.project(path), "application/pdf")
                        .mustBe(200)
                        .bytes());
    }

    /** Into {@code out/}, with a picture of its first page. */
    Paper keep(String name, String what, byte[] document) {
        walk.out.put(name + ".pdf", what, document);
        try (var opened = Loader.loadPDF(document)) {
            walk.out.put("pictures/" + name + ".png", what, Pictures.firstPage(opened));
            var text = new PDFTextStripper().getText(opened).replaceAll("\\s+", " ");
            return new Paper(opened.getNumberOfPages(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
