import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** 10,000 employees of Norrsken Produktion AB, what they worked in October 2027, and what the year held before. */
final class Payroll {
    private static final int EMPLOYEES = 10_000;
    private static final YearMonth OCTOBER = YearMonth.of(2027, 10);

    private static final int INVALID_IBAN = 1_234;
    private static final int UNKNOWN_TAX_TABLE = 4_711;
    private static final int NEGATIVE_NET = 8_080;

    /** Of so many numbers one has leave booked, if it is paid by the month. */
    private static final int MONTHLY_WITH_LEAVE = 60;

    /** The productions that the account pays for beside The Salt Road. */
    private static final List<String> PRODUCTIONS =
            List.of("Tidvatten", "Northbound", "Glasbruket", "The Ferry Children", "Kvarnen", "Summer Hall Tour");

    private static final List<String> TAX_TABLES = List.of("E-28", "E-30", "E-32", "E-34");

    /** Brackets of those tables, as docs/pay-rules.md has them: to 20,000, to 40,000, above; in percent. */
    private static final Map<String, int[]> PERCENT = Map.of(
            "E-28", new int[] {16, 26, 34},
            "E-30", new int[] {18, 28, 36},
            "E-32", new int[] {20, 30, 38},
            "E-34", new int[] {22, 32, 40});

    private static final List<String> STREETS = List.of(
            "Skeppargränd", "Tjärvägen", "Lotsgatan", "Saltsjöstigen", "Kajvägen", "Ekollonvägen", "Fyrbacken",
            "Notvägen", "Segelmakargatan", "Repslagarbacken", "Bryggvägen", "Sandhamnsstigen");

    private record Place(String postalCode, String city) {}

    private static final List<Place> PLACES = List.of(
            new Place("116 45", "Stockholm"),
            new Place("171 62", "Solna"),
            new Place("413 27", "Göteborg"),
            new Place("211 22", "Malmö"),
            new Place("753 20", "Uppsala"),
            new Place("972 31", "Luleå"),
            new Place("621 55", "Visby"),
            new Place("903 26", "Umeå"));

    /** @param hourly öre an hour, from–to */
    private record Trade(String department, String costCode, List<String> titles, int least, int most) {}

    private static final List<Trade> TRADES = List.of(
            new Trade("Production", "210", List.of("production secretary", "production runner", "payroll assistant"), 195, 290),
            new Trade("Direction", "220", List.of("2nd AD", "3rd AD", "casting assistant"), 210, 330),
            new Trade("Camera", "230", List.of("1st AC", "2nd AC", "DIT", "camera trainee"), 215, 380),
            new Trade("Grip", "240", List.of("grip", "dolly grip", "crane technician"), 225, 330),
            new Trade("Lighting", "250", List.of("electrician", "rigging electrician", "gaffer"), 225, 370),
            new Trade("Sound", "260", List.of("boom operator", "sound assistant", "PA technician"), 220, 340),
            new Trade("Art and props", "270", List.of("set dresser", "standby painter", "carpenter", "props assistant"), 205, 320),
            new Trade("Costume and make-up", "280", List.of("dresser", "tailor", "make-up artist", "wig maker"), 205, 325),
            new Trade("Stunts and effects", "290", List.of("stunt rigger", "SFX technician", "stunt double"), 260, 420),
            new Trade("Locations and transport", "310", List.of("driver", "location assistant", "boat handler"), 195, 270),
            new Trade("Catering and safety", "320", List.of("caterer", "unit medic", "safety adviser"), 190, 310),
            new Trade("Stage and tour", "330", List.of("stagehand", "fly operator", "follow spot operator", "tour rigger"), 200, 310),
            new Trade("Background", "350", List.of("background", "stand-in", "special background"), 165, 215));

    private enum PayKind {
        HOURLY,
        DAILY,
        WEEKLY,
        MONTHLY,
        FEE
    }

    private final Dice dice = new Dice(2027_10_31);
    private final List<SaltRoad.Crew> crew;
    private final People people;
    private final Csv planted;

