package dev.callboard.report.logo;

import dev.callboard.kit.database.Database;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Recent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The present logo of each account, and those before it that a report run was begun with: a finished run never changes,
 * so its pictures stay for as long as it does.
 */
@ApplicationScoped
public class Logos {
    /** Each up to half a megabyte. */
    private static final int KEPT_IN_MEMORY = 32;

    private record Kept(String sha256, byte[] file) {}

    @Inject
    Database db;

    private final Recent<String, Picture> pictures = new Recent<>(KEPT_IN_MEMORY);
    private final ReentrantLock reading = new ReentrantLock();

    /**
     * For what is drawn now and kept nowhere. One statement sees the picture and its name, so no lock is needed, and
     * neither it nor a connection is held while the picture is decoded.
     */
    public Optional<Picture> of(UUID accountId) {
        var present = db.first(
                "select sha256 from logo where account_id = ? and present", row -> row.getString(1), accountId);
        if (present.isEmpty()) return Optional.empty();

        var known = pictures.find(present.get());
        if (known != null) return Optional.of(known);
        return db.first(
                        "select sha256, picture from logo where account_id = ? and present",
                        row -> new Kept(row.getString(1), row.getBytes(2)),
                        accountId)
                .map(kept -> pictures.get(kept.sha256, _ -> read(kept.file)));
    }

    /**
     * For what is begun now and drawn later, by its SHA-256: it stays once the caller's transaction is committed, because
     * a change waits for that and then sees who names it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> fixed(UUID accountId) {
        // a statement of its own: the next one must see what was committed while this one waited
        db.first("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", _ -> 1, lock(accountId));
        return db.first("select sha256 from logo where account_id = ? and present", row -> row.getString(1), accountId);
    }

    /** @param sha256 of one that the account has, or that a run of it was begun with */
    public Picture get(UUID accountId, String sha256) {
        return read(accountId, sha256).get();
    }

    /**
     * As {@link #get}, in two steps: what is read here, in the caller's transaction, is decoded when the picture is asked
     * for, also if nobody has it any more by then.
     */
    public Supplier<Picture> read(UUID accountId, String sha256) {
        var known = pictures.find(sha256);
        if (known != null) return () -> known;

        var file = db.first(
                        "select picture from logo where account_id = ? and sha256 = ?",
                        row -> row.getBytes(1),
                        accountId,
                        sha256)
                .orElseThrow(() -> new IllegalStateException("logo " + sha256 + " is not there any more"));
        return () -> pictures.get(sha256, _ -> read(file));
    }

    /**
     * One at a time: 256 KiB may become some 80 MB while its pixels are looked at.
     *
     * @throws dev.callboard.report.render.PictureRefused
     */
    Picture read(byte[] file) {
        reading.lock();
        try {
            return Picture.of(file);
        } finally {
            reading.unlock();
        }
    }

    @Transactional
    void change(UUID accountId, Picture logo) {
        takeAway(accountId);
        db.update("""
                insert into logo (account_id, sha256, picture, present) values (?, ?, ?, true)
                on conflict (account_id, sha256) do update set present = true
                """, accountId, logo.sha256(), logo.file());
        forgetUnused(accountId);
    }

    /** Documents from now on have none; what was printed, and what is being printed, keeps it. */
    @Transactional
    void remove(UUID accountId) {
        takeAway(accountId);
        forgetUnused(accountId);
    }

    private void takeAway(UUID accountId) {
        db.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 1, lock(accountId));
        db.update("update logo set present = false where account_id = ? and present", accountId);
    }

    private void forgetUnused(UUID accountId) {
        db.update("""
                delete from logo l where account_id = ? and not present and not exists (
                  select 1 from report_run r where r.account_id = l.account_id and r.logo = l.sha256)
                """, accountId);
    }

    private static String lock(UUID accountId) {
        return "logo/" + accountId;
    }
}
