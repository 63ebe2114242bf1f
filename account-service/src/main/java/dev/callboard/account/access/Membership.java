package dev.callboard.account.access;

import dev.callboard.contracts.account.AccountFact.MemberRemoved;
import dev.callboard.contracts.account.AccountFact.MemberRightsGranted;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.account.AccountProblem.OWNER_IS_NOT_GRANTED;
import static dev.callboard.account.AccountProblem.OWNER_STAYS;
import static dev.callboard.contracts.account.AccountRight.OWNER;

/**
 * One person in one account. It stays, without rights, when she leaves: its version goes on rising, so that others
 * recognise a late fact about her earlier membership.
 */
@Entity
public class Membership {
    @Embeddable
    public record Key(
            @Column(name = "account_id") UUID accountId,
            @Column(name = "user_id") UUID userId) {}

    @EmbeddedId
    Key key;

    @Nullable
    String email;

    @Nullable
    String name;

    @Convert(converter = RightsColumn.class)
    Set<AccountRight> rights;

    /** Has any right; a column of its own, because members are looked up by it. */
    boolean active;

    /** Counted by hand and not by the ORM: the fact carries the number that this very change gets. */
    long version;

    Instant since;

    protected Membership() {}

    public Membership(UUID accountId, UUID userId, Instant since) {
        this.key = new Key(accountId, userId);
        this.rights = Set.of();
        this.since = since;
    }

    /** Joins, or joins again. What was held before stays: an invitation never takes a right away. */
    public MemberRightsGranted join(Set<AccountRight> invited, String email, String name, Instant now) {
        if (!isActive()) since = now;
        this.email = email;
        this.name = name;
        var all = EnumSet.copyOf(invited);
        all.addAll(rights);
        return granted(all, now);
    }

    /** @throws Problem OWNER_STAYS, OWNER_IS_NOT_GRANTED, INVALID (no right at all) */
    public MemberRightsGranted change(Set<AccountRight> wanted, Instant now) {
        if (isOwner()) throw OWNER_STAYS.of("account");
        if (wanted.contains(OWNER)) throw OWNER_IS_NOT_GRANTED.of("account");
        if (wanted.isEmpty())
            throw CommonProblem.INVALID
                    .of("member")
                    .field("rights", "[]", "at least one; to remove the member, DELETE");

        return granted(wanted, now);
    }

    /** @throws Problem OWNER_STAYS */
    public MemberRemoved remove(Instant now) {
        if (isOwner()) throw OWNER_STAYS.of("account");

        rights = Set.of();
        active = false;
        version++;
        return new MemberRemoved(key.accountId(), key.userId(), version, now);
    }

    /** From now on this member owns the account. */
    public MemberRightsGranted own(Instant now) {
        return granted(EnumSet.of(OWNER), now);
    }

    /** The former owner goes on as a member with every other right. */
    public MemberRightsGranted yieldOwnership(Instant now) {
        return granted(EnumSet.complementOf(EnumSet.of(OWNER)), now);
    }

    /** The person was erased: name and address go at once; an owner's rights stay until the account is given on. */
    public void forgetPerson() {
        email = null;
        name = null;
    }

    private MemberRightsGranted granted(Set<AccountRight> all, Instant now) {
        rights = Collections.unmodifiableSet(EnumSet.copyOf(all));
        active = true;
        version++;
        return new MemberRightsGranted(key.accountId(), key.userId(), rights, version, now);
    }

    public boolean isActive() {
        return active;
    }

    public boolean isOwner() {
        return rights.contains(OWNER);
    }

    public UUID accountId() {
        return key.accountId();
    }

    public UUID userId() {
        return key.userId();
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable String name() {
        return name;
    }

    public Set<AccountRight> rights() {
        return rights;
    }

    public long version() {
        return version;
    }

    public Instant since() {
        return since;
    }
}
