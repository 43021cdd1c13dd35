package io.renkei.door.oidc.internal;

import com.nimbusds.jose.jwk.JWKSet;
import io.renkei.ports.access.Listener;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.KeyRenewal.NewKey;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.state.StateUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider as configured: its endpoints, and what it does by itself. */
final class Provider implements HealthSource, AutoCloseable {

    /**
     * An endpoint, and who may come to it.
     *
     * @param forBrowsers a person reads what goes wrong
     * @param kept whether its answer may be kept by caches for a while
     */
    record Place(Endpoint endpoint, Set<Listener> listeners, Set<String> methods, boolean forBrowsers, boolean kept) {}

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final String PART = "openid provider";
    private static final long LOOK_MILLIS = 500;
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final int SWEPT_AT_ONCE = 1_000;
    private static final Set<Listener> ANY = Set.of(Listener.PEOPLE, Listener.PEOPLE_TLS);
    private static final Set<Listener> BROWSERS = Set.of(Listener.PEOPLE);

    private final OidcSettings settings;
    private final Addresses addresses;
    private final Artefacts artefacts;
    private final Sites sites;
    private final Clock clock;
    private final Map<String, Place> places;
    private final LogoutWatch watch;
    private final LogoutCourier courier;
    private final Curves curves;
    private final ClientKeys clientKeys;
    private final Signer signer;
    private final ScheduledExecutorService looks = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "renkei.door.oidc");
        thread.setDaemon(true);
        return thread;
    });
    private Instant sweptAt = Instant.MIN;
    private volatile boolean away;

    /** @param caller how sites are told of logouts; empty where that is not configured */
    Provider(OidcSettings settings, Ports ports, Optional<HttpsCaller> caller, Clock clock, LongSupplier nanos) {
        this.settings = settings;
        this.artefacts = ports.artefacts();
        this.sites = ports.sites();
        this.clock = clock;
        this.addresses = new Addresses(settings.issuer(), settings.certificates());
        this.curves = new Curves(ports.curves());
        this.clientKeys = new ClientKeys(curves);
        this.signer =
                new Signer(new SigningKeys(ports.keys(), settings::signingKey, curves, clock), clientKeys, curves);
        this.watch =
                new LogoutWatch(ports.grants(), ports.words(), ports.links(), ports.sessions(), ports.sites(), clock);
        this.courier = new LogoutCourier(addresses.issuer(), ports.words(), ports.sites(), signer, caller, clock);
        this.places = places(ports, nanos);
    }

    private Map<String, Place> places(Ports ports, LongSupplier nanos) {
        Seen seen = new Seen(artefacts, clock);
        Rates rates = new Rates(settings::requestsPerMinute, nanos);
        Clients clients = new Clients(addresses.issuer(), ports.sites(), seen, rates, clientKeys, curves);
        Nonces nonces = new Nonces(settings.dpopNonces(), signer::keys, clock);
        Proofs proofs = new Proofs(seen, nonces, curves, clock);
        LiveGrants live = new LiveGrants(ports.grants(), ports.links(), clock);
        Tokens tokens =
                new Tokens(addresses, artefacts, signer, settings.accessToken(), settings.refreshToken(), clock);
        Bearers bearers = new Bearers(artefacts, ports.sites(), live, proofs, rates, clock);
        Codes codes =
                new Codes(addresses, ports.grants(), ports.links(), ports.handovers(), settings.refreshToken(), clock);
        Endpoint authorize = new Authorizing(
                addresses, artefacts, ports.interactions(), ports.sessions(), ports.sites(), codes, clock);
        Endpoint token = nonces.with(
                new TokenEndpoint(clients, proofs, artefacts, ports.grants(), live, ports.links(), tokens, clock),
                nonces::atTokens);
        Endpoint pushed = nonces.with(
                new PushedRequests(
                        clients,
                        new SignedRequests(addresses.issuer(), clientKeys, curves, clock),
                        proofs,
                        ports.handovers(),
                        artefacts,
                        clock),
                nonces::elsewhere);
        Endpoint userInfo = nonces.with(new UserInfoEndpoint(addresses, bearers, signer), nonces::elsewhere);
        Endpoint handover = nonces.with(
                new HandoverEndpoint(addresses, bearers, ports.handovers(), signer, clock), nonces::elsewhere);
        Endpoint logout = new LoggingOut(
                addresses,
                ports.sites(),
                ports.sessions(),
                ports.interactions(),
                watch,
                signer,
                new Rates(settings::requestsPerMinute, nanos),
                clock);
        Set<String> get = Set.of("GET");
        Set<String> post = Set.of("POST");
        Set<String> both = Set.of("GET", "POST");
        return Map.of(
                Addresses.DISCOVERY, new Place(new Discovery(addresses), ANY, get, false, true),
                Addresses.JWKS, new Place(call -> Discovery.json(jwks().toString()), ANY, get, false, true),
                Addresses.PAR, new Place(pushed, ANY, post, false, false),
                Addresses.AUTHORIZE, new Place(authorize, BROWSERS, both, true, false),
                Addresses.TOKEN, new Place(token, ANY, post, false, false),
                Addresses.USERINFO, new Place(userInfo, ANY, both, false, false),
                Addresses.HANDOVER, new Place(handover, ANY, get, false, false),
                Addresses.INTROSPECT,
                        new Place(
                                new Introspection(addresses, clients, artefacts, live, signer, clock),
                                ANY,
                                post,
                                false,
                                false),
                Addresses.REVOKE,
                        new Place(new Revocation(clients, artefacts, ports.grants(), clock), ANY, post, false, false),
                Addresses.LOGOUT, new Place(logout, BROWSERS, both, true, false));
    }

    private JWKSet jwks() {
        return signer.published();
    }

    /** An interaction's path stands below that of the authorization endpoint; nothing else stands below anything. */
    Optional<Place> at(String path) {
        return Optional.ofNullable(places.get(path));
    }

    OidcSettings settings() {
        return settings;
    }

    Addresses addresses() {
        return addresses;
    }

    NewKey renewKey(boolean compromised) {
        return signer.renew(compromised);
    }

    void begin() {
        looks.scheduleWithFixedDelay(guarded(this::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        // Apart, since a site that is slow holds it up.
        looks.scheduleWithFixedDelay(guarded(courier::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        watch.look();
        signer.published();
        if (clock.instant().isAfter(sweptAt.plus(SWEEP_EVERY))) {
            sweptAt = clock.instant();
            artefacts.sweep(sweptAt, SWEPT_AT_ONCE);
        }
        away = false;
    }

    /** What failed is tried again with the next look. */
    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (StateUnavailable e) {
                if (!away) {
                    LOG.warn("The OpenID provider waits for the database");
                }
                away = true;
            } catch (RuntimeException e) {
                LOG.error(OidcCode.DEFECT.line(), e);
            }
        };
    }

    @Override
    public List<Finding> findings() {
        Set<SiteId> silent = courier.silent();
        if (!silent.isEmpty()) {
            return List.of(Finding.warning(PART, OidcCode.NOT_TOLD.line() + " " + silent));
        }
        if (settings.logoutTrust().isEmpty() && somebodyListens()) {
            return List.of(Finding.warning(PART, OidcCode.NO_TRUST.line()));
        }
        return List.of(Finding.ok(PART, addresses.issuer() + " signs people on at sites."));
    }

    private boolean somebodyListens() {
        return sites.all().stream()
                .anyMatch(site -> site.client().backChannelLogout().isPresent());
    }

    @Override
    public void close() {
        looks.shutdownNow();
        courier.end();
    }
}
