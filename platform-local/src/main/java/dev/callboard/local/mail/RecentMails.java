package dev.callboard.local.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Flags;

import java.util.ArrayDeque;
import java.util.Deque;

/** Mailboxes live in memory: the oldest mail goes when there are more than {@value #LIMIT}. The files stay. */
final class RecentMails {
    static final int LIMIT = 2_000;

    private final ImapHostManager mailboxes;
    private final Deque<GreenMailUser> deliveries = new ArrayDeque<>();

    RecentMails(ImapHostManager mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Called before each delivery. */
    synchronized void expect(GreenMailUser mailbox) {
        deliveries.addLast(mailbox);
        if (deliveries.size() > LIMIT) forgetOldestOf(deliveries.removeFirst());
    }

    private void forgetOldestOf(GreenMailUser mailbox) {
        try {
            var inbox = mailboxes.getInbox(mailbox);
            long[] uids = inbox.getMessageUids();
            if (uids.length == 0) return; // its owner has deleted it already
            inbox.setFlags(new Flags(Flags.Flag.DELETED), true, uids[0], null, true);
            inbox.expunge();
        } catch (FolderException gone) {
            // deleted with its mailbox
        }
    }
}
