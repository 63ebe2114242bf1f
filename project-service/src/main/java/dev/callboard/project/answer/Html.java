package dev.callboard.project.answer;

/** Text of users is text: it cannot become markup, neither between tags nor in a quoted attribute. */
public final class Html {
    private Html() {}

    public static String text(String words) {
        var escaped = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
