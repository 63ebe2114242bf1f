package dev.callboard.report.document;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.callboard.report.render.CallSheet;
import dev.callboard.report.render.CallSheetTemplate;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.QrCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class CallSheetReadingTest {
    private static final String MAP = "https://www.openstreetmap.org/?mlat=59.3195&mlon=18.0722#map=17/59.3195/18.0722";

    /** As project-service answers for a day with one call, its empty parts left out. */
    private static final String ANSWER = """
            {"copy":{"kind":"COORDINATOR","recipient":"Ana Lind"},"production":"The Salt Road",
             "company":"Norrsken Produktion AB","unit":"Main unit","date":"2027-10-30","number":1,"of":1,
             "zone":"Europe/Stockholm",
             "clockChange":{"date":"2027-10-31","at":"03:00:00","before":"+02:00","after":"+01:00"},
             "version":{"number":1,"publishedAt":"2027-10-28T21:05:00+02:00","calledAgain":0,"changes":[]},
             "times":[],"wrap":"2027-10-31T06:00:00+01:00",
             "safety":{"emergencyNumber":"112","certificates":[]},
             "place":{"set":"Slussen, lower quay","address":"Slussplan 1",
               "map":{"url":"%s","latitude":59.3195,"longitude":18.0722}},
             "sky":{"sunset":"2027-10-30T17:01:00+02:00"},
             "schedule":[{"what":"ACTIVITY","at":"2027-10-31T02:00:00+01:00","number":"43","title":"Waiting",
               "needs":{"crew":3,"cast":0,"background":40},"minutes":120}],
             "cast":[],"background":[],
             "crew":[{"name":"Grip","people":[{"role":"Best boy grip","name":"Bo Ekdahl",
               "call":"2027-10-30T18:00:00+02:00","mark":"PENDING","change":0}]}],
             "catering":{"meals":[]},"radio":[],"next":[],"contacts":[],"aFieldOfALaterVersion":1}
            """.formatted(MAP);

    @Test
    void what_project_service_tells_is_read_as_it_is_drawn() {
        var sheet = CallSheetReading.read(ANSWER.getBytes(UTF_8));

        assertThat(sheet.wrap()).hasToString("2027-10-31T06:00+01:00");
        assertThat(sheet.crew().getFirst().people().getFirst().mark()).isEqualTo(CallSheet.Mark.PENDING);
        assertThat(sheet.schedule().getFirst().needs().background()).isEqualTo(40);
        assertThat(sheet.transport()).isEmpty();
    }

    /** The same day, of which Ana has said what no plan knows. */
    private static final String SAID = ANSWER.replace("\"cast\":[],\"background\":[]", """
                    "cast":[
                      {"number":"8","name":"Noor van Dijk","role":"The ferry girl","pickup":"2027-10-30T23:15:00+02:00",
                       "makeUp":"2027-10-31T00:15:00+02:00","onSet":"2027-10-31T01:50:00+02:00","mark":"PENDING","change":0},
                      {"number":"2S","name":"Ines Carvalho","role":"Ilja","makeUp":"2027-10-30T21:30:00+02:00",
                       "onSet":"2027-10-30T22:00:00+02:00","mark":"PENDING","change":0}],
                    "background":[{"count":40,"role":"Townspeople","call":"2027-10-30T20:45:00+02:00","holding":"Tent 2",
                       "answered":0,"change":0}],
                    "transport":[{"at":"2027-10-31T06:15:00+01:00","from":"Base","to":"Södra station","who":"Grip",
                       "vehicle":"Minibus 1"}]""")
            .replace("\"catering\":{\"meals\":[]}", """
                    "catering":{"meals":[],"diets":[{"diet":"vegetarian","count":21},{"diet":"nut allergy","count":2}]}""")
            .replace("\"sky\":{", """
                    "sky":{"weather":{"words":"6 to 2 °C, light rain","source":"SMHI",
                      "enteredAt":"2027-10-29T16:30:00+02:00"},""");

    @Test
    void what_was_said_of_the_day_is_printed_where_it_belongs() throws IOException {
        assertThat(String.join(" ", lines(SAID)))
                .contains("Weather 6 to 2 °C, light rain Entered Fri 16:30, SMHI")
                .contains("8 Noor van Dijk The ferry girl 23:15 00:15 (+1) 01:50 (+1) ○")
                .contains("2S Ines Carvalho Ilja own 21:30 22:00 ○")
                .contains("40 Townspeople 20:45 Tent 2")
                .contains("06:15 (+1) Minibus 1 Base – Södra station Grip")
                .contains("Diets 21 vegetarian, 2 nut allergy");
    }

    @Test
    void a_pickup_after_midnight_has_its_room_and_where_nobody_is_fetched_no_column_stands_there() throws IOException {
        var late = SAID.replace("\"pickup\":\"2027-10-30T23:15", "\"pickup\":\"2027-10-31T00:05");
        assertThat(String.join(" ", lines(late))).contains("8 Noor van Dijk The ferry girl 00:05 (+1) 00:15 (+1)");

        var fetched = SAID.replace("\"pickup\":\"2027-10-30T23:15:00+02:00\",", "");
        assertThat(String.join(" ", lines(fetched)))
                .contains("Make-up", "2S Ines Carvalho Ilja 21:30 22:00")
                .doesNotContain("Pickup");
    }

    @Test
    void who_is_neither_fetched_nor_made_up_has_empty_cells_beside_who_is() throws IOException {
        var plain = SAID.replace("\"makeUp\":\"2027-10-30T21:30:00+02:00\",", "");

        assertThat(String.join(" ", lines(plain)))
                .contains("8 Noor van Dijk The ferry girl 23:15 00:15 (+1)", "2S Ines Carvalho Ilja 22:00 ○");
    }

    @Test
    void a_telephone_reads_the_map_from_the_printed_code() throws Exception {
        try (var opened = Loader.loadPDF(document(ANSWER))) {
            var page = new PDFRenderer(opened).renderImageWithDPI(0, 200);
            var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var image = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));

            assertThat(new QRCodeReader()
                            .decode(image, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo(MAP);
        }
    }

    @Test
    void who_has_no_camera_types_what_is_printed_and_comes_to_the_point() throws Exception {
        assertThat(lines(ANSWER))
                .containsSequence("www.openstreetmap.org", "/?mlat=59.3195", "&mlon=18.0722", "59.3195 N 18.0722 E");
        assertThat(lines(ANSWER.replace("mlat=59.3195&", "mlat=59.319512345678&")))
                .containsSequence("www.openstreetmap.org", "/?mlat=59.31951", "&mlon=18.0722");
    }

    private static List<String> lines(String answer) throws IOException {
        try (var opened = Loader.loadPDF(document(answer))) {
            return new PDFTextStripper()
                    .getText(opened)
                    .lines()
                    .map(String::strip)
                    .toList();
        }
    }

    private static byte[] document(String answer) {
        var template = new CallSheetTemplate(Language.EN);
        var tail = template.draw(CallSheetReading.read(answer.getBytes(UTF_8)));
        var document = new ByteArrayOutputStream();
        document.writeBytes(template.prefix(tail.prefix()));
        document.writeBytes(tail.bytes());
        return document.toByteArray();
    }

    @Test
    void the_same_address_is_always_the_same_code() {
        QrCode code = CallSheetReading.code(MAP);

        assertThat(code).isEqualTo(CallSheetReading.code(MAP));
        assertThat(code.size()).isGreaterThanOrEqualTo(21);
        assertThat(Arrays.asList(code.dark().get(0), code.dark().get(code.size() - 1)))
                .containsOnly(true);
    }
}
