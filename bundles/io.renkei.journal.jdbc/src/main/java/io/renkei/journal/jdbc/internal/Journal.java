package io.renkei.journal.jdbc.internal;

import io.renkei.api.spi.TokenVault;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.artefacts.ProviderKeys;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentWords;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.SessionStore;
import io.renkei.ports.records.AccessRecordStore;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.submissions.SubmissionStore;
import java.time.Clock;

/** The ports on one database. */
final class Journal implements AutoCloseable {

    private final Database database;
    private final MasterKey masterKey;
    private final CaseKeys keys;
    private final ContentStore contents;
    private final Holds holds;
    private final JdbcArtefacts artefacts;

    private Journal(Database database, MasterKey masterKey, FreeSpace space) {
        this.database = database;
        this.masterKey = masterKey;
        this.keys = new CaseKeys(database, masterKey);
        this.contents = new JdbcContentStore(database, keys, space);
        this.artefacts = new JdbcArtefacts(database, masterKey);
        this.holds = new JdbcHolds(database, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * Opens the journal. A database that cannot be had now is opened by the first call after it came back.
     *
     * @throws StartRefused if the journal must not run like this
     */
    static Journal open(JournalSettings settings) {
        MasterKey masterKey = new MasterKey(new SecretFile(settings.masterKey()));
        Database database = new Database(settings, tx -> {
            masterKey.settle(tx);
            return null;
        });
        boolean opened = false;
        try {
            database.open();
            opened = true;
        } catch (StateUnavailable e) {
            // The log has it. An H2 file is ours alone: there is nobody to wait for.
            opened = !settings.isH2();
            if (!opened) {
                throw new StartRefused(
                        "JOURNAL-008: the database file " + settings.h2File()
                                + " cannot be opened. Check that no other process uses it, that its password file fits"
                                + " it and that the disk is well.",
                        e);
            }
        } finally {
            if (!opened) {
                database.close();
            }
        }
        FreeSpace space = settings.isH2()
                ? new FreeSpace(settings.h2File().getParent(), settings.diskFreeMinBytes())
                : FreeSpace.unbounded();
        return new Journal(database, masterKey, space);
    }

    ApplicationStore applications() {
        return new JdbcApplicationStore(database);
    }

    FilingStore filings() {
        return new JdbcFilingStore(database, keys);
    }

    FollowUpStore followUps() {
        return new JdbcFollowUpStore(database, keys);
    }

    Outbox outbox() {
        return new JdbcOutbox(database);
    }

    ContentStore contents() {
        return contents;
    }

    NoticeStore notices() {
        return new JdbcNoticeStore(database, keys);
    }

    MessageStore messages() {
        return new JdbcMessageStore(database, keys);
    }

    RetentionStore retention() {
        return new JdbcRetentionStore(database);
    }

    DeliveryStore deliveries() {
        return new JdbcDeliveryStore(database);
    }

    AnnouncementStore announcements() {
        return new JdbcAnnouncementStore(database, keys);
    }

    PaymentStore payments() {
        return new JdbcPaymentStore(database, keys);
    }

    PaymentWords paymentWords() {
        return new JdbcPaymentWords(database);
    }

    SubmissionStore submissions() {
        return new JdbcSubmissionStore(database, keys);
    }

    BatchStore batches() {
        return new JdbcBatchStore(database);
    }

    HoldingStore holdings() {
        return new JdbcHoldingStore(database);
    }

    TokenVault tokens() {
        return new JdbcTokenVault(database, masterKey);
    }

    Artefacts artefacts() {
        return artefacts;
    }

    SiteGrants grants() {
        return new JdbcSiteGrants(database, masterKey, artefacts);
    }

    ProviderKeys providerKeys() {
        return new JdbcProviderKeys(database, masterKey);
    }

    LogoutWords logoutWords() {
        return new JdbcLogoutWords(database, masterKey);
    }

    Interactions interactions() {
        return new JdbcInteractions(database, masterKey);
    }

    Accounts accounts() {
        return new JdbcAccounts(database, keys, masterKey);
    }

    AccountInboxes accountInboxes() {
        return new JdbcAccountInboxes(database, keys, masterKey);
    }

    AccountJournal accountJournal() {
        return new JdbcAccountJournal(database, keys);
    }

    SessionStore sessions() {
        return new JdbcSessions(database);
    }

    LinkStore links() {
        return new JdbcLinks(database, keys);
    }

    HandoverStore handovers() {
        return new JdbcHandovers(database, keys, masterKey);
    }

    DelegationStore delegations() {
        return new JdbcDelegations(database, keys, masterKey);
    }

    QuestionStore questions() {
        return new JdbcQuestionStore(database, masterKey);
    }

    AccessRecordStore accessRecords() {
        return new JdbcAccessRecords(database);
    }

    LinkageCodeStore linkageCodes() {
        return new JdbcLinkageCodes(database, masterKey);
    }

    Holds holds() {
        return holds;
    }

    @Override
    public void close() {
        database.close();
    }
}