    private final Csv employees = new Csv(
            "employee_no,given_name,family_name,email,birth_date,street,postal_code,city,country,iban,tax_id,tax_table,pay_kind,rate_minor,currency,started_on,annual_leave_days,department,job_title,agreement,holiday_pay_bp,cost_code");
    private final Csv hours =
            new Csv("employee_no,date,start,end,break_minutes,hours,kind,project,cost_code,note");
    private final Csv balances = new Csv(
            "employee_no,year,gross_minor,taxable_minor,tax_minor,deductions_minor,net_minor,hours,leave_days");

    private final Csv leave = new Csv("employee_no,from,to,kind");

    Payroll(List<SaltRoad.Crew> crew, People people, Csv planted) {
        this.crew = crew;
        this.people = people;
        this.planted = planted;
    }

    static String number(int index) {
        return "E%05d".formatted(index);
    }

    void write(Path folder) throws IOException {
        for (int i = 1; i <= EMPLOYEES; i++) {
            var inCrew = i <= crew.size() ? crew.get(i - 1) : null;
            employee(i, inCrew);
        }
        employees.write(folder.resolve("employees.csv"));
        hours.write(folder.resolve("hours.csv"));
        balances.write(folder.resolve("opening-balances.csv"));
        leave.write(folder.resolve("leave.csv"));
    }

    int hoursRows() {
        return hours.rows();
    }

    private void employee(int index, SaltRoad.Crew inCrew) {
        var person = inCrew == null ? people.next() : inCrew.person();
        var trade = inCrew == null ? dice.of(TRADES) : tradeOf(inCrew);
        var title = inCrew == null ? dice.of(trade.titles) : inCrew.role();
        var kind = inCrew == null ? payKind(index) : crewPayKind(inCrew);
        var hourly = dice.between(trade.least, trade.most) * 100;
        var rate = rate(kind, hourly);
        var crewAgreement = dice.percent(55);
        var table = index == UNKNOWN_TAX_TABLE ? "E-99" : dice.of(TAX_TABLES);
        var started = started(inCrew);
        var place = dice.of(PLACES);
        var line = employees.add(
                number(index),
                person.given(),
                person.family(),
                inCrew == null ? person.address() : inCrew.address(),
                LocalDate.of(1962, 1, 1).plusDays(dice.below(45 * 365)),
                dice.of(STREETS) + " " + dice.between(1, 88),
                place.postalCode,
                place.city,
                "SE",
                iban(index),
                "X" + (700_000 + index * 7),
                table,
                kind,
                rate,
                "SEK",
                started,
                dice.of(List.of(25, 25, 25, 28, 30)),
                trade.department,
                title,
                crewAgreement ? "CREW" : "",
                1_200,
                trade.costCode);
        balance(index, hourly, started, crewAgreement, PERCENT.getOrDefault(table, PERCENT.get("E-30")));
        work(index, kind, hourly, trade.costCode, inCrew);

        if (index == INVALID_IBAN)
            plant("employees.csv", line, "iban", iban(index), "check digits that fit (ISO 13616): " + validIban(index));
        if (index == UNKNOWN_TAX_TABLE)
            plant("employees.csv", line, "tax_table", table, "one of E-28, E-30, E-32, E-34");
    }

    private static Trade tradeOf(SaltRoad.Crew crew) {
        return TRADES.stream()
                .filter(trade -> trade.department.equals(crew.department()))
                .findFirst()
                .orElse(new Trade(crew.department(), "340", List.of(), 310, 460));
    }

    private static PayKind crewPayKind(SaltRoad.Crew crew) {
        return switch (crew.role()) {
            case "lead actor", "supporting actor" -> PayKind.FEE;
            case "day player" -> PayKind.DAILY;
            default -> PayKind.HOURLY;
        };
    }

    private PayKind payKind(int index) {
        var roll = dice.below(100);
        if (index == NEGATIVE_NET || roll < 45) return PayKind.HOURLY;
        if (roll < 83) return PayKind.MONTHLY;
        if (roll < 93) return PayKind.DAILY;
        return roll < 98 ? PayKind.WEEKLY : PayKind.FEE;
    }

