package dev.callboard.gateway.route;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import static dev.callboard.gateway.route.Access.GET_OPEN;
import static dev.callboard.gateway.route.Access.OPEN;
import static dev.callboard.gateway.route.Access.POST_OPEN;

/** Which service answers which address. The longest pattern wins, and of two of one length the one with more words. */
public final class Routes {
    private static final String USER = "user-service";
    private static final String ACCOUNT = "account-service";
    private static final String PROJECT = "project-service";
    private static final String REPORT = "report-service";

    private static final List<Route> OF_THE_PLATFORM = List.of(
            // who one is
            Route.to(USER, "/api/v1/users").access(POST_OPEN),
            Route.to(USER, "/api/v1/sessions").access(POST_OPEN),
            Route.to(USER, "/api/v1/me"),
            Route.to(USER, "/.well-known/jwks.json").access(OPEN),

            // who pays
            Route.to(ACCOUNT, "/api/v1/accounts"),
            Route.to(ACCOUNT, "/api/v1/accounts/{account}/members/acceptances").access(GET_OPEN),
            Route.to(ACCOUNT, "/webhooks/payments").access(OPEN).as("/api/v1/webhooks/payments"),

            // what is done, where, when and by whom
            Route.to(PROJECT, "/api/v1/projects"),
            Route.to(PROJECT, "/api/v1/projects/{project}/crew/import").takingFiles(),
            Route.to(PROJECT, "/api/v1/projects/{project}/locations/import").takingFiles(),
            Route.to(PROJECT, "/api/v1/projects/{project}/activities/import").takingFiles(),
            Route.to(PROJECT, "/api/v1/projects/{project}/media").takingFiles(),
            Route.to(PROJECT, "/api/v1/accounts/{account}/projects"),
            Route.to(PROJECT, "/api/v1/activities"),
            Route.to(PROJECT, "/api/v1/locations"),
            Route.to(PROJECT, "/api/v1/crew"),
            Route.to(PROJECT, "/api/v1/bookings"),
            Route.to(PROJECT, "/api/v1/offers"),
            Route.to(PROJECT, "/api/v1/calls"),
            Route.to(PROJECT, "/api/v1/time-cards"),
            Route.to(PROJECT, "/api/v1/media").takingFiles(),
            Route.to(PROJECT, "/api/v1/sync"),
            Route.to(PROJECT, "/api/v1/sagas"),
            Route.to(PROJECT, "/api/v1/me/calls"),
            Route.to(PROJECT, "/api/v1/me/time-cards"),
            Route.to(PROJECT, "/api/v1/answers/{token}").access(OPEN),
            Route.to(PROJECT, "/api/v1/calendars/{token}").access(OPEN),
            Route.to(PROJECT, "/a/{token}").access(OPEN).as("/api/v1/answers/{token}"),

            // what is paid and printed
            Route.to(REPORT, "/api/v1/me/pay-slips"),
            Route.to(REPORT, "/api/v1/pay-slips/{token}").access(OPEN),
            Route.to(REPORT, "/api/v1/projects/{project}/call-sheets"),
            Route.to(REPORT, "/api/v1/projects/{project}/documents"),
            Route.to(REPORT, "/api/v1/accounts/{account}/documents"),
            Route.to(REPORT, "/api/v1/renders"),
            Route.to(REPORT, "/api/v1/report-runs"),
            Route.to(REPORT, "/api/v1/pay-runs"),
            Route.to(REPORT, "/api/v1/accounts/{account}/webhooks"),
            Route.to(REPORT, "/api/v1/accounts/{account}/benefits"),
            Route.to(REPORT, "/api/v1/accounts/{account}/benefits/import").takingFiles(),
            Route.to(REPORT, "/api/v1/accounts/{account}/employees"),
            Route.to(REPORT, "/api/v1/accounts/{account}/employees/import").takingFiles(),
            Route.to(REPORT, "/api/v1/accounts/{account}/hours"),
            Route.to(REPORT, "/api/v1/accounts/{account}/hours/import").takingFiles(),
            Route.to(REPORT, "/api/v1/accounts/{account}/leave"),
            Route.to(REPORT, "/api/v1/accounts/{account}/leave/import").takingFiles(),
            Route.to(REPORT, "/api/v1/accounts/{account}/leave-requests"),
            Route.to(REPORT, "/api/v1/accounts/{account}/leave-adjustments"),
            Route.to(REPORT, "/api/v1/accounts/{account}/opening-balances"),
            Route.to(REPORT, "/api/v1/accounts/{account}/opening-balances/import")
                    .takingFiles(),
            Route.to(REPORT, "/api/v1/accounts/{account}/pay-scheme"),
            Route.to(REPORT, "/api/v1/accounts/{account}/logo"),
            Route.to(REPORT, "/api/v1/accounts/{account}/pay-periods"),
            Route.to(REPORT, "/api/v1/accounts/{account}/pay-runs"),

            // what a service could not take: each has its own, so an operator names the service
            Route.to(ACCOUNT, "/api/v1/dead-letters/account-service").as("/api/v1/dead-letters"),
            Route.to(PROJECT, "/api/v1/dead-letters/project-service").as("/api/v1/dead-letters"),
            Route.to(REPORT, "/api/v1/dead-letters/report-service").as("/api/v1/dead-letters"),
            Route.to(USER, "/api/v1/dead-letters/user-service").as("/api/v1/dead-letters"));

    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,30}");

    private final List<Route> byLength;

    public Routes(List<Route> routes) {
        this.byLength = routes.stream()
                .sorted(Comparator.comparingInt(
                                (Route route) -> -route.segments().size())
                        .thenComparingLong(route -> route.segments().stream()
                                .filter(Route::isVariable)
                                .count()))
                .toList();
    }

    public static Routes ofThePlatform() {
        return new Routes(OF_THE_PLATFORM);
    }

    /** @param path as {@code Address} made it, so that what is matched is what is sent */
    public Optional<Match> match(String path) {
        var segments = Arrays.asList(path.substring(1).split("/"));
        return byLength.stream()
                .filter(route -> route.matches(segments))
                .findFirst()
                .map(route -> new Match(route, segments, path.endsWith("/")));
    }

    public List<String> services() {
        return byLength.stream().map(Route::service).distinct().sorted().toList();
    }

    /** A route with the path that it matched. */
    public record Match(Route route, List<String> path, boolean endsInSlash) {
        /** The path as the service knows it. */
        public String target() {
            var pattern = route.segments();
            var head = route.target() == null
                    ? "/" + String.join("/", path.subList(0, pattern.size()))
                    : filled(route.target(), pattern);
            var rest = path.subList(pattern.size(), path.size());
            return head + (rest.isEmpty() ? "" : "/" + String.join("/", rest)) + (endsInSlash ? "/" : "");
        }

        private String filled(String target, List<String> pattern) {
            for (int i = 0; i < pattern.size(); i++) {
                if (Route.isVariable(pattern.get(i))) target = target.replace(pattern.get(i), path.get(i));
            }
            return target;
        }

        /** What logs show: words stay, ids, dates and tokens do not. */
        public String template() {
            var pattern = route.segments();
            var template = new StringBuilder(route.pattern());
            for (int i = pattern.size(); i < path.size(); i++) {
                var segment = path.get(i);
                boolean word = !route.hasSecret() && WORD.matcher(segment).matches();
                template.append('/').append(word ? segment : "{…}");
            }
            return template.toString();
        }
    }
}
