package dev.callboard.kit.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.callboard.kit.messaging.Consumer;
import jakarta.persistence.Entity;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * How a service is built, as rules that fail its build. A service's test is one line:
 *
 * <pre>{@code
 * @Test
 * void the_service_keeps_to_the_architecture() {
 *     ArchitectureRules.check("dev.callboard.project");
 * }
 * }</pre>
 */
public final class ArchitectureRules {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay",
            "java.time.chrono.ChronoLocalDate");

    private static final String MESSAGING = "org.eclipse.microprofile.reactive.messaging..";
    private static final String HTTP = "jakarta.ws.rs..";

    private ArchitectureRules() {}

    /** @param root package of the service, such as {@code dev.callboard.project}; its features are the packages below */
    public static void check(String root) {
        var classes = production(root);
        rules(root).values().forEach(rule -> rule.check(classes));
    }

    private static JavaClasses production(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        if (classes.isEmpty())
            throw new IllegalArgumentException(root + ": no classes (expected: the package of the service)");
        return classes;
    }

    /** By name, so that each can be proven alone. */
    static Map<String, ArchRule> rules(String root) {
        var rules = new TreeMap<String, ArchRule>();
        rules.put("features_are_acyclic", featuresAreAcyclic(root));
        rules.put("http_only_in_resources", httpOnlyInResources());
        rules.put("messaging_only_in_consumers_and_feeds", messagingOnlyInConsumersAndFeeds());
        rules.put("time_comes_from_the_clock", timeComesFromTheClock());
        rules.put("names_say_what_a_thing_is", namesSayWhatAThingIs());
        rules.put("entities_stay_in_their_feature", entitiesStayInTheirFeature(root));
        return Map.copyOf(rules);
    }

    private static ArchRule featuresAreAcyclic(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static ArchRule httpOnlyInResources() {
        return noClasses()
                .that(outermostName(".*(?<!Resource)"))
                .should()
                .dependOnClassesThat(resideInAPackage(HTTP))
                .because("a use case knows nothing of HTTP: only a *Resource translates it")
                .allowEmptyShould(true);
    }

    private static ArchRule messagingOnlyInConsumersAndFeeds() {
        return noClasses()
                .that(outermostName(".*(?<!Consumer|Feed)"))
                .should()
                .dependOnClassesThat(resideInAPackage(MESSAGING).or(type(Consumer.class)))
                .because("what arrives is taken by a *Consumer or a *Feed")
                .allowEmptyShould(true);
    }

    private static ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .callMethodWhere(readsTheMachinesTime())
                .because("the platform's clock can be turned; inject java.time.InstantSource")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaMethodCall> readsTheMachinesTime() {
        return DescribedPredicate.describe("reads the time of the machine", call -> {
            var type = call.getTargetOwner().getName();
            var method = call.getTarget().getName();
            return switch (method) {
                case "now" -> CLOCKS.contains(type);
                case "currentTimeMillis" -> type.equals("java.lang.System");
                case "system", "systemUTC", "systemDefaultZone" ->
                    type.equals("java.time.Clock") || type.equals("java.time.InstantSource");
                default -> false;
            };
        });
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(
                        ".*[.$](Base[A-Z]\\w*|Abstract[A-Z]\\w*|\\w*(Impl|Manager|Helper|Helpers|Util|Utils|DTO|Dto|Mapper))(\\$.*)?")
                .because("a name is a noun that a planner would say")
                .allowEmptyShould(true);
    }

    private static ArchRule entitiesStayInTheirFeature(String root) {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should(new ArchCondition<>("refer to no entity of another feature") {
                    @Override
                    public void check(JavaClass entity, ConditionEvents events) {
                        for (var field : entity.getFields())
                            for (var type : field.getAllInvolvedRawTypes())
                                if (type.isAnnotatedWith(Entity.class)
                                        && !feature(type).equals(feature(entity)))
                                    events.add(SimpleConditionEvent.violated(
                                            field,
                                            field.getFullName() + " refers to an entity of " + feature(type)
                                                    + " (expected: its id)"));
                    }

                    private String feature(JavaClass type) {
                        var below = type.getPackageName()
                                .substring(Math.min(type.getPackageName().length(), root.length()));
                        return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
                    }
                })
                .allowEmptyShould(true);
    }

    /** Records and enums inside a resource belong to it. */
    private static DescribedPredicate<JavaClass> outermostName(String pattern) {
        return DescribedPredicate.describe("outermost class is named " + pattern, type -> {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent())
                outermost = outermost.getEnclosingClass().orElseThrow();
            return outermost.getSimpleName().matches(pattern);
        });
    }
}
