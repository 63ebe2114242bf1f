import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The followed production: who is on it, where it goes, what it does on which day. */
final class SaltRoad {
    /** One person of the production. @param employeeNo in the payroll of the account */
    record Crew(Person person, String phone, String department, String role, String employeeNo, String address) {}

    /** @param holders how many people have the role. @param daily called on an ordinary day. @param night on 30 October */
    private record Part(String department, String role, int holders, int daily, int night) {}

    private static final List<Part> PARTS = parts(
            """
            Production: producer 1 0 0, line producer 1 0 0, production manager 1 1 1, production coordinator 2 1 2, production secretary 1 0 0, production runner 3 2 3, payroll accountant 1 0 0
            Direction: director 1 1 1, 1st AD 1 1 1, 2nd AD 1 1 1, 3rd AD 2 2 2, script supervisor 1 1 1, 2nd unit director 1 0 0, 2nd unit 1st AD 1 0 0
            Camera: director of photography 1 1 1, camera operator 2 2 2, 1st AC 2 2 2, 2nd AC 2 2 2, DIT 1 1 1, video operator 1 1 1, camera trainee 1 0 0, 2nd unit DoP 1 0 0, 2nd unit camera operator 1 0 0, 2nd unit 1st AC 1 0 0, 2nd unit 2nd AC 1 0 0, drone pilot 1 0 0, drone camera operator 1 0 0
            Grip: key grip 1 1 1, best boy grip 1 1 1, dolly grip 4 1 2, grip 5 3 4, crane technician 1 0 1, 2nd unit key grip 1 0 0, 2nd unit grip 1 0 0
            Lighting: gaffer 1 1 1, best boy electric 1 1 1, electrician 8 5 6, rigging electrician 3 0 2, generator operator 1 1 1, 2nd unit gaffer 1 0 0, 2nd unit electrician 3 0 0
            Sound: sound mixer 1 1 1, boom operator 2 2 2, sound assistant 1 0 1, 2nd unit sound mixer 1 0 0, 2nd unit boom operator 1 0 0
            Art and props: production designer 1 0 0, art director 1 1 1, set decorator 1 0 0, prop master 1 1 1, props assistant 4 2 2, standby painter 2 1 1, standby carpenter 2 1 1, set dresser 5 1 2, construction hand 2 0 0, 2nd unit standby props 1 0 0
            Costume and make-up: costume designer 1 0 0, costume supervisor 1 1 1, standby costume 4 2 2, dresser 4 1 2, make-up designer 1 1 1, make-up artist 5 2 2, 2nd unit make-up artist 1 0 0, 2nd unit standby costume 1 0 0
            Stunts and effects: stunt coordinator 1 0 1, stunt rigger 4 0 3, stunt double 3 0 2, SFX supervisor 1 0 1, SFX technician 3 0 2
            Locations and transport: location manager 1 1 1, location assistant 3 2 2, unit manager 1 1 1, marine coordinator 1 0 1, boat handler 2 0 2, driver 9 5 5, 2nd unit driver 1 0 0
            Catering and safety: caterer 5 3 3, unit medic 1 1 1, safety adviser 1 0 1, 2nd unit caterer 1 0 0
            Cast: lead actor 3 2 2, supporting actor 5 1 2, day player 6 0 0
            Background: background 60 0 8, special background 12 0 5, stand-in 6 0 0
            """);

    /** People that the story names. Who comes first in a role is called first. */
    private static final Map<String, List<String>> NAMED = Map.ofEntries(
            Map.entry("production coordinator", List.of("Ana,Lindqvist,sv-SE,SE,ana@norrsken.example")),
            Map.entry("key grip", List.of("Hedda,Moberg-Vik,sv-SE,SE,hedda@norrsken.example")),
            Map.entry("dolly grip", List.of("Bo,Nyström,sv-SE,SE,bo@norrsken.example")),
            Map.entry("standby painter", List.of("Åsa,Öberg,sv-SE,SE,asa.oberg@post.example")),
            Map.entry("stunt rigger", List.of("Łukasz,Żółć,pl-PL,SE,lukasz.zolc@post.example")),
            Map.entry("script supervisor", List.of("Zoë,Müller,de-DE,SE,zoe.muller@post.example")),
            Map.entry(
                    "electrician",
                    List.of(
                            "José,Ñúñez,es-ES,SE,jose.nunez@post.example",
                            // Its mail server says no: local parts that begin with "bounce" do, on this platform.
                            "Viggo,Ahlsten,sv-SE,SE,bounce.viggo.ahlsten@post.example")),
            Map.entry("boom operator", List.of("Đorđe,Đurić,sr-Latn-RS,SE,dorde.duric@post.example")),
            Map.entry("generator operator", List.of("Γιώργος,Παπαδόπουλος,el-GR,SE,giorgos.papadopoulos@post.example")),
            Map.entry("costume supervisor", List.of("Ольга,Соколова,ru-RU,SE,olga.sokolova@post.example")),
            Map.entry("prop master", List.of("Agnes,Thulin,sv-SE,SE,agnes.thulin@post.example")));

    private static final int HEADER = 1;
    private static final int EMAIL = 0;
    private static final int PHONE = 3;
    private static final int LOCALE = 4;

    private final Csv planted;
    private final List<Crew> crew = new ArrayList<>();

    SaltRoad(People people, Csv planted) {
        this.planted = planted;
        for (var part : PARTS) {
            for (int i = 0; i < part.holders; i++) {
                var named = NAMED.getOrDefault(part.role, List.of());
                var story = i < named.size() ? named.get(i).split(",") : null;
                var person = story == null ? people.next() : people.named(story[0], story[1], story[2], story[3]);
                var number = crew.size() + 1;
                crew.add(new Crew(
                        person,
                        phone(number),
                        part.department,
                        part.role,
                        Payroll.number(number),
                        story == null ? person.address() : story[4]));
            }
        }
    }

