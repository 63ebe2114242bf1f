package dev.callboard.user.registration;

/**
 * A mail with one thing to do, in text and as HTML of the same look as the mail of a call.
 *
 * @param subject also the first line: it suffices unopened
 * @param reason after the greeting, beginning in lower case
 * @param action what the link does, as on its button
 * @param after validity, and what to do if it was somebody else
 */
record Letter(String subject, String reason, String action, String link, String after) {
    private static final String CELL =
            "padding:0 24px;font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:16px;line-height:24px;color:#111111;";
    private static final String SOFT = CELL + "color:#4a4a4a;font-size:14px;line-height:20px;padding-bottom:24px";

    String text(String name) {
        return """
                %s

                Hello %s,

                %s

                %s:
                %s

                %s

                Callboard
                """.formatted(subject, name, reason, action, link, after);
    }

    String html(String name) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>%1$s</title></head>
                <body style="margin:0;background:#ffffff">
                <table role="presentation" cellpadding="0" cellspacing="0" style="width:100%%;max-width:600px;background:#ffffff;border-collapse:collapse">
                <tr><td style="height:24px;font-size:0;line-height:0">&nbsp;</td></tr>
                <tr><td style="%2$s"><b>%1$s</b></td></tr>
                <tr><td style="padding:8px 24px"><table role="presentation" width="100%%" cellpadding="0" cellspacing="0"><tr><td style="border-top:2px solid #111111;font-size:0;line-height:0">&nbsp;</td></tr></table></td></tr>
                <tr><td style="%2$spadding-top:8px;padding-bottom:16px">Hello %4$s,<br>%5$s</td></tr>
                <tr><td style="padding:0 24px 16px"><table role="presentation" cellpadding="0" cellspacing="0" width="100%%"><tr><td align="center" style="background:#005a50;border:2px solid #005a50;padding:14px 8px;font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:20px;line-height:24px"><a href="%6$s" style="color:#ffffff;font-weight:bold;text-decoration:none">%7$s</a></td></tr></table></td></tr>
                <tr><td style="%3$s">%8$s</td></tr>
                </table>
                </body></html>
                """.formatted(
                        escaped(subject),
                        CELL,
                        SOFT,
                        escaped(name),
                        escaped(reason),
                        escaped(link),
                        escaped(action),
                        escaped(after));
    }

    /** Names are text, whatever is in them. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
