import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where and when: 12 locations in three zones, 26 working days of two units, 60 activities. */
final class Shooting {
    private static final String MAIN = "Main unit";
    private static final String SECOND = "Second unit";
    private static final LocalDate NIGHT = LocalDate.of(2027, 10, 30);
    private static final LocalDate PICK_UP = LocalDate.of(2027, 10, 31);
    private static final LocalDate DOUBLE_BOOKED = LocalDate.of(2027, 10, 27);
    private static final String STUDIO = "Studio 2 Frihamnen";

    private record Scene(String title, String location, Map<String, Integer> extra) {}

    private final Csv planted;
    private final Csv activities =
            new Csv("number,title,unit,location,working_day,start,duration_minutes,roles,depends_on,notes");
    private final Csv days =
            new Csv("unit,date,general_call,meals,estimated_wrap,wraps_next_day,approver,notes");
    private final Csv roleCalls = new Csv("activity,role,count,call_offset_minutes,lead_minutes,why");
    private int number;

    Shooting(Csv planted) {
        this.planted = planted;
    }

    void write(Path folder) throws IOException {
        locations().write(folder.resolve("locations.csv"));
        mainUnit();
        secondUnit();
        if (number != 60) throw new IllegalStateException(number + " activities (expected: 60)");
        activities.write(folder.resolve("activities.csv"));
        days.write(folder.resolve("days.csv"));
        roleCalls.write(folder.resolve("role-calls.csv"));
    }

    private void mainUnit() {
        var stunts = Map.of("stunt coordinator", 1, "stunt rigger", 2, "stunt double", 2, "SFX technician", 2, "safety adviser", 1);
        var crowd = Map.of("background", 48, "special background", 4, "3rd AD", 2);
        var none = Map.<String, Integer>of();
        var stockholm = List.of(
                List.of(
                        new Scene("Ext. lower quay: the first crossing", "Slussen lower quay", crowd),
                        new Scene("Ext. lower quay: Marit counts the sacks", "Slussen lower quay", crowd)),
                List.of(
                        new Scene("Int. salt office: the ledger", "Salt office Gamla stan", none),
                        new Scene("Int. salt office: the wrong key", "Salt office Gamla stan", none),
                        new Scene("Ext. courtyard: waiting for rain", "Salt office Gamla stan", none)),
                List.of(
                        new Scene("Int. boathouse: learning the knots", "Boathouse Djurgården", none),
                        new Scene("Ext. jetty: the fall", "Boathouse Djurgården", stunts)),
                List.of(
                        new Scene("Int. kitchen: supper without Jonas", STUDIO, none),
                        new Scene("Int. kitchen: the quarrel", STUDIO, none),
                        new Scene("Int. stairs: listening", STUDIO, none)),
                List.of(
                        new Scene("Int. kitchen: the morning after", STUDIO, none),
                        new Scene("Int. hall: the suitcase", STUDIO, none)),
                List.of(
                        new Scene("Ext. market: the price goes up", "Slussen lower quay", crowd),
                        new Scene("Ext. market: the theft", "Slussen lower quay", crowd),
                        new Scene("Ext. market: the chase", "Slussen lower quay", stunts)),
                List.of(
                        new Scene("Int. boathouse: the plan", "Boathouse Djurgården", none),
                        new Scene("Int. boathouse: the plan changes", "Boathouse Djurgården", none)),
                List.of(
                        new Scene("Int. wheelhouse: night crossing, plates", STUDIO, none),
                        new Scene("Int. wheelhouse: the radio", STUDIO, none),
                        new Scene("Int. hold: among the sacks", STUDIO, stunts)),
                List.of(
                        new Scene("Int. kitchen: the letter", STUDIO, none),
                        new Scene("Int. kitchen: reading it aloud", STUDIO, none)),
                List.of(
                        new Scene("Ext. Katarinavägen: the cart", "Katarinavägen", crowd),
                        new Scene("Ext. Katarinavägen: letting go", "Katarinavägen", stunts),
                        new Scene("Int. salt office: the sale", "Salt office Gamla stan", none)));
        var iceland = List.of(
                List.of(
                        new Scene("Ext. harbour: arrival", "Grandi harbour", none),
                        new Scene("Int. salt house: the cousins", "Grandi harbour", none)),
                List.of(
                        new Scene("Int. salt house: weighing", "Grandi harbour", none),
                        new Scene("Int. salt house: the dance", "Grandi harbour", none),
                        new Scene("Ext. salt house: the smokers", "Grandi harbour", none)),
                List.of(
                        new Scene("Ext. lighthouse: the climb", "Lighthouse Reykjanes", stunts),
                        new Scene("Ext. lighthouse: the lamp", "Lighthouse Reykjanes", none),
                        new Scene("Ext. lighthouse: what they see", "Lighthouse Reykjanes", none)),
                List.of(
                        new Scene("Int. cabin: snowed in", "Grandi harbour", none),
                        new Scene("Int. cabin: the confession", "Grandi harbour", none)),
                List.of(
                        new Scene("Ext. black beach: the last sack", "Black beach Þorlákshöfn", none),
                        new Scene("Ext. black beach: the salt road", "Black beach Þorlákshöfn", none),
                        new Scene("Ext. black beach: end board", "Black beach Þorlákshöfn", none)));
        var date = LocalDate.of(2027, 10, 18);
        for (var scenes : stockholm) {
            day(MAIN, date, SaltRoad.daily(), scenes);
            if (date.equals(DOUBLE_BOOKED)) prelight();
            date = date.plusDays(date.getDayOfMonth() == 23 ? 2 : 1);
        }
        night();
        date = LocalDate.of(2027, 11, 2);
        for (var scenes : iceland) {
            day(MAIN, date, SaltRoad.daily(), scenes);
            date = date.plusDays(1);
        }
    }

