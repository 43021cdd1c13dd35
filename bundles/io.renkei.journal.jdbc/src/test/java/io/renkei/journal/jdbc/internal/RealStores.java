package io.renkei.journal.jdbc.internal;

import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.artefacts.ProviderKeys;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.SessionStore;
import io.renkei.ports.records.AccessRecordStore;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.submissions.SubmissionStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The stores on an H2 file, as they run in the gateway, for the tests of those who read them or write into them. */
public final class RealStores implements AutoCloseable {

    private static final String PAST = "timestamp with time zone '1970-01-02 00:00:00+00'";

    /** Of what the protocol keeps, without what is looked for now and then whether or not anybody signs on. */
    private static final String STATEMENTS = "select sum(execution_count) from information_schema.query_statistics"
            + " where regexp_like(sql_statement, 'oidc_(artefact|grant|interaction)')"
            + " and not regexp_like(sql_statement, 'until_at <=|session_over = false')";

    private final JournalSettings settings;
    private final Journal journal;

    /** What stands in the folder, as after a restart; where nothing does, new ones. */
    public RealStores(Path folder) {
        settings = H2Files.of(folder);
        journal = Journal.open(settings);
    }

    public Accounts accounts() {
        return journal.accounts();
    }

    public AccountJournal evidence() {
        return journal.accountJournal();
    }

    public AccountInboxes inboxes() {
        return journal.accountInboxes();
    }

    public SessionStore sessions() {
        return journal.sessions();
    }

    public LinkStore links() {
        return journal.links();
    }

    public HandoverStore handovers() {
        return journal.handovers();
    }

    public DelegationStore delegations() {
        return journal.delegations();
    }

    public QuestionStore questions() {
        return journal.questions();
    }

    public AccessRecordStore records() {
        return journal.accessRecords();
    }

    public LinkageCodeStore linkageCodes() {
        return journal.linkageCodes();
    }

    public Artefacts artefacts() {
        return journal.artefacts();
    }

    public SiteGrants grants() {
        return journal.grants();
    }

    public ProviderKeys keys() {
        return journal.providerKeys();
    }

    public LogoutWords words() {
        return journal.logoutWords();
    }

    public Interactions interactions() {
        return journal.interactions();
    }

    public HoldingStore holdings() {
        return journal.holdings();
    }

    public SubmissionStore submissions() {
        return journal.submissions();
    }

    public NoticeStore notices() {
        return journal.notices();
    }

    public MessageStore messages() {
        return journal.messages();
    }

    public DeliveryStore deliveries() {
        return journal.deliveries();
    }

    public AnnouncementStore announcements() {
        return journal.announcements();
    }

    public PaymentStore payments() {
        return journal.payments();
    }

    public Outbox outbox() {
        return journal.outbox();
    }

    public ContentStore contents() {
        return journal.contents();
    }

    /** Writes filings, and things into inboxes. */
    public InboxFiller filler() {
        return new InboxFiller(journal);
    }

    /** Pieces of bodies that can still be read. */
    public long chunks() throws SQLException {
        return counted("select count(*) from content_chunk");
    }

    /** As if the time had passed that each call and each delivery waits for: after a kill, until its lease ends. */
    public void allDueNow() throws SQLException {
        change("update selfinfo_call set try_at = " + PAST);
        change("update notice_to_deliver set try_at = " + PAST);
    }

    /** As on a damaged disk: of the document of this notice, kept in pieces, those from this one on are lost. */
    public void loseDocument(NoticeId notice, int from) throws SQLException {
        change("delete from content_chunk where idx >= " + from + " and content_id in " + document(notice));
    }

    /** As on a damaged disk: the document of this notice, kept in one piece, is lost. */
    public void loseDocument(NoticeId notice) throws SQLException {
        change("update content set body = null where id in " + document(notice));
    }

    private static String document(NoticeId notice) {
        return "(select content_id from notice where id = '" + notice + "')";
    }

    /** As if the time of each question had passed in which agencies are asked. */
    public void timeIsOver() throws SQLException {
        change("update selfinfo_call set deadline = " + PAST + ", try_at = " + PAST);
    }

    /** From now on statements are counted; not before, since the first hundred of them would be those that make the tables. */
    public void count() throws SQLException {
        change("set query_statistics true");
    }

    /** How many statements of the protocol were counted: for artefacts, grants and interactions. */
    public long statements() throws SQLException {
        return counted(STATEMENTS);
    }

    private long counted(String sql) throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
