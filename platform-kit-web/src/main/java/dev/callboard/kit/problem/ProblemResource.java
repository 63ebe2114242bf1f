package dev.callboard.kit.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** What the {@code type} of a problem leads to: its meaning. The gateway makes pages of it. */
@Path("/problems")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ProblemResource {
    private final List<TypeView> types = new ArrayList<>();

    record TypeView(String type, String title, int status) {
        static TypeView of(ProblemType type) {
            return new TypeView(type.uri(), type.title(), type.status());
        }
    }

    /** @param enums class names of the service's own problems, {@code callboard.problems} */
    ProblemResource(@ConfigProperty(name = "callboard.problems") Optional<List<String>> enums) {
        Arrays.stream(CommonProblem.values()).map(TypeView::of).forEach(types::add);
        for (var name : enums.orElse(List.of())) {
            try {
                var loader = Thread.currentThread().getContextClassLoader();
                for (var type : Class.forName(name, true, loader).getEnumConstants()) {
                    types.add(TypeView.of((ProblemType) type));
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(
                        "callboard.problems: " + name + " (expected: an enum of ProblemType)", e);
            }
        }
    }

    @GET
    @Operation(hidden = true)
    public List<TypeView> all() {
        return types;
    }

    @GET
    @Path("{name}")
    @Operation(hidden = true)
    public TypeView one(@RestPath String name) {
        return types.stream()
                .filter(type -> type.type().equals("/problems/" + name))
                .findFirst()
                .orElseThrow(() -> NOT_FOUND.of("problem type"));
    }
}
