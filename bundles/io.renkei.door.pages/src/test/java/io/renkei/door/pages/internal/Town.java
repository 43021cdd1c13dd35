package io.renkei.door.pages.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.access.Listener;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.doors.FakeCatalogue;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeEvidence;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.selfinfo.PersonProofs;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItems;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.trust.ReceiptSealer;
import io.renkei.ports.trust.UserCertificates;
import io.renkei.testkit.TestAuthority;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The pages on a real server with both listeners on free ports, over fakes of what stands behind them. */
final class Town implements Ports, AutoCloseable {

    static final TestAuthority AUTHORITY = new TestAuthority("Test");
    static final TestAuthority.Issued HANAKO = AUTHORITY.issue("997794E9AGCIEG13221003A");
    static final TestAuthority.Issued TARO = AUTHORITY.issue("997794E9AGCIEG13221004A");
    static final TestAuthority.Issued SIGNING = AUTHORITY.issue("Signing");
    static final byte[] EVIDENCE = {'P', 'K', 3, 4, 5};

    final Clock clock = Clock.systemUTC();
    final FakePeople people = new FakePeople();
    final FakeSites sites = new FakeSites();
    final FakeInteractions interactions = new FakeInteractions(clock);
    final FakeAgencies agencies = new FakeAgencies();
    final FakeHoldings holdings = new FakeHoldings();
    final FakeLinkage linkage = new FakeLinkage(clock, sites, holdings);
    final FakeDelegations delegations = new FakeDelegations(this, clock);
    final Map<X509Certificate, UserCertificates.Verdict> verdicts = new ConcurrentHashMap<>();
    final Map<AccountId, Authenticator.Certificate> proofs = new ConcurrentHashMap<>();
    volatile boolean databaseGone;
    volatile Runnable slow = () -> {};
    final PagesSettings settings;
    private final Server server = new Server();
    private final FakeCatalogue catalogue = new FakeCatalogue();

    private Optional<RealStores> real = Optional.empty();

    Town() throws Exception {
        this(CompanyProvider.NONE);
    }

    /** With real accounts and real inboxes in this folder. */
    static Town withInboxes(Path folder) throws Exception {
        Town town = new Town();
        town.real = Optional.of(new RealStores(folder));
        return town;
    }

    /** The stores behind the inboxes. */
    RealStores stores() {
        return real.orElseThrow(() -> new PartMissing(AccountInboxes.class));
    }

    Town(CompanyProvider company) throws Exception {
        this(company, 64);
    }

    Town(CompanyProvider company, int atOnce) throws Exception {
        verdicts.put(HANAKO.certificate(), good(HANAKO));
        verdicts.put(TARO.certificate(), good(TARO));
        verdicts.put(SIGNING.certificate(), new UserCertificates.Verdict.Bad(UserCertificates.Fault.FOR_SIGNING));
        ServerConnector pages = connector(false);
        ServerConnector certificate = connector(true);
        server.addConnector(pages);
        server.addConnector(certificate);
        pages.open();
        certificate.open();
        settings = new PagesSettings(
                URI.create("https://localhost:" + pages.getLocalPort()),
                URI.create("https://localhost:" + certificate.getLocalPort()),
                Duration.ofSeconds(1),
                Duration.ofMinutes(30),
                atOnce);
        ServletContextHandler context = new ServletContextHandler();
        Routes routes = Table.of(this, company);
        context.addServlet(
                new ServletHolder(new Front(this, routes, () -> settings, clock, System::nanoTime)), "/people/*");
        context.addServlet(new ServletHolder(new Protocol()), "/oidc/*");
        server.setHandler(context);
        server.start();
    }

    private static UserCertificates.Verdict good(TestAuthority.Issued who) {
        return new UserCertificates.Verdict.Good(proof(who));
    }

    static Authenticator.Certificate proof(TestAuthority.Issued who) {
        return new Authenticator.Certificate("0a0b", who.certificate().getSerialNumber());
    }

    Account account(TestAuthority.Issued who) {
        return accounts().signIn(proof(who), clock.instant());
    }

    private ServerConnector connector(boolean asksForCertificate) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(AUTHORITY.server());
        tls.setWantClientAuth(asksForCertificate);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.addCustomizer(new SecureRequestCustomizer(false));
        Listener listener = asksForCertificate ? Listener.PEOPLE_TLS : Listener.PEOPLE;
        http.addCustomizer((request, headers) -> {
            request.setAttribute(Listener.ATTRIBUTE, listener.name());
            return request;
        });
        ServerConnector connector = new ServerConnector(server, tls, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        return connector;
    }