    List<Crew> crew() {
        return crew;
    }

    void write(Path folder) throws IOException {
        departments().write(folder.resolve("departments.csv"));
        units().write(folder.resolve("units.csv"));
        roles().write(folder.resolve("roles.csv"));
        crewList().write(folder.resolve("crew.csv"));
        crewListWithBadRows().write(folder.resolve("crew-with-3-bad-rows.csv"));
        new Shooting(planted).write(folder);
    }

    /** Swedish numbers for fiction first (070-174 06 30 to 69), then British ones (07700 900000 to 999). */
    private static String phone(int number) {
        return number <= 40 ? "+467017406" + (29 + number) : "+447700900" + "%03d".formatted(number);
    }

    private Csv departments() {
        var csv = new Csv("name,head,deputy,contact,kind");
        var contact = 606;
        var heads = new LinkedHashMap<String, List<Crew>>();
        crew.forEach(each ->
                heads.computeIfAbsent(each.department, _ -> new ArrayList<>()).add(each));
        for (var department : heads.entrySet()) {
            var number = department.getKey().equals("Art and props") ? 627 : contact++;
            csv.add(
                    department.getKey(),
                    department.getValue().get(0).address,
                    department.getValue().get(1).address,
                    "+46701740" + number,
                    switch (department.getKey()) {
                        case "Cast" -> "CAST";
                        case "Background" -> "BACKGROUND";
                        default -> "CREW";
                    });
        }
        return csv;
    }

    private static Csv units() {
        var csv = new Csv("name");
        csv.add("Main unit");
        csv.add("Second unit");
        return csv;
    }

    private static Csv roles() {
        var csv = new Csv("name,short_name,department,certificates");
        for (var part : PARTS)
            csv.add(part.role, shortName(part.role), part.department, certificates(part.role));
        return csv;
    }

    private static String shortName(String role) {
        return role.replace("2nd unit", "2U")
                .replace("director of photography", "DoP")
                .replace("production", "prod.")
                .replace("coordinator", "coord.")
                .replace("assistant", "asst")
                .replace("supervisor", "sup.")
                .replace("operator", "op.")
                .replace("technician", "tech.")
                .replace("electrician", "electric");
    }

    private static String certificates(String role) {
        return switch (role) {
            case "stunt rigger", "rigging electrician", "crane technician" -> "work at height";
            case "drone pilot" -> "drone A2";
            case "boat handler", "marine coordinator" -> "boat master";
            case "unit medic" -> "paramedic";
            default -> "";
        };
    }

    private Csv crewList() {
        var csv = new Csv("email,given_name,family_name,phone,locale,department,roles,employee_no");
        for (var each : crew)
            csv.add(
                    each.address,
                    each.person.given(),
                    each.person.family(),
                    each.phone,
                    each.person.locale(),
                    each.department,
                    each.role,
                    each.employeeNo);
        return csv;
    }

    /** As it came from the production office. All or nothing: these three lines keep all 240 out. */
    private Csv crewListWithBadRows() {
        var csv = crewList();
        var file = "salt-road/crew-with-3-bad-rows.csv";
        spoil(csv, file, 17, PHONE, "phone", "07x-174 06 46", "E.164, such as +46701740605");
        spoil(csv, file, 104, EMAIL, "email", crew.get(104 - HEADER - 1).address.replace("@", "(at)"), "an e-mail address");
        spoil(csv, file, 189, LOCALE, "locale", "Swedish", "a language tag such as sv-SE (BCP 47)");
        return csv;
    }

    private void spoil(Csv csv, String file, int line, int column, String name, String value, String expected) {
        csv.replace(line, column, value);
        planted.add(file, line, name, value, expected);
    }

    /** @param counts "department: role holders daily night, …", a department a line */
    private static List<Part> parts(String counts) {
        var parts = new ArrayList<Part>();
        for (var line : counts.strip().split("\n")) {
            var department = line.substring(0, line.indexOf(':'));
            for (var part : line.substring(line.indexOf(':') + 2).split(", ")) {
                var words = part.split(" (?=\\d+ \\d+ \\d+$)");
                var numbers = words[1].split(" ");
                parts.add(new Part(
                        department,
                        words[0],
                        Integer.parseInt(numbers[0]),
                        Integer.parseInt(numbers[1]),
                        Integer.parseInt(numbers[2])));
            }
        }
        return parts;
    }

    /** What an ordinary day of the main unit asks for: {@code gaffer:1;electrician:5;…}. */
    static Map<String, Integer> daily() {
        var roles = new LinkedHashMap<String, Integer>();
        PARTS.stream().filter(part -> part.daily > 0).forEach(part -> roles.put(part.role, part.daily));
        return roles;
    }

    /** What the night of 30 October asks for: 104 people. */
    static Map<String, Integer> night() {
        var roles = new LinkedHashMap<String, Integer>();
        PARTS.stream().filter(part -> part.night > 0).forEach(part -> roles.put(part.role, part.night));
        return roles;
    }

    /** The second unit whole, as it travels. */
    static Map<String, Integer> secondUnit() {
        var roles = new LinkedHashMap<String, Integer>();
        PARTS.stream()
                .filter(part -> part.role.startsWith("2nd unit") || part.role.startsWith("drone"))
                .forEach(part -> roles.put(part.role, part.holders));
        return roles;
    }
}
