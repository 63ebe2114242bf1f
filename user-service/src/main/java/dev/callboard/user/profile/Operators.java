package dev.callboard.user.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who runs the platform: verified addresses named by configuration, so that nobody gets there by a request. */
@ApplicationScoped
public class Operators {
    public static final String OPERATOR = "OPERATOR";

    private final Set<String> addresses;

    @Inject
    Operators(@ConfigProperty(name = "callboard.operators") Optional<List<String>> addresses) {
        this.addresses =
                addresses.orElse(List.of()).stream().map(Email::normalised).collect(Collectors.toUnmodifiableSet());
    }

    /** Platform roles for her token. */
    public Set<String> rolesOf(User user) {
        return user.state() == User.State.ACTIVE && addresses.contains(user.email()) ? Set.of(OPERATOR) : Set.of();
    }
}
