package dev.callboard.project.answer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The one style sheet of the answer pages, and the policy that lets a browser use it and nothing else. */
final class PageStyle {
    static final String CSS = """
            :root{--ink:#111;--soft:#4a4a4a;--hair:#a6a6a6;--bg:#fff;--accent:#005a50;--on:#fff;color-scheme:light dark}
            @media(prefers-color-scheme:dark){:root{--ink:#f2f2f2;--soft:#bdbdbd;--hair:#6a6a6a;--bg:#111;--accent:#6fd6c6;--on:#111}}
            *{box-sizing:border-box;margin:0;padding:0}
            body{font:16px/24px "DejaVu Sans",system-ui,sans-serif;color:var(--ink);background:var(--bg);font-variant-numeric:tabular-nums;max-width:480px;margin:0 auto;padding:16px 20px 32px;overflow-wrap:anywhere}
            .s{font-size:14px;line-height:20px;color:var(--soft)}
            header{display:flex;justify-content:space-between;gap:12px;border-bottom:2px solid var(--ink);padding-bottom:8px}
            h1{font-size:24px;line-height:32px;margin-top:16px}
            .time{font-size:72px;line-height:72px;font-weight:700;letter-spacing:-.03em;margin-left:-3px}
            section{border-top:1px solid var(--hair);padding:12px 0}
            a{color:var(--accent);font-weight:700;text-underline-offset:4px}
            a[href^=tel]{display:inline-block;padding:10px 0;white-space:nowrap}
            .k{display:grid;grid-template-columns:88px 1fr}
            .k dt{font-size:14px;color:var(--soft)}
            button,.btn,summary{display:block;width:100%;min-height:56px;font:700 20px/24px "DejaVu Sans",system-ui,sans-serif;padding:16px;border:2px solid var(--accent);border-radius:4px;text-align:center;text-decoration:none;cursor:pointer}
            button,.btn{background:var(--accent);color:var(--on)}
            summary{font-size:16px;padding:14px;min-height:52px;color:var(--ink);border-color:var(--ink);margin-top:12px;list-style:none}
            summary::-webkit-details-marker{display:none}
            fieldset{border:0;margin-top:12px}
            legend{font-weight:700}
            label{display:flex;gap:12px;align-items:center;min-height:44px;border-bottom:1px solid var(--hair)}
            input[type=radio]{width:24px;height:24px;accent-color:var(--accent)}
            input[type=text]{display:block;width:100%;height:48px;font:inherit;border:2px solid var(--ink);border-radius:4px;padding:0 12px;background:var(--bg);color:var(--ink);margin:4px 0 16px}
            :focus-visible{outline:3px solid var(--ink);outline-offset:3px}
            .st{border-bottom:2px solid var(--ink);padding:12px 0;display:grid;grid-template-columns:40px 1fr;align-items:start}
            .st b{font-size:20px;line-height:28px}
            .a{color:var(--accent)}
            .w{margin:4px 0 12px}
            .m{margin:4px 0 16px}
            .n{margin:12px 0}
            .q{margin-bottom:12px}
            .e{padding-bottom:0}
            .f{margin:12px 0 0}
            .f label{border:0;min-height:0}
            svg{display:block}
            del{color:var(--soft)}\
            """;

    /** Nothing loads, nothing runs, nobody frames it; its forms go home. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(CSS)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PageStyle() {}

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
