import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names in the scripts that the fonts cover: Latin with its marks, Greek, Cyrillic. No name and no address comes twice. */
final class People {
    private record Language(String locale, String country, int share, List<String> given, List<String> family) {}

    private static final List<Language> LANGUAGES = List.of(
            new Language(
                    "sv-SE",
                    "SE",
                    52,
                    words("Agnes Albin Alva Anders Anton Astrid Axel Björn Cecilia David Ebba Elias Elin Emil Erik Eskil Fanny Filip Frida Gunnar Gösta Hanna Henrik Hilda Hjalmar Håkan Ida Ingrid Isak Jakob Johanna Jonas Julia Kajsa Karin Klara Lars Leif Lena Linnéa Lisa Love Magnus Maja Malin Märta Måns Nils Nora Olle Oskar Otto Pelle Per Petra Ragnar Rut Saga Sara Selma Signe Sixten Sofia Stellan Sten Svante Sven Tage Thea Tilda Tore Torsten Tove Ulf Ulla Vera Vidar Viggo Viktor Vilma Åke Åsa Örjan"),
                    words("Ahl Almgren Andersson Backlund Bengtsson Berg Bergström Björk Blomqvist Boström Brolin Dahl Dahlgren Edström Ekdahl Eklund Engström Eriksson Falk Forsberg Fransson Gran Grönlund Gustavsson Hedlund Hellström Holm Håkansson Isaksson Jansson Jonsson Karlsson Kjellberg Lagerlöf Larsson Lind Lindahl Lindgren Lundqvist Löfgren Malm Modig Moberg Nordin Norén Nyberg Nyman Olofsson Palm Persson Roos Rydberg Rönn Sandberg Sjöberg Sjögren Sköld Stenmark Ström Sundin Svensson Söderberg Thulin Törnqvist Uggla Vall Wallin Wester Wiklund Ågren Åkerlund Öberg Östlund")),
            new Language(
                    "en-GB",
                    "GB",
                    14,
                    words("Alice Amir Ben Chloe Daniel Eleanor Fiona George Grace Harriet Imogen Jack Keira Liam Maya Nathan Orla Priya Rhys Rosa Samir Siân Tom Una Wesley Yasmin"),
                    words("Abbott Ashworth Bell Carver Dacre Ellery Farrow Gale Hargreave Iqbal Jessop Kerr Lomax Marsh Nolan Okafor Pryce Quill Ravenscroft Shah Thorne Underhill Vance Whitlock Yates")),
            new Language(
                    "pt-PT",
                    "PT",
                    9,
                    words("Afonso Beatriz Catarina Diogo Duarte Eduarda Francisco Gonçalo Inês João Leonor Luís Mafalda Matilde Nuno Pedro Raquel Rita Rui Simão Tiago Vasco"),
                    words("Almeida Antunes Barros Brandão Cardoso Conceição Esteves Falcão Gouveia Guimarães Leitão Magalhães Marçal Neves Pacheco Queirós Salgueiro Simões Teixeira Valadão")),
            new Language(
                    "is-IS",
                    "IS",
                    6,
                    words("Ásta Birta Bjarki Dagný Einar Freyja Guðrún Hrafn Íris Jökull Katrín Kári Ragnheiður Sigríður Stefán Sunna Þór Þórdís Ægir Örn"),
                    words("Arnarsdóttir Árnason Birgisdóttir Einarsson Guðmundsdóttir Gunnarsson Hallsson Jónsdóttir Kristjánsson Magnúsdóttir Ólafsson Pétursdóttir Ragnarsson Sigurðardóttir Stefánsson Þorsteinsson")),
            new Language(
                    "pl-PL",
                    "SE",
                    6,
                    words("Agnieszka Bartłomiej Błażej Ewa Grażyna Jadwiga Kamil Łucja Łukasz Małgorzata Michał Paweł Przemysław Stanisław Wojciech Zofia Żaneta"),
                    words("Bąk Dąbrowska Gołąb Jabłoński Kowalczyk Król Łukasik Mazur Nowak Pawłowski Sęk Śliwa Wójcik Woźniak Zając Żak")),
            new Language(
                    "de-DE",
                    "SE",
                    5,
                    words("Anke Bärbel Dieter Felix Gesine Jürgen Käthe Lukas Mareike Ole Sönke Ute Wiebke Zoë"),
                    words("Bäcker Brandt Groß Hübner Jäger Köhler Lüders Möller Petersen Reuß Schäfer Timm Vogt Weiß")),
            new Language(
                    "es-ES",
                    "SE",
                    3,
                    words("Álvaro Begoña Íñigo José Lucía Martín Nuria Óscar Rocío Sofía"),
                    words("Castaño Domínguez Ibáñez Lafuente Muñoz Ñúñez Peña Quiñones Rodríguez Zúñiga")),
            new Language(
                    "sr-Latn-RS",
                    "SE",
                    2,
                    words("Đorđe Dušan Jelena Ljiljana Miloš Nataša Saša Živko"),
                    words("Đurić Jovanović Kovačević Marić Nikolić Petrović Šarić Živković")),
            new Language(
                    "el-GR",
                    "SE",
                    2,
                    words("Γιώργος Δήμητρα Ελένη Κώστας Μαρία Νίκος Σοφία Χρήστος"),
                    words("Αγγέλου Βλάχος Γεωργίου Δημητρίου Κωνσταντίνου Οικονόμου Παπαδόπουλος Στεφάνου")),
            new Language(
                    "ru-RU",
                    "SE",
                    1,
                    words("Алексей Вера Дмитрий Ирина Нина Ольга Павел Фёдор"),
                    words("Белов Громов Зайцев Лебедь Мороз Орлов Соловей Щукин")));

