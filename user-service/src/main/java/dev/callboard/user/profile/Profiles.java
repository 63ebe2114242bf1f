package dev.callboard.user.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.util.UUID;

/** The use cases of a user who is signed in. */
@ApplicationScoped
class Profiles {
    @Inject
    Users users;

    @Inject
    MergePatch mergePatch;

    @Transactional
    User get(UUID id) {
        return users.get(id);
    }

    /** @throws dev.callboard.kit.problem.Problem PRECONDITION_FAILED, INVALID, NOT_FOUND */
    @Transactional
    User update(UUID id, IfMatch ifMatch, JsonNode patch) {
        var user = users.get(id);
        ifMatch.mustBe(user.version);
        user.describe(mergePatch.apply(user.profile(), patch, Profile.class).known());
        users.flush(); // the ETag we answer with is the version we stored
        return user;
    }
}
