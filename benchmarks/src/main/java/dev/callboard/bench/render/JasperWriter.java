package dev.callboard.bench.render;

import dev.callboard.bench.render.PlacedPage.Rule;
import dev.callboard.bench.render.PlacedPage.Text;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;

import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * JasperReports with a design compiled once: one band with a text field for each text of the page, at whole points, as
 * its designs have them. Filling and exporting are measured; there are no row bands, groups or expressions to compute,
 * which a real design has.
 */
final class JasperWriter implements Writer {
    private static final int HEIGHT = 842;

    /** Of DejaVu Sans, in parts of the size: JasperReports places a line by its top. */
    private static final float ASCENT = 0.928f;

    /** Room beside a text, so that its own measuring never breaks it. */
    private static final int ROOM = 8;

    /** Held, or the level is forgotten: it warns once of the OpenPDF beside it, whose difference is in tagging alone. */
    private static final Logger LOGGER = Logger.getLogger("net.sf.jasperreports");

    private final JasperReport report;

    /** @param items of one shape: the nth text of each stands at the same place, from the left or to the right */
    JasperWriter(List<Item> items) throws JRException {
        LOGGER.setLevel(Level.SEVERE);
        var design = new JasperDesign();
        design.setName("slip");
        design.setPageWidth(595);
        design.setPageHeight(HEIGHT);
        design.setColumnWidth(595);
        design.setLeftMargin(0);
        design.setRightMargin(0);
        design.setTopMargin(0);
        design.setBottomMargin(0);
        var texts = new JRDesignParameter();
        texts.setName("texts");
        texts.setValueClass(List.class);
        design.addParameter(texts);

        var band = new JRDesignBand();
        band.setHeight(HEIGHT);
        for (var rule : items.getFirst().page().rules()) band.addElement(line(rule));
        int count = items.getFirst().page().texts().size();
        for (int slot = 0; slot < count; slot++) {
            int at = slot;
            band.addElement(field(
                    at, items.stream().map(item -> item.page().texts().get(at)).toList()));
        }
        design.setTitle(band);
        report = JasperCompileManager.compileReport(design);
    }

    private static JRDesignLine line(Rule rule) {
        boolean level = rule.width() > rule.height();
        var line = new JRDesignLine();
        line.setX(Math.round(rule.x()));
        line.setY(HEIGHT - Math.round(rule.y() + rule.height()));
        line.setWidth(level ? Math.round(rule.width()) : 1);
        line.setHeight(level ? 1 : Math.round(rule.height()));
        line.getLinePen().setLineWidth(Math.min(rule.width(), rule.height()));
        return line;
    }

    private static JRDesignTextField field(int slot, List<Text> texts) {
        var first = texts.getFirst();
        double left = texts.stream().mapToDouble(Text::x).min().orElseThrow();
        double right = texts.stream()
                .mapToDouble(text -> text.x() + text.width())
                .max()
                .orElseThrow();
        boolean leftAligned = texts.stream().allMatch(text -> Math.abs(text.x() - left) < 0.1);
        var field = new JRDesignTextField();
        field.setHorizontalTextAlign(leftAligned ? HorizontalTextAlignEnum.LEFT : HorizontalTextAlignEnum.RIGHT);
        field.setX((int) Math.round(left) - (leftAligned ? 0 : ROOM));
        field.setY(HEIGHT - Math.round(first.baseline() + ASCENT * first.size()));
        field.setWidth((int) Math.round(right - left) + ROOM);
        field.setHeight((int) Math.ceil(first.size() * 1.3));
        field.setFontName("DejaVu Sans Condensed");
        field.setFontSize(first.size());
        field.setBold(first.bold());
        field.setExpression(new JRDesignExpression("(String) $P{texts}.get(" + slot + ")"));
        return field;
    }

    @Override
    public String name() {
        return "JasperReports 7.0.8";
    }

    @Override
    public byte[] write(Item item) {
        var texts = item.page().texts().stream().map(Text::text).toList();
        var parameters = new HashMap<String, Object>();
        parameters.put("texts", texts);
        try {
            return JasperExportManager.exportReportToPdf(
                    JasperFillManager.fillReport(report, parameters, new JREmptyDataSource()));
        } catch (JRException e) {
            throw new IllegalStateException(
                    "JasperReports could not write " + item.slip().number(), e);
        }
    }
}