    /** In öre, for the time that the kind says, to the nearest crown. */
    private static int rate(PayKind kind, int hourly) {
        return switch (kind) {
            case HOURLY -> hourly;
            case DAILY -> hourly * 8;
            case WEEKLY -> hourly * 38 / 100 * 100;
            case MONTHLY -> hourly * 150 / 10_000 * 10_000;
            case FEE -> hourly * 90 / 100_000 * 100_000;
        };
    }

    /** A third came this year; nobody after September. */
    private LocalDate started(SaltRoad.Crew inCrew) {
        if (inCrew != null && inCrew.department().equals("Background")) return LocalDate.of(2027, 9, 1);
        return dice.percent(33)
                ? LocalDate.of(2027, dice.between(1, 9), 1)
                : LocalDate.of(dice.between(2009, 2026), dice.between(1, 12), 1);
    }

    // --- October

    private void work(int index, PayKind kind, int hourly, String costCode, SaltRoad.Crew inCrew) {
        var production = PRODUCTIONS.get(index % PRODUCTIONS.size());
        if (inCrew != null) {
            // Before The Salt Road begins on the 18th, each had a day or three somewhere else.
            days(index, dice.between(1, 3), 1, 15, production, costCode);
            if (inCrew.person().family().equals("Żółć")) {
                // Between two productions, and when the second is over; one of the two days at home was a saved one.
                leave.add(number(index), "2027-10-07", "2027-10-08", "PAID");
                leave.add(number(index), "2027-10-11", "2027-10-11", "SAVED");
                leave.add(number(index), "2027-10-12", "2027-10-12", "SICK");
                leave.add(number(index), "2027-11-15", "2027-11-16", "PAID");
                hours.add(
                        number(index), "2027-09-28", "", "", "", "-2.00", "CORRECTION", production, costCode,
                        "Two hours entered twice on 28 September");
            }
            return;
        }
        if (index == NEGATIVE_NET) {
            days(index, 1, 1, 15, production, costCode);
            var line = hours.add(
                    number(index), "2027-09-30", "", "", "", "-32.00", "CORRECTION", production, costCode,
                    "September was paid for a namesake");
            plant("hours.csv", line, "hours", "-32.00", "a net above zero: spread the correction over three periods");
            return;
        }
        switch (kind) {
            case HOURLY -> days(index, dice.between(3, 9), 1, 29, production, costCode);
            case DAILY -> days(index, dice.between(3, 8), 1, 29, production, costCode);
            case WEEKLY -> week(index, dice.of(List.of(4, 11, 18)), production, costCode);
            case FEE -> days(index, 1, 4, 29, production, costCode);
            case MONTHLY -> {
                var extra = dice.percent(14);
                if (extra) days(index, 1, 4, 29, production, costCode); // of it, what is over 8 h is paid on top
                if (dice.percent(9)) leave(index, production, costCode);
                else if (!extra && index % MONTHLY_WITH_LEAVE == 0) booked(index);
            }
        }
        if (kind != PayKind.MONTHLY && dice.percent(5)) pieces(index, production, costCode);
    }

    /** Different weekdays of the month, in order: no more than five a week, and no week of over 60 hours. */
    private void days(int index, int count, int from, int to, String production, String costCode) {
        var left = count;
        for (int day = from; day <= to && left > 0; day++) {
            var date = OCTOBER.atDay(day);
            if (date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) continue;
            if (dice.below(weekdays(day, to)) >= left) continue;
            day(index, date, production, costCode);
            left--;
        }
    }

    private static int weekdays(int from, int to) {
        var count = 0;
        for (int day = from; day <= to; day++)
            if (OCTOBER.atDay(day).getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) count++;
        return count;
    }

    private void day(int index, LocalDate date, String production, String costCode) {
        var night = dice.percent(7);
        var start = night ? 18 * 60 : dice.between(26, 40) * 15; // 06:30 to 10:00
        var pause = dice.percent(70) ? 60 : 30;
        var worked = dice.between(24, 42) * 15; // 6 to 10.5 h
        hours.add(
                number(index), date, clock(start), clock(start + worked + pause), pause,
                "%d.%02d".formatted(worked / 60, worked % 60 * 100 / 60), "WORK", production, costCode, "");
    }

