package dev.callboard.user.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How addresses are compared: {@code " Ana@Norrsken.example"} and {@code "ana@norrsken.example"} are one person. */
public final class Email {
    /** One @ with something on both sides and a dot behind it; whether it exists, only a mail can tell. */
    public static final String SHAPE =
            "\\s*[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]+\\.[^\\s@.<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{2,}\\s*";

    /** RFC 5321, 4.5.3.1.3, less the angle brackets. */
    public static final int LONGEST = 254;

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    private Email() {}

    public static String normalised(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    static boolean isOne(String email) {
        return email.length() <= LONGEST && PATTERN.matcher(email).matches();
    }
}
