package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Background;
import dev.callboard.report.render.CallSheet.Cast;
import dev.callboard.report.render.CallSheet.Catering;
import dev.callboard.report.render.CallSheet.Change;
import dev.callboard.report.render.CallSheet.Change.About;
import dev.callboard.report.render.CallSheet.Channel;
import dev.callboard.report.render.CallSheet.Contact;
import dev.callboard.report.render.CallSheet.Copy;
import dev.callboard.report.render.CallSheet.Department;
import dev.callboard.report.render.CallSheet.Diet;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.CallSheet.NextDay;
import dev.callboard.report.render.CallSheet.Person;
import dev.callboard.report.render.CallSheet.Place;
import dev.callboard.report.render.CallSheet.Safety;
import dev.callboard.report.render.CallSheet.Transport;
import dev.callboard.report.render.CallSheet.Version;
import dev.callboard.report.render.PaySlip.Production;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static dev.callboard.report.render.SlussenNight.at;

/** As long as each field may be: 200 characters of a title, 4,000 of safety notes, 32 digits of an employee number. */
final class LongPapers {
    static final String PRODUCTION = words("The Salt Road and the Ferry Girl", 200);
    private static final int PLAYERS = 90;
    private static final String NUMBER = "1234567890".repeat(4).substring(0, 32);

    private LongPapers() {}

    /** So many characters, with these words again and again. */
    static String words(String of, int characters) {
        return (of + " ")
                .repeat(characters / of.length() + 1)
                .substring(0, characters)
                .strip();
    }

    /** Words that occur once each, so that a lost one is missed: {@code notes1 notes2}. */
    static String counted(String word, int characters) {
        var text = new StringBuilder();
        for (int at = 1; text.length() < characters - 12; at++)
            text.append(word).append(at).append(' ');
        return text.toString().strip();
    }

    static List<String> players() {
        return IntStream.rangeClosed(1, PLAYERS).mapToObj("Player%d"::formatted).toList();
    }

    static CallSheet callSheet(Copy.Kind kind) {
        return callSheet(kind, counted("notes", 4_000));
    }

    /** One word, which fits into no line, nor its width, before it is scaled, into an int. */
    static CallSheet endlessCallSheet(Copy.Kind kind) {
        return callSheet(kind, "W".repeat(4_000));
    }

    private static CallSheet callSheet(Copy.Kind kind, String notes) {
        var day = SlussenNight.coordinators();
        var place = day.place();
        var version = day.version();
        var changes = new ArrayList<Change>();
        for (int at = 1; at <= 60; at++)
            changes.add(new Change(at, About.OTHER, "Changed" + at, null, null, "before", "after", List.of()));
        return new CallSheet(
                new Copy(kind, kind == Copy.Kind.REDACTED ? null : "Ana Lindqvist"),
                PRODUCTION,
                day.company(),
                day.unit(),
                day.date(),
                day.number(),
                day.of(),
                day.zone(),
                day.clockChange(),
                new Version(2, version.publishedAt(), 1, version.replacedAt(), 60, changes),
                at("00:15 (+1)"),
                kind == Copy.Kind.PERSONAL ? new CallSheet.Own("best boy grip", at("00:30 (+1)"), 0) : null,
                day.times(),
                day.wrap(),
                new Safety(
                        "112",
                        day.safety().hospital(),
                        day.safety().medic(),
                        day.safety().certificates(),
                        notes),
                new Place(
                        place.set(),
                        place.address(),
                        place.unitBase(),
                        place.parking(),
                        counted("access", 2_000),
                        place.contactName(),
                        place.contactPhone(),
                        counted("power", 1_000),
                        place.map()),
                day.sky(),
                day.schedule(),
                players().stream()
                        .map(name -> new Cast(
                                "12S",
                                name,
                                "Somebody",
                                at("18:15"),
                                at("18:45"),
                                at("01:45 (+1)"),
                                mark(name.length()),
                                0))
                        .toList(),
                IntStream.rangeClosed(1, 70)
                        .mapToObj(group -> new Background(12, "Group" + group, at("00:15 (+1)"), "Tent 2", 5, 0))
                        .toList(),
                IntStream.rangeClosed(1, 4).mapToObj(LongPapers::department).toList(),
                IntStream.rangeClosed(1, 80)
                        .mapToObj(run ->
                                new Transport(at("06:15 (+1)"), words("Run" + run, 60), "base", null, "Minibus 1, 2"))
                        .toList(),
                new Catering(day.catering().meals(), List.of(new Diet(counted("diet", 2_000), 1))),
                IntStream.rangeClosed(1, 90)
                        .mapToObj(channel -> new Channel("Ch. " + channel, "Channel" + channel))
                        .toList(),
                List.of(new NextDay(
                        day.date().plusDays(1),
                        13,
                        at("00:15 (+1)").plusDays(1),
                        "Studio 2",
                        List.of("19"),
                        counted("next", 2_000))),
                IntStream.rangeClosed(1, 200)
                        .mapToObj(contact -> new Contact(words("Department", 40), "Contact" + contact, "+46701740620"))
                        .toList(),
                "Maria Holm");
    }

    private static Mark mark(int at) {
        return Mark.values()[at % 4];
    }

