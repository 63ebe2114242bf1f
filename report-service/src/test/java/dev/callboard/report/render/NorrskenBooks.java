package dev.callboard.report.render;

import dev.callboard.report.render.AccountStatement.Customer;
import dev.callboard.report.render.AccountStatement.Kind;
import dev.callboard.report.render.AccountStatement.Line;
import dev.callboard.report.render.Invoice.Seller;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What Stina's account paid in October: one production opened, another given back. */
final class NorrskenBooks {
    private static final Customer NORRSKEN =
            new Customer("Norrsken Produktion AB", "Hamngatan 2\n111 47 Stockholm", "SE559900000101");

    private NorrskenBooks() {}

    static AccountStatement october() {
        return new AccountStatement(
                NORRSKEN,
                LocalDate.of(2027, 10, 1),
                LocalDate.of(2027, 10, 31),
                at(31, 23),
                "SEK",
                2,
                0,
                List.of(
                        new Line(at(4, 9), Kind.HOLD, "The Salt Road", 249_000, 0, 0),
                        new Line(at(4, 9), Kind.INVOICE, "The Salt Road", 249_000, 249_000, 249_000),
                        new Line(at(4, 9), Kind.CAPTURE, "The Salt Road", 249_000, -249_000, 0),
                        new Line(at(4, 9), Kind.RELEASE, "The Salt Road", 249_000, 0, 0),
                        new Line(at(12, 14), Kind.HOLD, "Northbound", 249_000, 0, 0),
                        new Line(at(12, 14), Kind.INVOICE, "Northbound", 249_000, 249_000, 249_000),
                        new Line(at(12, 14), Kind.CAPTURE, "Northbound", 249_000, -249_000, 0),
                        new Line(at(12, 14), Kind.RELEASE, "Northbound", 249_000, 0, 0),
                        new Line(at(13, 8), Kind.CREDIT_NOTE, "Northbound", 249_000, -249_000, -249_000),
                        new Line(at(13, 8), Kind.REFUND, "Northbound", 249_000, 249_000, 0),
                        new Line(at(29, 10), Kind.HOLD, "The Ferry Girl", 249_000, 0, 0)),
                249_000,
                0,
                249_000);
    }

    static Invoice invoice() {
        return new Invoice(
                1,
                null,
                new Seller("Callboard AB", "Skeppsbron 10\n111 30 Stockholm", "SE559900000202"),
                NORRSKEN,
                LocalDate.of(2027, 10, 4),
                "Project opened",
                "The Salt Road",
                "SEK",
                2,
                249_000);
    }

    static Invoice creditNote() {
        var invoice = invoice();
        return new Invoice(
                3,
                2,
                invoice.seller(),
                NORRSKEN,
                LocalDate.of(2027, 10, 13),
                "Project given back",
                "Northbound",
                "SEK",
                2,
                249_000);
    }

    private static OffsetDateTime at(int day, int hour) {
        return OffsetDateTime.of(2027, 10, day, hour, 0, 0, 0, ZoneOffset.UTC);
    }
}