    /** One letter to one or more, for the scripts in which taking off the marks is not enough. */
    private static final Map<Character, String> LATIN = latin();

    private final Dice dice = new Dice(2027_10_18);
    private final Set<String> names = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();

    /** Somebody of the story. */
    Person named(String given, String family, String locale, String country) {
        var person = new Person(given, family, latin(given + " " + family), locale, country);
        if (!names.add(person.name()) || !addresses.add(person.address()))
            throw new IllegalStateException(person.name() + " comes twice");
        return person;
    }

    /** The next passer-by. */
    Person next() {
        while (true) {
            var language = language();
            var given = dice.of(language.given);
            var family = dice.of(language.family);
            // Where few names make many people, some have two.
            if (dice.percent(35)) family = family + "-" + dice.of(language.family);
            else if (dice.percent(35)) given = given + " " + dice.of(language.given);
            if (repeats(given) || repeats(family)) continue;

            var person = new Person(given, family, latin(given + " " + family), language.locale, language.country);
            if (addresses.contains(person.address()) || !names.add(person.name())) continue;
            addresses.add(person.address());
            return person;
        }
    }

    /** Nobody is called Berg-Berg. */
    private static boolean repeats(String name) {
        var parts = name.split("[ -]");
        return parts.length == 2 && parts[0].equals(parts[1]);
    }

    private Language language() {
        var roll = dice.below(100);
        for (var language : LANGUAGES) {
            roll -= language.share;
            if (roll < 0) return language;
        }
        throw new IllegalStateException("the shares are less than 100");
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    static String latin(String name) {
        var plain = new StringBuilder();
        for (var letter : Normalizer.normalize(name, Normalizer.Form.NFD).toCharArray()) {
            if (Character.getType(letter) == Character.NON_SPACING_MARK) continue;
            plain.append(LATIN.getOrDefault(letter, String.valueOf(letter)));
        }
        var latin = plain.toString();
        if (!latin.matches("[A-Za-z -]+")) throw new IllegalStateException(name + " becomes " + latin);
        return latin;
    }

    private static Map<Character, String> latin() {
        var from = "ł Ł đ Đ ð Ð þ Þ æ Æ ø Ø ß ı "
                + "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω "
                + "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я";
        var to = "l L d D d D th Th ae Ae o O ss i "
                + "a v g d e z i th i k l m n x o p r s s t y f ch ps o "
                + "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya";
        var letters = new java.util.HashMap<Character, String>();
        var targets = to.split(" ");
        var sources = from.split(" ");
        for (int i = 0; i < sources.length; i++) {
            var target = targets[i].equals("-") ? "" : targets[i];
            letters.put(sources[i].charAt(0), target);
            var capital = Character.toUpperCase(sources[i].charAt(0));
            if (!target.isEmpty() && capital > 0x2ff)
                letters.putIfAbsent(capital, target.substring(0, 1).toUpperCase(Locale.ROOT) + target.substring(1));
        }
        return letters;
    }
}
