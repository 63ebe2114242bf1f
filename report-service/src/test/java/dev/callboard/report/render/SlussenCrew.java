package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Department;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.CallSheet.Person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The 104 who are called to the night at Slussen, as the reference design has them. */
final class SlussenCrew {
    private SlussenCrew() {}

    /** Of people: role, name, call, answer, number of the change; of a department: name, head, telephone. */
    private static final String CALLED = """
            # Production | Sara Wikström | +46701740621
            Line producer | Maria Holm | 20:00 | ●
            Prod. manager | Sara Wikström | 18:00 | ●
            Coordinator | Ana Lindqvist | 17:30 | ●
            Asst coordinator | Elin Forsberg | 17:30 | ●
            Prod. secretary | Jonna Ek | 19:00 | ●
            Unit publicist | Mira Sandell | 21:00 | ●
            Unit medic | Marit Solheim | 18:00 | ●
            Runner | Ture Blom | 17:30 | ●
            Runner | Alva Nordin | 17:30 | ●
            # Direction | Karin Dahl | +46701740622
            Director | Henrik Sjöö | 20:00 | ●
            1st AD | Karin Dahl | 19:30 | ●
            2nd AD | Oskar Lundin | 17:30 | ●
            3rd AD | Fatima Haddad | 18:00 | ●
            Crowd AD | Nils Berggren | 18:45 | ●
            Script supervisor | Tuva Melin | 20:00 | ●
            Set runner | Isak Roos | 18:00 | ●
            Set runner | Wilhelmina Ehrensvärd-Lagerbielke | 18:00 | ●
            # Camera | Pekka Laine | +46701740623
            DoP | Pekka Laine | 19:30 | ●
            A operator | Lotta Brandt | 19:30 | ●
            B operator | Emil Fransson | 19:30 | ●
            1st AC A | Maja Ström | 19:00 | ●
            1st AC B | José Ñúñez | 19:00 | ●
            2nd AC A | Siri Hagman | 19:00 | ●
            2nd AC B | Adam Wiklund | 19:00 | ●
            DIT | Kerstin Aho | 19:00 | ●
            Video assist | Rasmus Holt | 19:00 | ●
            Crane operator | Jörgen Palm | 18:30 | ●
            Camera trainee | Ebba Lilja | 19:00 | ●
            Stills | Max Thorell | 21:00 | ○
            # Sound | Jens Qvist | +46701740626
            Sound mixer | Jens Qvist | 19:45 | ●
            Boom operator | Amina Farah | 19:45 | ●
            2nd boom | Leo Ekman | 19:45 | ●
            Sound trainee | Stina Vall | 19:45 | ●
            # Transport, catering | Uno Kraft | +46701740632
            Transport captain | Uno Kraft | 16:30 | ●
            Driver, cast 1 | Britt Zander | 17:30 | ●
            Driver, cast 2 | Samir Aziz | 17:30 | ●
            Minibus | Karl Ottosson | 18:00 | ●
            Minibus | Doris Hägg | 18:00 | ●
            Camera truck | Jerker Bohm | 18:15 | ●
            Grip truck | Ove Sandin | 17:00 | ●
            Boat driver | Linn Skär | 19:30 | ●
            Chef | Beppe Rossi | 16:30 | ●
            Cook | Ylva Ros | 16:30 | ●
            Cook | Dan Pihl | 16:30 | ●
            Service | Tea Lundmark | 17:30 | ●
            # Grip | Hedda Norén | +46701740624
            Key grip | Hedda Norén | 18:00 | ● | 1
            Best boy grip | Bo Ekdahl | 18:00 | ● | 1
            Dolly grip | Anton Björk | 18:00 | ● | 1
            Crane technician | Stefan Moberg | 17:30 | ●
            Crane technician | Liv Aronsson | 17:30 | ●
            Grip | Yusuf Demir | 18:00 | ○ | 1
            Grip | Albin Söder | 18:00 | ● | 1
            Grip | Tove Rydell | 18:00 | ○ | 1
            # Lighting | Łukasz Żółć | +46701740625
            Gaffer | Łukasz Żółć | 18:00 | ●
            Best boy | Gustav Hedin | 18:00 | ●
            Rigging gaffer | Petra Ågren | 17:30 | ●
            Generator operator | Roland Fors | 17:30 | ●
            Desk operator | Mikaela Lund | 18:00 | ●
            Electrician | Filip Rask | 18:00 | ● | 5
            Electrician | Selma Ahlin | 18:00 | ●
            Electrician | Hugo Vinter | 18:00 | ●
            Electrician | Tomasz Nowak | 18:00 | ●
            Electrician | Ida Sköld | 18:00 | ●
            Electrician | Pontus Berg | 18:00 | ●
            Electrical trainee | Noa Falk | 18:00 | ●
            # Art and props | Agnes Thulin | +46701740627
            Production designer | Agnes Thulin | 20:00 | ●
            Standby art director | Viktor Lager | 18:30 | ●
            Standby painter | Åsa Öberg | 18:30 | ●
            Standby carpenter | Göran Ekberg | 18:30 | ●
            Property master | Bea Nyman | 18:30 | ●
            Standby props | Oliver Stark | 18:30 | ●
            Standby props | Hanna Viklund | 18:30 | ●
            Set dresser | Malin Åberg | 17:30 | ●
            Set dresser | Kevin Udd | 17:30 | ●
            Horse master | Tage Rehn | 20:30 | ●
            # Costume, make-up | Disa Frisk | +46701740628
            Costume designer | Disa Frisk | 19:00 | ●
            Wardrobe superv. | Lena Törn | 18:15 | ●
            Costume standby | Ella Sand | 18:15 | ●
            Costume standby | Nadia Rahimi | 18:15 | ●
            Crowd costume | Vera Kling | 18:45 | ●
            Crowd costume | Jack Modin | 18:45 | ▲
            Crowd costume | Inga Lööf | 18:45 | ●
            Make-up designer | Saga Hult | 18:15 | ●
            Make-up artist | Ronja Dahlin | 18:15 | ●
            Make-up artist | Iris Palmér | 18:15 | ●
            Crowd make-up | Tilde Gran | 18:45 | ●
            Crowd make-up | Mona Serner | 18:45 | ●
            Special make-up | Ivar Kjell | 22:30 | ○
            # Stunts and effects | Ragnar Blix | +46701740629
            Stunt coordinator | Ragnar Blix | 21:00 | ●
            Stunt rigger | Zoë Müller | 21:00 | ●
            Stunt rigger | Erik Dahlgren | 21:00 | ●
            Safety diver | Paul Hjort | 23:30 | ○
            Safety diver | Sanna Elf | 23:30 | ●
            Effects supervisor | Conny Rapp | 18:00 | ●
            Effects technician | Felicia Tamm | 18:00 | ●
            Effects technician | Ali Karimi | 18:00 | ●
            # Locations | Johan Åkerman | +46701740631
            Location manager | Johan Åkerman | 17:00 | ●
            Unit manager | Rebecka Hall | 16:30 | ●
            Location assistant | Simon Prim | 16:30 | ●
            Location assistant | Olle Tran | 16:30 | ●
            Location assistant | Moa Lindahl | 17:00 | ●
            Night security | Mats Orre | 17:00 | ●
            Night security | Nina Skog | 17:00 | ●
            Traffic guard | Per Viberg | 17:30 | ●
            """;

    static List<Department> departments() {
        var departments = new ArrayList<Department>();
        for (var line : CALLED.lines().toList()) {
            var fields = line.replaceFirst("^# ", "").split(" \\| ");
            if (line.startsWith("#")) {
                departments.add(new Department(fields[0], fields[1], fields[2], new ArrayList<>()));
            } else {
                departments
                        .getLast()
                        .people()
                        .add(new Person(
                                fields[0],
                                fields[1],
                                SlussenNight.at(fields[2]),
                                mark(fields[3]),
                                fields.length > 4 ? Integer.parseInt(fields[4]) : 0));
            }
        }
        return departments;
    }

    static Mark mark(String sign) {
        return Arrays.stream(Mark.values())
                .filter(mark -> mark.sign.equals(sign))
                .findFirst()
                .orElseThrow();
    }
}