    private static Department department(int number) {
        return new Department(
                words("Department " + number, 100),
                "Hedda Norén",
                "+46701740624",
                IntStream.rangeClosed(1, 60)
                        .mapToObj(at -> new Person(
                                "Standby painter", "Crew%d.%d".formatted(number, at), at("18:00"), mark(at), at % 2))
                        .toList());
    }

    static PaySlip slip() {
        var bo = BoEkdahl.slip();
        var productions = bo.productions().stream()
                .map(of -> new Production(
                        PRODUCTION,
                        words("cost code 410-20", 200),
                        words("The Salt Road", 100),
                        of.corrections(),
                        of.earnings(),
                        of.sum()))
                .toList();
        var employee = bo.employee();
        return new PaySlip(
                bo.documentId(),
                "2027-09-" + NUMBER,
                bo.employer(),
                new PaySlip.Employee(
                        NUMBER,
                        words("Wilhelmina Ehrensvärd", 120),
                        employee.jobTitle(),
                        employee.address(),
                        employee.taxTable(),
                        employee.taxId(),
                        employee.account()),
                new PaySlip.Run(
                        LocalDate.of(2027, 9, 1), LocalDate.of(2027, 9, 30), LocalDate.of(2027, 9, 30), "SEK", 2, null),
                bo.hours(),
                productions,
                bo.gross(),
                with(
                        bo.beforeTax(),
                        inKind("Geldwerter Vorteil (Sachbezug): Unterkunft", 1_234_656_375L),
                        inKind("Geldwerter Vorteil (Sachbezug): Verpflegung", 1_234_656_375L)),
                new PaySlip.Sum(
                        bo.taxableBase().amount() + 2 * 1_234_656_375L,
                        bo.taxableBase().yearToDate() + 2 * 1_234_656_375L),
                bo.tax(),
                bo.taxWithheld(),
                with(
                        bo.afterTax(),
                        inKind("Avgår förmån som redan erhållits: bostad", -1_234_656_375L),
                        inKind("Abzug des erhaltenen Sachbezugs: Verpflegung", -1_234_656_375L)),
                bo.net(),
                bo.leave(),
                new PaySlip.HolidayPay(1200, 1_234_656_375L, 148_158_765L),
                new PaySlip.EmployerCost(
                        List.of(new PaySlip.Line(
                                "Arbeitgeberanteil zur Sozialversicherung, 31,42 %",
                                new PaySlip.Basis.Words(""), 1_485_655_00, null)),
                        1_485_655_00),
                new PaySlip.Foot(
                        words("Eva Strand, payroll, payroll@norrsken.example", 230),
                        LocalDate.of(2027, 9, 30),
                        words("Nord one", 60),
                        true));
    }

    private static List<PaySlip.Line> with(List<PaySlip.Line> lines, PaySlip.Line... more) {
        return Stream.concat(Stream.of(more), lines.stream()).toList();
    }

    private static PaySlip.Line inKind(String label, long amount) {
        return new PaySlip.Line(label, new PaySlip.Basis.Words("September 2026"), amount, amount);
    }

    static SummoningGrid grid() {
        var grid = SaltRoad.grid();
        var teams = grid.teams().stream()
                .limit(3)
                .map(team -> new SummoningGrid.Team(words(team.name(), 100), team.people()))
                .toList();
        return new SummoningGrid(PRODUCTION, 1, grid.asOf(), grid.days(), teams);
    }

    static ProjectPlan plan() {
        var plan = SaltRoad.plan();
        return new ProjectPlan(PRODUCTION, words("A feature film", 400), 3, plan.asOf(), plan.activities());
    }

    static ProjectPlan endlessPlan() {
        var plan = SaltRoad.plan();
        return new ProjectPlan("W".repeat(200), "W".repeat(2_000), 3, plan.asOf(), plan.activities());
    }

    /** Over the end of a year, so that both dates say theirs. */
    static AccountStatement statement() {
        var october = NorrskenBooks.october();
        return new AccountStatement(
                october.customer(),
                LocalDate.of(2026, 12, 15),
                LocalDate.of(2027, 1, 14),
                OffsetDateTime.of(2027, 9, 30, 12, 0, 0, 0, ZoneOffset.UTC),
                october.currency(),
                2,
                october.opening(),
                october.lines(),
                october.charged(),
                october.closing(),
                october.held());
    }

    /** Of the whole year, so that it says until when all was paid; in amounts of billions. */
    static TaxSummary taxSummary() {
        var summary = Norrsken2027.taxSummary(0);
        return new TaxSummary(
                summary.documentId(),
                2027,
                LocalDate.of(2027, 9, 30),
                false,
                new PaySlip.Employer(words("Norrsken Produktion AB", 200), "Stockholm", "559000-0000"),
                "SEK",
                2,
                summary.months(),
                summary.contact(),
                summary.scheme(),
                true);
    }

    static TaxReport taxReport() {
        var months = new ArrayList<TaxReport.Month>();
        for (int slip = 0; slip < 80; slip++)
            months.add(ZoeMuller.month(3, 1_234_567_890_12L, 0, -1_000_000_00L, -2_000_000_00L, 0));
        return ZoeMuller.taxReport(words("Zoë Müller", 200), months);
    }
}