    private void week(int index, int monday, String production, String costCode) {
        for (int i = 0; i < 5; i++) day(index, OCTOBER.atDay(monday + i), production, costCode);
    }

    private void leave(int index, String production, String costCode) {
        hours.add(number(index), OCTOBER.atDay(dice.of(List.of(4, 8, 15, 22, 29))), "", "", "", "8.00", "LEAVE", production, costCode, "");
    }

    /** Approved before Callboard kept requests: one of each kind in turn, whole weeks ahead or some days of October. */
    private void booked(int index) {
        var monday = OCTOBER.atDay(4 + 7 * (index / MONTHLY_WITH_LEAVE % 4));
        switch (index / MONTHLY_WITH_LEAVE % 6) {
            case 0 -> leave.add(number(index), monday, monday.plusDays(4), "PAID");
            case 1 -> leave.add(number(index), monday.plusDays(1), monday.plusDays(2), "SICK");
            case 2 -> leave.add(number(index), "2027-12-20", "2027-12-30", "PAID");
            case 3 -> leave.add(number(index), monday, "2027-11-26", "PARENTAL");
            case 4 -> leave.add(number(index), monday.plusDays(3), monday.plusDays(3), "UNPAID");
            default -> leave.add(number(index), "2027-10-29", "2027-10-29", "PAID_OUT");
        }
    }

    private void pieces(int index, String production, String costCode) {
        var date = OCTOBER.atDay(29);
        if (dice.percent(60)) hours.add(number(index), date, "", "", "", dice.between(1, 3), "PER_DIEM", production, costCode, "Away from home");
        else hours.add(number(index), date, "", "", "", dice.between(18, 240) + ".0", "MILEAGE", production, costCode, "Own car");
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60 % 24, minutes % 60);
    }

    // --- January to September

    /** Month by month by the rules of docs/pay-rules.md, so that the year to date adds up. */
    private void balance(int index, int hourly, LocalDate started, boolean crewAgreement, int[] percent) {
        var months = started.getYear() < 2027 ? 9 : 10 - started.getMonthValue();
        long gross = 0;
        long pension = 0;
        long tax = 0;
        long union = 0;
        var quarters = 0;
        for (int month = 0; month < months; month++) {
            var worked = dice.between(80, 640); // quarters of an hour: 20 to 160 h
            long earned = (long) worked * hourly / 4;
            var share = (earned * 2 + 50) / 100;
            quarters += worked;
            gross += earned;
            pension += share;
            tax += tax(earned - share, percent);
            union += crewAgreement ? 310_00 : 0;
        }
        balances.add(
                number(index),
                2027,
                gross,
                gross - pension,
                tax,
                pension + union,
                gross - pension - tax - union,
                "%d.%02d".formatted(quarters / 4, quarters % 4 * 25),
                "%d.%02d".formatted(dice.between(3, 24), dice.of(List.of(0, 25, 50, 75))));
    }

    private static long tax(long base, int[] percent) {
        var step = 20_000_00L;
        return part(Math.min(base, step), percent[0])
                + part(Math.clamp(base - step, 0, step), percent[1])
                + part(Math.max(base - 2 * step, 0), percent[2]);
    }

    private static long part(long amount, int percent) {
        return (amount * percent + 50) / 100;
    }

    // --- Bank

    private static String iban(int index) {
        var valid = validIban(index);
        if (index != INVALID_IBAN) return valid;

        var digits = Integer.parseInt(valid.substring(2, 4));
        return "SE%02d".formatted(digits == 98 ? 2 : digits + 1) + valid.substring(4);
    }

    /** ISO 13616; bank 999 is nobody's. */
    private static String validIban(int index) {
        var account = "999" + "%017d".formatted(1_000_003L * index + 52_000_000_000L);
        var rest = new BigInteger(account + "2814" + "00").mod(BigInteger.valueOf(97)).intValue(); // S = 28, E = 14
        return "SE%02d".formatted(98 - rest) + account;
    }

    private void plant(String file, int line, String column, String value, String expected) {
        planted.add("payroll/" + file, line, column, value, expected);
    }
}
