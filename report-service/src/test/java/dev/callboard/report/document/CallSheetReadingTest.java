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
