package dev.callboard.report.document;

import com.sun.net.httpserver.HttpServer;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.Workbook;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.NorrskenLogo;
import dev.callboard.report.render.Picture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** What the other services tell comes over HTTP, as they would tell it: one account, one project, one call. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
@WithTestResource(PapersFormsTest.Neighbours.class)
class PapersFormsTest {
    private static final String STATEMENT = "/api/v1/accounts/norrsken/documents/statement";
    private static final String PERIOD = "?from=2027-10-01&to=2027-10-31";
    private static final String GRID = "/api/v1/projects/salt-road/documents/summoning-grid";

    @Inject
    Database db;

    @Inject
    PaperTemplates templates;

    /** account-service and project-service. */
    public static class Neighbours implements QuarkusTestResourceLifecycleManager {
        private static final String CALL = """
                {"workingDay": "2027-10-30", "planNumber": 2, "publishedAt": "2027-10-29T10:00:00Z",
                 "person": {"crewEntryId": "bo", "departmentId": "grip", "name": "=Bo"}, "roles": ["best boy grip \uD83C\uDFAC"],
                 "call": {"instant": "2027-10-30T18:00:00Z", "zone": "Europe/Stockholm"},
                 "answer": {"state": "ACKNOWLEDGED", "at": "2027-10-29T11:00:00Z"}}
                """;

        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                var path = exchange.getRequestURI().getPath();
                var what = path.replaceFirst("/api/v1/[a-z]+/[0-9a-f-]{36}", "");
                var answer = (what.equals("/balance")
                                ? balance(exchange.getRequestURI().getQuery())
                                : told(what, path.contains("/accounts/")))
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            var url = "http://localhost:" + server.getAddress().getPort();
            return Map.of("callboard.documents.projects", url, "callboard.documents.accounts", url);
        }

        private static String told(String what, boolean ofAccount) {
            return switch (what) {
                case "" ->
                    ofAccount
                            ? "{\"name\": \"Norrsken Produktion AB\", \"currency\": \"SEK\", \"createdAt\": \"2027-09-01T08:00:00Z\"}"
                            : "{\"name\": \"The Salt Road\", \"zone\": \"Europe/Stockholm\"}";
                case "/projects" -> items("{\"id\": \"p1\", \"name\": \"The Salt Road\"}");
                case "/ledger" ->
                    items(
                            "{\"id\": \"1\", \"at\": \"2027-10-04T09:00:00Z\", \"kind\": \"INVOICE\", \"debit\": \"RECEIVABLE\","
                                    + " \"credit\": \"REVENUE\", \"amountMinor\": 249000, \"projectId\": \"p1\"}");
                case "/calls" -> items(CALL);
                case "/units" -> items("{\"id\": \"main\", \"name\": \"Main\"}");
                case "/days" -> items("{\"unitId\": \"main\", \"date\": \"2027-10-30\", \"number\": 18}");
                case "/departments" -> items("{\"id\": \"grip\", \"name\": \"Grip\"}");
                default -> throw new IllegalArgumentException(what);
            };
        }

        /** 2,490 crowns are owed since the last of September. */
        private static String balance(String query) {
            var before = LocalDate.parse(query.substring("before=".length()));
            var owed = before.isAfter(LocalDate.of(2027, 9, 30)) ? 249_000 : 0;
            return "{\"before\": \"%s\", \"owedMinor\": %d, \"heldMinor\": 0}".formatted(before, owed);
        }

        private static String items(String item) {
            return "{\"items\": [" + item + "]}";
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    @Test
    void who_does_not_say_gets_a_statement_on_paper() {
        get(STATEMENT, "*/*").statusCode(200).contentType("application/pdf").header("Vary", equalTo("Accept"));
    }

    @Test
    void a_statement_is_had_for_a_spreadsheet() {
        var csv = get(STATEMENT + PERIOD, "text/csv")
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("statement.csv"))
                .extract()
                .asString();
        assertThat(csv.lines())
                .contains("2027-10-04,INVOICE,The Salt Road,,2490.00,4980.00,SEK")
                .hasSize(4);
    }

    @Test
    void a_statement_is_had_as_a_workbook() throws IOException {
        var workbook = get(STATEMENT + PERIOD, Form.XLSX.mediaType)
                .statusCode(200)
                .contentType(Form.XLSX.mediaType)
                .extract()
                .asByteArray();
        assertThat(Workbook.part(workbook, Workbook.SHEET))
                .contains("INVOICE", "2490")
                .doesNotContain("<f>");
    }

    @Test
    void a_statement_ends_no_earlier_than_it_begins() {
        for (var form : Form.values())
            get(STATEMENT + "?from=2027-11-30&to=2027-11-01", form.mediaType)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(
                            "detail",
                            equalTo("from: 2027-11-30, to: 2027-11-01 (expected: from not after to)"),
                            "errors.field",
                            contains("from", "to"));
        get(STATEMENT + "?from=2027-10-04&to=2027-10-04", "text/csv").statusCode(200);
    }

    /** Bo's role has an emoji. */
    @Test
    void a_grid_is_had_on_paper_for_a_spreadsheet_and_as_a_workbook() throws IOException {
        get(GRID, "application/pdf").statusCode(200).contentType("application/pdf");
        assertThat(get(GRID, "text/csv").statusCode(200).extract().asString())
                .endsWith(
                        "Grip,'=Bo,best boy grip \uD83C\uDFAC,2027-10-30,18,2027-10-30,20:00,UTC+02:00,ACKNOWLEDGED\r\n");
        var workbook = get(GRID, Form.XLSX.mediaType).statusCode(200).extract().asByteArray();
        assertThat(Workbook.part(workbook, Workbook.SHEET))
                .contains("=Bo", "20:00")
                .doesNotContain("<f>");
    }

    @Test
    void what_papers_with_a_logo_begin_with_is_made_once() {
        var account = UUID.randomUUID();
        assertThat(templates.statement(account, Language.SV))
                .isSameAs(templates.statement(UUID.randomUUID(), Language.SV));

        var logo = Picture.of(NorrskenLogo.png(311, 67));
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "insert into logo (account_id, sha256, picture, present) values (?, ?, ?, true)",
                        account,
                        logo.sha256(),
                        logo.file()));

        assertThat(templates.statement(account, Language.SV))
                .isSameAs(templates.statement(account, Language.SV))
                .isNotSameAs(templates.statement(UUID.randomUUID(), Language.SV));
        assertThat(templates.invoice(account, Language.SV)).isSameAs(templates.invoice(account, Language.SV));
    }

    @Test
    void in_another_form_they_are_not_had() {
        get(STATEMENT, "image/png").statusCode(406);
        get(GRID, "image/png").statusCode(406);
    }

    @Test
    void an_unknown_language_is_refused_in_every_form() {
        get(STATEMENT + "?locale=tlh", "text/csv").statusCode(400);
    }

    private static ValidatableResponse get(String path, String accept) {
        var named = path.replaceFirst("norrsken|salt-road", UUID.randomUUID().toString());
        return Norrsken.as(UUID.randomUUID(), "Stina Lind")
                .accept(accept)
                .get(named)
                .then();
    }
}
