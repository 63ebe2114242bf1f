package dev.callboard.report.render;

/** The call sheet of a unit's day, A4: what is needed when lost on page 1, the crew behind it. */
public final class CallSheetTemplate extends ReportTemplate<CallSheet> {
    public CallSheetTemplate(Language language) {
        super("call-sheet/6", language);
    }

    @Override
    String layOut(Canvas canvas, CallSheet item) {
        var page = new CallSheetPage(canvas, words, item);
        page.draw();
        return page.title();
    }
}