    /** A site asks for two items; the answer is what its browser has to go to. */
    Interactions.Begun request(String language) {
        Map<SelfInformationNumber, AttributeCondition> items = new LinkedHashMap<>();
        items.put(new SelfInformationNumber("1"), new AttributeCondition.Latest());
        items.put(new SelfInformationNumber("2"), new AttributeCondition.At(LocalDate.of(2026, 1, 1)));
        items.put(
                new SelfInformationNumber("3-4"),
                new AttributeCondition.Range(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        Handovers.Asked asked =
                linkage.ask(FakeSites.BANK, new HandoverWish(items, "住宅ローンの審査のため <script>alert(1)</script>"));
        HandoverId id = ((Handovers.Asked.Waiting) asked).id();
        return interactions.begin(
                FakeSites.BANK, Optional.of(id), Optional.empty(), Optional.empty(), language, new byte[0]);
    }

    /** A site asks for one item and for certificates, or for certificates alone. */
    Interactions.Begun requestOfCertificates(String language, boolean alone) {
        Map<SelfInformationNumber, AttributeCondition> items =
                alone ? Map.of() : Map.of(new SelfInformationNumber("1"), new AttributeCondition.Latest());
        Handovers.Asked asked = linkage.ask(
                FakeSites.BANK,
                new HandoverWish(items, "申告書の作成", Optional.of(new DeductionWish(2026, Set.of("TEG800"), true))));
        HandoverId id = ((Handovers.Asked.Waiting) asked).id();
        return interactions.begin(
                FakeSites.BANK, Optional.of(id), Optional.empty(), Optional.empty(), language, new byte[0]);
    }

    Interactions.Begun signOn(SiteId site, Optional<Instant> signedInAfter) {
        return interactions.begin(site, Optional.empty(), signedInAfter, Optional.empty(), "ja", new byte[0]);
    }

    Interactions.Begun signOut(String language) {
        return interactions.beginSignOut(FakeSites.BANK, language, new byte[0]);
    }

    /** Where the protocol would be: it begins a request ({@code /oidc/begin/ID/SECRET}) and says what came of it. */
    private final class Protocol extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String[] parts = request.getPathInfo().split("/");
            if (parts[1].equals("begin")) {
                response.addHeader("Set-Cookie", Cookies.set(Interaction.COOKIE, parts[3]));
                response.sendRedirect("/people/requests/" + parts[2]);
                return;
            }
            response.setContentType("text/html; charset=utf-8");
            Interactions.Outcome outcome = interactions.outcomes.get(parts[2]);
            response.getWriter()
                    .write("<!DOCTYPE html><html lang=en><title>protocol</title><h1>"
                            + (outcome == null ? "nothing" : outcome.getClass().getSimpleName()) + "</h1></html>");
        }
    }

    @Override
    public Accounts accounts() {
        return real.map(RealStores::accounts).orElse(people);
    }

    @Override
    public AccountInboxes inboxes() {
        return stores().inboxes();
    }

    @Override
    public NoticeStore notices() {
        return stores().notices();
    }

    /** Three months from the day of fetching. */
    @Override
    public NoticePeriods periods() {
        return notice -> notice.verdict() == NoticeVerdict.UNSEALED
                ? Optional.empty()
                : Optional.of(new NoticePeriods.Objection(
                        NoticeFact.FETCHED,
                        notice.fetched().map(at -> Moments.dayOf(at).plusMonths(3)),
                        notice.facts().issued().map(day -> day.plusYears(1))));
    }

    @Override
    public MessageStore messages() {
        return stores().messages();
    }

    @Override
    public NoticeEvidence evidence() {
        return (notice, kind, at) -> new ByteArrayInputStream(EVIDENCE);
    }

    @Override
    public AnnouncementStore announcements() {
        return stores().announcements();
    }

    @Override
    public PaymentStore payments() {
        return stores().payments();
    }

    @Override
    public ContentStore content() {
        return stores().contents();
    }

    @Override
    public Sessions sessions() {
        slow.run();
        if (databaseGone) {
            throw new io.renkei.ports.state.StateUnavailable("gone", new IOException("gone"));
        }
        return people;
    }

    @Override
    public UserCertificates certificates() {
        return (path, at) -> verdicts.getOrDefault(
                path.get(0), new UserCertificates.Verdict.Bad(UserCertificates.Fault.UNKNOWN_AUTHORITY));
    }

    @Override
    public Sites sites() {
        return sites;
    }

    @Override
    public Links links() {
        return linkage;
    }

    @Override
    public Handovers handovers() {
        return linkage.asHandovers();
    }

    @Override
    public Interactions interactions() {
        return interactions;
    }

    @Override
    public SelfInformation selfInformation() {
        return agencies;
    }

    @Override
    public SelfInformationItems items() {
        return agencies;
    }

    @Override
    public AccessRecords accessRecords() {
        return agencies;
    }

    @Override
    public Delegations delegations() {
        return delegations;
    }

    @Override
    public PersonProofs personProofs() {
        return proofs::put;
    }

    @Override
    public ReceiptSealer sealer() {
        return new ReceiptSealer() {
            @Override
            public String seal(String type, byte[] payload) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String jwks() {
                return "{\"keys\":[]}";
            }
        };
    }

    @Override
    public Holdings holdings() {
        return holdings;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        real.ifPresent(RealStores::close);
    }
}
