package dev.callboard.acceptance.operations;

import javax.imageio.ImageIO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The slips are printed and read; one name cannot be drawn with the fonts that there are. */
final class ReportScene {
    private final Story story;
    private final Actor eva;

    ReportScene(Story story) {
        this.story = story;
        this.eva = story.eva;
    }

    void play() {
        leave();
        logo();
        var run = started();
        done(run);
        eva.get("/report-runs");
        eva.get(run + "/events", "text/event-stream");
        documents(run);
        preview(run);
        mailed(run);
        webhooks();
        render();
        eva.postIsRefused(422, "/report-runs", slips("/pay-runs/" + story.account));
        ofSome();
        story.arvid.postIsRefused(403, "/report-runs", taxYear(story.account));
        story.fred.postIsRefused(404, "/report-runs", taxYear(story.account));
        var cancel = Request.of(eva, "DELETE", run);
        eva.isRefused(409, cancel);
        eva.isRefused(401, cancel.by(story.nobody));
        eva.isRefused(404, cancel.by(story.fred));
        done(path(eva.post(run + "/retry", null).field("id")));
        unfinished();
    }

    /** A second row over the same days is refused. */
    private void leave() {
        var path = story.account("/leave/import");
        var header = "employee_no,from,to,kind\n";
        eva.csv(path, header + "E1,2027-12-20,2027-12-22,PAID\n");
        var overlap = header + "E1,2027-12-21,2027-12-23,PAID\n";
        eva.isRefused(409, Request.of(eva, "POST", path).body("text/csv", overlap));
    }

    /** The slips that follow are printed with it; a logo that is taken away is none. */
    private void logo() {
        var path = story.account("/logo");
        var logo = Request.of(eva, "PUT", path).body("image/png", png());
        story.client.carryOut(logo);
        eva.get(path);
        story.client.carryOut(Request.of(eva, "DELETE", path));
        eva.isRefused(404, Request.of(eva, "GET", path));
        story.client.carryOut(logo);
    }

    private static String png() {
        var drawn = new BufferedImage(64, 16, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 64; x++) drawn.setRGB(x, x / 4, 0xFF00_5A50);
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString(ISO_8859_1);
    }

    private String started() {
        return path(eva.post("/report-runs", slips(story.payRun)).field("id"));
    }

    /** Printed again for one of them; nobody has the other number. */
    private void ofSome() {
        done(path(eva.post("/report-runs", of(List.of("E1"))).field("id")));
        eva.postIsRefused(422, "/report-runs", of(List.of("E1", "nobody-s")));
    }

    private Map<String, Object> of(List<String> employees) {
        var some = new HashMap<>(slips(story.payRun));
        some.put("employees", employees);
        return some;
    }

    private void done(String run) {
        Story.until("the report run is done", () -> eva.get(run).json().hasNonNull("finishedAt"));
    }

    private void documents(String run) {
        for (var item : eva.get(run + "/items").json().get("items")) {
            var document = run + "/items/" + item.get("item").asText() + "/document";
            if (item.get("state").asText().equals("FAILED")) {
                eva.isRefused(409, Request.of(eva, "GET", document));
            } else {
                eva.get(document);
                story.client.carryOut(Request.of(eva, "GET", document).with("Range", "bytes=0-99"));
                eva.isRefused(416, Request.of(eva, "GET", document).with("Range", "bytes=99999999-"));
            }
        }
        for (var part : new String[] {"archive", "document", "table"}) eva.get(run + "/" + part);
    }

    private void preview(String run) {
        var slips = slips(story.payRun);
        eva.post("/report-runs/preview", slips);
        eva.postIsRefused(404, "/report-runs/preview?item=987654", slips);
        eva.postIsRefused(422, "/report-runs/preview", slips("/pay-runs/" + story.account));
        var failed =
                eva.get(run + "/items?state=FAILED").json().at("/items/0/item").asText();
        eva.postIsRefused(409, "/report-runs/preview?item=" + failed, slips);
    }

