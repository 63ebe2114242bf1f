package dev.callboard.user.profile;

import dev.callboard.kit.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class Users implements PanacheRepositoryBase<User, UUID> {
    /** @param email normalised */
    public Optional<User> byEmail(String email) {
        return find("email", email).firstResultOptional();
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    public User get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> CommonProblem.NOT_FOUND.of("user"));
    }

    /**
     * The same password under a higher cost. Compared with what was read, for she may have changed it meanwhile; her
     * version stays, for nothing that she sees has changed.
     */
    @Transactional
    public void rehash(UUID id, String before, String after) {
        update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", after, id, before);
    }
}
