package dev.callboard.project.project;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The projects that a caller has to do with, the newest first. */
@ApplicationScoped
class ProjectList {
    @Inject
    EntityManager db;

    @Inject
    AccountRights accounts;

    @Inject
    InstantSource clock;

    /** @param text found anywhere in the name */
    record Filter(
            @Nullable UUID account,
            @Nullable Phase phase,
            @Nullable ProjectState state,
            @Nullable String text) {}

    /** @param before id of the last one on the page before */
    List<Project> page(Caller caller, Filter filter, @Nullable UUID before, int limit) {
        var where = new StringBuilder("""
                select p.* from project p
                where (p.account_id = any (:accounts) or exists (
                    select from member m where m.project_id = p.id
                    and (m.user_id = :user or m.user_id is null and m.email = :email)
                    and (m.until is null or m.until >= :yesterday)))
                """);
        var values = new LinkedHashMap<String, Object>();
        values.put("accounts", accounts.accountsOf(caller.userId()).toArray(UUID[]::new));
        values.put("user", caller.userId());
        values.put("email", caller.email().toLowerCase(Locale.ROOT));
        values.put(
                "yesterday",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1)); // it may be that still
        if (filter.account() != null) {
            where.append(" and p.account_id = :account");
            values.put("account", filter.account());
        }
        if (filter.phase() != null) {
            where.append(" and p.phase = :phase");
            values.put("phase", filter.phase().name());
        }
        if (filter.state() != null) {
            where.append(" and p.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.text() != null) {
            where.append(" and position(:text in lower(p.name)) > 0");
            values.put("text", filter.text().toLowerCase(Locale.ROOT));
        }
        if (before != null) {
            where.append(" and p.id < :before");
            values.put("before", before);
        }
        var query = db.createNativeQuery(
                where.append(" order by p.id desc limit :page").toString(), Project.class);
        values.forEach(query::setParameter);
        query.setParameter("page", limit);
        @SuppressWarnings("unchecked") // the result class is given above
        List<Project> page = query.getResultList();
        return page;
    }
}