    /** Two hours into the kitchen, in the same studio: whoever planned it thought of another day. */
    private void prelight() {
        var kitchen = number - 1;
        var line = add("Pre-light the wheelhouse set", MAIN, STUDIO, DOUBLE_BOOKED, "10:30", 150, Map.of("rigging electrician", 2), "", "");
        planted.add(
                "salt-road/activities.csv",
                line,
                "start",
                DOUBLE_BOOKED + "T10:30",
                STUDIO + " is exclusive and activity " + kitchen + " is there from 08:30 to 12:30: move it to 18:00");
    }

    private void night() {
        var people = SaltRoad.night();
        var sum = people.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != 104) throw new IllegalStateException(sum + " called for the night (expected: 104)");

        add(
                "Ext. lower quay, night: the flood gate",
                MAIN,
                "Slussen lower quay",
                NIGHT,
                "20:00",
                240,
                people,
                "",
                "Safety briefing 20:00 for everyone; the lock is closed to traffic until 06:00");
        add(
                "Ext. lower quay, night: the sacks go under",
                MAIN,
                "Slussen lower quay",
                NIGHT,
                "25:00",
                360,
                people,
                String.valueOf(number),
                "Clocks go back at 03:00: six hours, to 06:00");
        days.add(
                MAIN,
                NIGHT,
                "20:00",
                "00:00-01:00 unit base",
                "06:00",
                "true",
                "ana@norrsken.example",
                "Night. Clocks go back at 03:00 on Sunday: 20:00 to 06:00 is 11 hours");
        roleCalls.add(number - 1, "standby painter", 1, 90, 1320, "The gate must be wet before the rehearsal");
        roleCalls.add(number - 1, "generator operator", 1, 60, 1320, "Power before anybody else");
        roleCalls.add(number - 1, "stunt rigger", 3, 60, 1320, "Lines are tested in daylight's rest");
    }

    private void secondUnit() {
        var lisbon = List.of(
                List.of("Quay at dawn", "The fishwives", "Cais do Sal"),
                List.of("Stairs of Alfama: the errand", "Stairs of Alfama: rooftops by drone", "Stairs of Alfama"),
                List.of("Salt pans: the harvest", "Salt pans: from above", "Salt pans of Alcochete"),
                List.of("Studio: hands and coins", "Studio: the map", "Studio Marvila"),
                List.of("Quay: the departure", "Quay: gulls", "Cais do Sal"),
                List.of("Salt pans: dusk", "Salt pans: the road", "Salt pans of Alcochete"));
        var iceland = List.of(
                List.of("Harbour by drone", "Harbour: ropes and chains", "Grandi harbour"),
                List.of("Black beach by drone", "Black beach: footprints", "Black beach Þorlákshöfn"),
                List.of("Harbour: the light goes", "Harbour: night plates", "Grandi harbour"));
        var dates = List.of(20, 21, 22, 25, 26, 27);
        for (int i = 0; i < lisbon.size(); i++)
            day(SECOND, LocalDate.of(2027, 10, dates.get(i)), SaltRoad.secondUnit(), scenes(lisbon.get(i)));
        pickUp();
        for (int i = 0; i < iceland.size(); i++)
            day(SECOND, LocalDate.of(2027, 11, 3 + i), SaltRoad.secondUnit(), scenes(iceland.get(i)));
    }

    private static List<Scene> scenes(List<String> titlesAndPlace) {
        return List.of(
                new Scene(titlesAndPlace.get(0), titlesAndPlace.get(2), Map.of()),
                new Scene(titlesAndPlace.get(1), titlesAndPlace.get(2), Map.of()));
    }

    /** She wraps at 06:00 on this very day: 8 h 30 of rest where 11 are due. */
    private void pickUp() {
        var roles = new LinkedHashMap<String, Integer>();
        roles.put("script supervisor", 1);
        for (var role : List.of("2nd unit director", "2nd unit DoP", "2nd unit 1st AC", "2nd unit gaffer", "2nd unit sound mixer"))
            roles.put(role, 1);
        var line = add("Pick-up: the hand and the key", SECOND, STUDIO, PICK_UP, "14:30", 180, roles, "", "");
        planted.add(
                "salt-road/activities.csv",
                line,
                "start",
                PICK_UP + "T14:30",
                "the script supervisor (Zoë Müller) wraps at 06:00 that day and has 8 h 30 of rest: 17:00 or later");
        days.add(SECOND, PICK_UP, "14:30", "", "17:30", "false", "ana@norrsken.example", "");
    }

    private void day(String unit, LocalDate date, Map<String, Integer> crew, List<Scene> scenes) {
        var starts = scenes.size() == 3 ? List.of("08:30", "12:30", "15:30") : List.of("08:30", "13:30");
        var lengths = scenes.size() == 3 ? List.of(180, 165, 120) : List.of(240, 240);
        var previous = "";
        for (int i = 0; i < scenes.size(); i++) {
            var scene = scenes.get(i);
            var roles = new LinkedHashMap<>(crew);
            roles.putAll(new java.util.TreeMap<>(scene.extra));
            add(scene.title, unit, scene.location, date, starts.get(i), lengths.get(i), roles, previous, "");
            previous = String.valueOf(number);
        }
        days.add(unit, date, "08:00", "12:30-13:30 unit base", "17:30", "false", "ana@norrsken.example", "");
    }

    /** @param start of the working day: 25:00 is 01:00 of the next morning */
    private int add(
            String title, String unit, String location, LocalDate day, String start, int minutes,
            Map<String, Integer> roles, String dependsOn, String notes) {
        var hour = Integer.parseInt(start.substring(0, 2));
        var local = day.atTime(hour % 24, Integer.parseInt(start.substring(3))).plusDays(hour / 24);
        var needed = roles.entrySet().stream()
                .map(role -> role.getKey() + ":" + role.getValue())
                .collect(Collectors.joining(";"));
        return activities.add(++number, title, unit, location, day, local, minutes, needed, dependsOn, notes);
    }

    private static Csv locations() {
        var csv = new Csv(
                "name,address,latitude,longitude,zone,exclusive,unit_base,parking,access,hospital_name,hospital_address,hospital_phone,contact_name,contact_phone,radio,power");
        var sweden = "Saltsjö Hospital,Ringvägen 210 Stockholm,+46701740619";
        var portugal = "Hospital do Cais,Rua do Sal 44 Lisboa,+447700900940";
        var iceland = "Flóaspítali,Hafnargata 90 Reykjavík,+447700900950";
        var rows = new ArrayList<String>();
        rows.add("Slussen lower quay,Stadsgårdskajen 14 Stockholm,59.3203,18.0730,Europe/Stockholm,false,Stadsgårdskajen 14 gate B,Stadsgården P3,Ramp from the east; no vehicles on the quay," + sweden + ",Tora Kajberg,+46701740620,1 production; 5 safety,Generator 100 kVA");
        rows.add("Salt office Gamla stan,Skeppar Olofs gränd 9 Stockholm,59.3245,18.0743,Europe/Stockholm,false,Kornhamnstorg,Slussgaraget,Two flights of stairs; no lift," + sweden + ",Gustav Rask,+46701740621,1 production,House 32 A");
        rows.add("Boathouse Djurgården,Djurgårdsstrand 17 Stockholm,59.3266,18.1103,Europe/Stockholm,false,On the meadow,On the meadow,By boat or gravel road," + sweden + ",Ylva Strand,+46701740622,1 production; 3 marine,Generator 60 kVA");
        rows.add("Studio 2 Frihamnen,Magasin 7 Frihamnen Stockholm,59.3427,18.1206,Europe/Stockholm,true,In the studio,Yard; 40 places,Gate code from the production office," + sweden + ",Malte Lager,+46701740623,1 production,Studio 400 A");
        rows.add("Katarinavägen,Katarinavägen 30 Stockholm,59.3176,18.0790,Europe/Stockholm,false,Stadsgårdskajen 14 gate B,Stadsgården P3,Road closed 06:00 to 20:00," + sweden + ",Tora Kajberg,+46701740620,1 production; 5 safety,Generator 60 kVA");
        rows.add("Cais do Sal,Cais do Sal 3 Lisboa,38.7045,-9.1430,Europe/Lisbon,false,Cais do Sal 1,Doca pequena,From the river side," + portugal + ",Amélia Doca,+447700900941,1 production,Generator 60 kVA");
        rows.add("Stairs of Alfama,Beco das Salineiras 12 Lisboa,38.7118,-9.1300,Europe/Lisbon,false,Largo do Chafariz,Doca pequena,On foot only," + portugal + ",Amélia Doca,+447700900941,1 production,Batteries");
        rows.add("Salt pans of Alcochete,Estrada das Salinas Alcochete,38.7470,-8.9720,Europe/Lisbon,false,Salt works yard,Salt works yard,Gravel; boots needed," + portugal + ",Rui Marinho,+447700900942,1 production; 7 drone,Generator 60 kVA");
        rows.add("Studio Marvila,Rua do Armazém 8 Lisboa,38.7390,-9.1060,Europe/Lisbon,true,In the studio,Street,Loading bay at the back," + portugal + ",Rui Marinho,+447700900942,1 production,Studio 200 A");
        rows.add("Grandi harbour,Grandagarður 70 Reykjavík,64.1560,-21.9480,Atlantic/Reykjavik,false,Grandagarður 72,At the harbour,Ice from 15:00," + iceland + ",Unnur Bryggja,+447700900951,1 production; 3 marine,Generator 60 kVA");
        rows.add("Lighthouse Reykjanes,Reykjanesviti,63.8155,-22.7040,Atlantic/Reykjavik,false,Car park below,Car park below,Steep path; helmets on the stairs," + iceland + ",Unnur Bryggja,+447700900951,1 production; 5 safety,Generator 30 kVA");
        rows.add("Black beach Þorlákshöfn,Hafnarvegur Þorlákshöfn,63.8490,-21.3900,Atlantic/Reykjavik,false,Hafnarvegur 2,Hafnarvegur 2,Tide table at the unit base," + iceland + ",Kolbeinn Sandur,+447700900952,1 production; 7 drone,Generator 60 kVA");
        for (var row : rows) csv.add((Object[]) row.split(","));
        return csv;
    }
}
