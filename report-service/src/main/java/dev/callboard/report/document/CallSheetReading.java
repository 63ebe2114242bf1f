package dev.callboard.report.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.callboard.kit.json.Json;
import dev.callboard.report.render.CallSheet;
import dev.callboard.report.render.QrCode;

import java.io.IOException;
import java.util.BitSet;
import java.util.Map;

/** The sheet that is drawn, from what project-service tells; the map's address becomes a code on the way. */
final class CallSheetReading {
    private static final ObjectMapper JSON = Json.tolerant()
            .copy()
            .registerModule(new SimpleModule().addDeserializer(CallSheet.Map.class, new MapReading()));

    private CallSheetReading() {}

    static CallSheet read(byte[] json) {
        try {
            return JSON.readValue(json, CallSheet.class);
        } catch (IOException e) {
            throw new IllegalStateException("a call sheet that cannot be read", e);
        }
    }

    private record Told(String url, double latitude, double longitude) {}

    private static final class MapReading extends StdDeserializer<CallSheet.Map> {
        private static final long serialVersionUID = 1;

        MapReading() {
            super(CallSheet.Map.class);
        }

        @Override
        public CallSheet.Map deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var told = parser.readValueAs(Told.class);
            return new CallSheet.Map(told.url, told.latitude, told.longitude, code(told.url));
        }
    }

    /** Level M: readable with 15 % of it lost, as on paper that was folded. */
    static QrCode code(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            var dark = new BitSet(matrix.getWidth() * matrix.getWidth());
            for (int row = 0; row < matrix.getHeight(); row++) {
                for (int column = 0; column < matrix.getWidth(); column++) {
                    if (matrix.get(column, row) == 1) dark.set(row * matrix.getWidth() + column);
                }
            }
            return new QrCode(matrix.getWidth(), dark);
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + text, e);
        }
    }
}
