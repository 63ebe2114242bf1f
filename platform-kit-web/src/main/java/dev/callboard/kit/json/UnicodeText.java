package dev.callboard.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;

import java.io.IOException;

/** Text that every part of the platform can store, send and print: whole characters, and no NUL. */
final class UnicodeText extends StringDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = super.deserialize(parser, context);
        if (text != null && !isWhole(text)) throw new NotUnicode(parser);
        return text;
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isLowSurrogate(unit)) return false;
            if (!Character.isHighSurrogate(unit)) continue;
            i++;
            if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) return false;
        }
        return true;
    }
}
