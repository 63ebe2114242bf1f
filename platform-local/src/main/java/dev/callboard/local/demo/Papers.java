package dev.callboard.local.demo;

import dev.callboard.local.platform.DemoPerson;
import org.apache.pdfbox.Loader;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the production has on paper: each is drawn when it is asked for, and laid into {@code out/} with its picture. */
final class Papers {
    private final Walk walk;

    Papers(Walk walk) {
        this.walk = walk;
    }

    /** While some have answered and most have not. */
    void ofTheCalledNight() {
        int pages = keep(
                walk.who("Ana"),
                "/call-sheets/" + CallScene.NIGHT,
                "call-sheet-v1",
                "the call sheet of the night, with the answers");
        walk.stage.check("the call sheet of the night has at most two pages", pages <= 2, pages + " pages");
        keep(walk.who("Bo"), "/call-sheets/" + CallScene.NIGHT, "call-sheet-v1-bo", "Bo's own copy of it");
        keep(walk.who("Ana"), "/documents/summoning-grid", "summoning-grid", "who is called when");
        keep(walk.who("Ana"), "/documents/plan", "project-plan", "what is done when, with a page of bars");
    }

    /** @return its pages */
    private int keep(DemoPerson reader, String path, String name, String what) {
        var document = walk.gateway
                .get(reader, walk.project(path), "application/pdf")
                .mustBe(200)
                .bytes();
        walk.out.put(name + ".pdf", what, document);
        try (var opened = Loader.loadPDF(document)) {
            walk.out.put("pictures/" + name + ".png", what, Pictures.firstPage(opened));
            return opened.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
