package dev.callboard.report.render;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where each character and each picture of a document stands: what is outside the margins or upon another is named. */
final class TextBoxes {
    private static final float LEFT = 36;
    private static final float RIGHT = 559.28f;
    private static final float TOP = 29.5f;

    /** Baselines between the last of a page and that of its foot, and below it, are for nobody. */
    private static final float BOTTOM = 797;

    private static final float FOOT = 812;
    private static final float LOWEST = 820;
    private static final float NEAR = 0.3f;

    /** Height of a capital, of the size. */
    private static final float CAPITAL = 0.73f;

    static final String PICTURE = "▣";

    record Box(String text, float x, float end, float baseline, float size) {
        float top() {
            return baseline - CAPITAL * size;
        }

        float width() {
            return end - x;
        }

        float height() {
            return baseline - top();
        }

        boolean isOutside() {
            return x < LEFT - NEAR
                    || end > RIGHT + NEAR
                    || top() < TOP
                    || baseline > BOTTOM && baseline < FOOT
                    || baseline > LOWEST;
        }

        boolean isUpon(Box other) {
            return Math.min(end, other.end) - Math.max(x, other.x) > NEAR
                    && Math.min(baseline, other.baseline) - Math.max(top(), other.top()) > NEAR;
        }
    }

    private TextBoxes() {}

    /** @return each with its page and the words of its line; empty when all is well */
    static List<String> misplaced(byte[] pdf) throws IOException {
        var misplaced = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++)
                misplaced.addAll(misplaced(page, boxes(document, page)));
        }
        return misplaced;
    }

    /** @param page from 1 */
    static List<Box> of(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return boxes(document, page);
        }
    }

    private static List<Box> boxes(PDDocument document, int page) throws IOException {
        var boxes = new Boxes();
        boxes.setStartPage(page);
        boxes.setEndPage(page);
        boxes.getText(document);
        return boxes.boxes;
    }

    private static List<String> misplaced(int page, List<Box> boxes) {
        var misplaced = new ArrayList<String>();
        boxes.sort(Comparator.comparing(Box::baseline).thenComparing(Box::x));
        for (int at = 0; at < boxes.size(); at++) {
            var box = boxes.get(at);
            if (box.isOutside()) misplaced.add("page %d, outside: %s".formatted(page, line(boxes, box)));
            for (int next = at + 1; next < boxes.size() && boxes.get(next).baseline < box.baseline + 40; next++) {
                if (!box.isUpon(boxes.get(next))) continue;
                misplaced.add("page %d, upon each other: %s, %s"
                        .formatted(page, line(boxes, box), line(boxes, boxes.get(next))));
                break;
            }
        }
        return misplaced.stream().distinct().toList();
    }

    private static String line(List<Box> boxes, Box of) {
        var line = new StringBuilder("«");
        Box last = null;
        for (var box : boxes) {
            if (Math.abs(box.baseline - of.baseline) > 0.05) continue;
            if (last != null && box.x > last.end + 1) line.append(' ');
            line.append(box.text);
            last = box;
        }
        return line.append("» at %.1f %.1f".formatted(of.x, of.baseline)).toString();
    }

    private static final class Boxes extends PDFTextStripper {
        private final List<Box> boxes = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition at) {
            if (at.getUnicode().isBlank()) return;
            boxes.add(new Box(
                    at.getUnicode(),
                    at.getXDirAdj(),
                    at.getXDirAdj() + at.getWidthDirAdj(),
                    at.getYDirAdj(),
                    at.getFontSizeInPt()));
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (operator.getName().equals("Do")
                    && getResources().getXObject((COSName) operands.getFirst()) instanceof PDImageXObject) {
                var place = getGraphicsState().getCurrentTransformationMatrix();
                float bottom = getCurrentPage().getMediaBox().getHeight() - place.getTranslateY();
                float height = place.getScalingFactorY();
                boxes.add(new Box(
                        PICTURE,
                        place.getTranslateX(),
                        place.getTranslateX() + place.getScalingFactorX(),
                        bottom,
                        height / CAPITAL));
            }
            super.processOperator(operator, operands);
        }
    }
}