    /** The pay run is released, so the slips may be seen. */
    private void mailed(String run) {
        eva.post(run + "/mailing", null);
        eva.get(run + "/mailing");
        var link = story.mail(story.bo.email(), "/api/v1(/pay-slips/[\\w-]+)");
        story.nobody.get(link);
        eva.get(run + "/mailing/recipients");
        withheld(link);
    }

    /** What opens with a birth date is kept back where there is none. */
    private void withheld(String link) {
        eva.patch(story.account("/pay-scheme"), Map.of("documentPassword", "BIRTH_DATE"));
        eva.patch(story.account("/employees/E1"), Collections.singletonMap("birthDate", null));
        story.nobody.isRefused(409, Request.of(story.nobody, "GET", link));
        eva.patch(story.account("/employees/E1"), Map.of("birthDate", "1980-07-20"));
        eva.patch(story.account("/pay-scheme"), Map.of("documentPassword", "NONE"));
    }

    private void webhooks() {
        var hooks = story.account("/webhooks");
        var url = Map.of("url", story.platform.url() + "/nobody-listens-here");
        eva.post(hooks, url);
        eva.postIsRefused(422, hooks, Map.of("url", "ftp://norrsken.example/"));
        Story.until(
                "the account has as many webhooks as it can",
                () -> story.client.send(eva.posted(hooks, url)).status() == 409);
        for (var hook : eva.get(hooks).json().get("items"))
            story.client.carryOut(
                    Request.of(eva, "DELETE", hooks + "/" + hook.get("id").asText()));
    }

    private void render() {
        var large = Map.of("kind", "mandelbrot", "width", 2_048, "height", 2_048, "iterations", 10_000);
        var render = "/renders/" + eva.post("/renders", large).field("id");
        eva.get(render);
        Story.until(
                "no more images are begun before one is drawn",
                () -> story.client.send(eva.posted("/renders", large)).status() == 409);
        Story.until("an image is not drawn yet", () -> {
            var begun = story.client.send(eva.posted("/renders", large));
            return begun.status() == 202
                    && story.client
                                    .send(Request.of(eva, "GET", "/renders/" + begun.field("id") + "/image"))
                                    .status()
                            == 409;
        });
        Story.until("the image is drawn", () -> eva.get(render).field("state").equals("DONE"));
        eva.get(render + "/image");
        var cancel = Request.of(eva, "DELETE", render);
        eva.isRefused(409, cancel);
        eva.isRefused(401, cancel.by(story.nobody));
        eva.isRefused(404, cancel.by(story.fred));
        Story.until("an image is taken back before it is drawn", () -> {
            var begun = story.client.send(eva.posted("/renders", large));
            return begun.status() == 202
                    && story.client
                                    .send(Request.of(eva, "DELETE", "/renders/" + begun.field("id")))
                                    .status()
                            == 204;
        });
    }

    /** A run is caught before it is drawn; a few slips are drawn so soon that this may take more than one. */
    private void unfinished() {
        for (var part : new String[] {"archive", "document"})
            Story.until(part + " of a run that is not finished", () -> caught("GET", "/" + part, 409));
        Story.until("the slips of a run that is not finished are not mailed", () -> caught("POST", "/mailing", 409));
        Story.until("a run is cancelled", () -> caught("DELETE", "", 204));
        Story.until("a run that is not finished is not retried", () -> caught("POST", "/retry", 409));
    }

    private boolean caught(String method, String part, int status) {
        return story.client.send(Request.of(eva, method, started() + part)).status() == status;
    }

    private static String path(String id) {
        return "/report-runs/" + id;
    }

    private static Map<String, Object> taxYear(String account) {
        return Map.of("kind", "tax-report", "format", "PDF", "account", account, "year", 2027);
    }

    static Map<String, Object> slips(String payRun) {
        return Map.of(
                "kind", "pay-slips",
                "format", "PDF",
                "payRun", payRun.substring(payRun.lastIndexOf('/') + 1));
    }
}
