package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.employee.Iban;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

import static dev.callboard.report.payroll.PayrollProblem.NOTHING_TO_PAY;

/**
 * Customer credit transfer initiation, ISO 20022 pain.001.001.09: one transfer per slip. Its bytes depend on the approved
 * run alone, so that the bank recognises a file that is sent twice.
 */
@ApplicationScoped
class PaymentFile {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    @Inject
    Register register;

    /** Of the schema: Max140Text, Max35Text. */
    private static final int LONGEST_NAME = 140;

    private static final int LONGEST_REFERENCE = 35;

    /** @throws dev.callboard.kit.problem.Problem PAY_RUN_NOT_APPROVED, NOTHING_TO_PAY, EMPLOYER_INCOMPLETE */
    void check(PayRun run) {
        run.mustBeApproved();
        // the schema knows no file without a transfer
        if (run.totals.slips() == 0) throw NOTHING_TO_PAY.because("slips: 0 (expected: 1 or more)");
        run.terms.mustHaveAccount(); // some were approved before approvals asked for it
    }

    void writeTo(PayRun run, OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            writeHeader(xml, run);
            writePayments(xml, run);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void writeHeader(XMLStreamWriter xml, PayRun run) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        element(xml, "MsgId", reference(run));
        element(xml, "CreDtTm", run.approvedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        writeControl(xml, run);
        xml.writeStartElement("InitgPty");
        element(xml, "Nm", cut(run.terms.employerName(), LONGEST_NAME));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writePayments(XMLStreamWriter xml, PayRun run) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        element(xml, "PmtInfId", reference(run));
        element(xml, "PmtMtd", "TRF");
        element(xml, "BtchBookg", "true");
        writeControl(xml, run);
        nested(xml, "SALA", "PmtTpInf", "CtgyPurp", "Cd");
        nested(xml, run.payDate.toString(), "ReqdExctnDt", "Dt");
        nested(xml, cut(run.terms.employerName(), LONGEST_NAME), "Dbtr", "Nm");
        nested(xml, Iban.plain(run.terms.debtorIban()), "DbtrAcct", "Id", "IBAN");
        if (run.terms.debtorBic().isBlank()) nested(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        else nested(xml, run.terms.debtorBic(), "DbtrAgt", "FinInstnId", "BICFI");
        element(xml, "ChrgBr", "SLEV");
        var failure = new XMLStreamException[1];
        register.eachPayment(run, (employeeNo, name, iban, net) -> {
            try {
                if (failure[0] == null) writePayment(xml, run, employeeNo, name, iban, net);
            } catch (XMLStreamException e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) throw failure[0];
        xml.writeEndElement();
    }

    private static void writePayment(
            XMLStreamWriter xml, PayRun run, String employeeNo, String name, String iban, long net)
            throws XMLStreamException {
        var slip = PaySlips.number(run.period(), employeeNo);
        xml.writeStartElement("CdtTrfTxInf");
        nested(xml, cut(slip, LONGEST_REFERENCE), "PmtId", "EndToEndId");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", run.currency);
        xml.writeCharacters(money(net));
        xml.writeEndElement();
        xml.writeEndElement();
        nested(xml, cut(name, LONGEST_NAME), "Cdtr", "Nm");
        nested(xml, iban, "CdtrAcct", "Id", "IBAN");
        nested(xml, "Pay " + run.period(), "RmtInf", "Ustrd");
        xml.writeEndElement();
    }

    private static void writeControl(XMLStreamWriter xml, PayRun run) throws XMLStreamException {
        element(xml, "NbOfTxs", Integer.toString(run.totals.slips()));
        element(xml, "CtrlSum", money(run.totals.net()));
    }

    /** Characters as the schema counts them, so that none is halved; one that XML 1.0 does not have is a question mark. */
    private static String cut(String text, int most) {
        return text.codePoints()
                .limit(most)
                .map(character -> isXml(character) ? character : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int character) {
        return character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character != 0xFFFE && character != 0xFFFF;
    }

    /** At most 35 characters: a UUID without its hyphens. */
    private static String reference(PayRun run) {
        return run.id.toString().replace("-", "");
    }

    private static String money(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static void nested(XMLStreamWriter xml, String text, String... names) throws XMLStreamException {
        for (var name : names) xml.writeStartElement(name);
        xml.writeCharacters(text);
        for (var i = 0; i < names.length; i++) xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        nested(xml, text, name);
    }
}
