package dev.callboard.bench.render;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as the texts and rules that stand on it, read back out of a finished document: so that every writer draws the
 * same page to the hundredth of a point. Points, from the lower left corner.
 */
record PlacedPage(List<Text> texts, List<Rule> rules) {
    record Text(float x, float baseline, float width, boolean bold, float size, String text) {
        private boolean goesOnWith(Text next) {
            return bold == next.bold
                    && Math.abs(size - next.size) < 0.01
                    && Math.abs(baseline - next.baseline) < 0.01
                    && Math.abs(x + width - next.x) < 0.05;
        }

        private Text with(Text next) {
            return new Text(x, baseline, next.x + next.width - x, bold, size, text + next.text);
        }
    }

    record Rule(float x, float y, float width, float height) {}

    static PlacedPage of(byte[] document) throws IOException {
        try (var pdf = Loader.loadPDF(document)) {
            var reader = new Reader(pdf.getPage(0));
            reader.processPage(pdf.getPage(0));
            return new PlacedPage(List.copyOf(reader.texts), List.copyOf(reader.rules));
        }
    }

    private static final class Reader extends PDFGraphicsStreamEngine {
        private final List<Text> texts = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final List<Rule> path = new ArrayList<>();
        private Point2D point = new Point2D.Float();

        Reader(PDPage page) {
            super(page);
        }

        @Override
        protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) {
            var glyph = new Text(
                    at.getTranslateX(),
                    at.getTranslateY(),
                    displacement.getX() * at.getScalingFactorX(),
                    font.getName().endsWith("Bold"),
                    at.getScalingFactorX(),
                    font.toUnicode(code));
            if (!texts.isEmpty() && texts.getLast().goesOnWith(glyph)) {
                texts.set(texts.size() - 1, texts.getLast().with(glyph));
            } else {
                texts.add(glyph);
            }
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
            path.add(new Rule((float) p0.getX(), (float) p0.getY(), (float) (p2.getX() - p0.getX()), (float)
                    (p2.getY() - p0.getY())));
        }

        @Override
        public void fillPath(int windingRule) {
            rules.addAll(path);
            path.clear();
        }

        @Override
        public void moveTo(float x, float y) {
            point = new Point2D.Float(x, y);
        }

        @Override
        public void lineTo(float x, float y) {
            float thickness = getGraphicsState().getLineWidth();
            boolean level = y == (float) point.getY();
            path.add(
                    level
                            ? new Rule((float) point.getX(), y - thickness / 2, x - (float) point.getX(), thickness)
                            : new Rule(x - thickness / 2, (float) point.getY(), thickness, y - (float) point.getY()));
            moveTo(x, y);
        }

        @Override
        public void strokePath() {
            fillPath(0);
        }

        @Override
        public void endPath() {
            path.clear();
        }

        @Override
        public Point2D getCurrentPoint() {
            return point;
        }

        @Override
        public void clip(int windingRule) {
            throw new IllegalStateException("a slip clips nothing");
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            throw new IllegalStateException("a slip has no curves");
        }

        @Override
        public void drawImage(PDImage image) {
            throw new IllegalStateException("a slip has no pictures");
        }

        @Override
        public void closePath() {
            throw new IllegalStateException("a slip has no closed paths");
        }

        @Override
        public void fillAndStrokePath(int windingRule) {
            throw new IllegalStateException("a slip has no outlined areas");
        }

        @Override
        public void shadingFill(COSName shading) {
            throw new IllegalStateException("a slip has no shading");
        }
    }
}
