package io.renkei.door.oidc.fakes;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Site.Client;
import io.renkei.ports.sites.Site.ClientAuthentication;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.sites.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sites in a map. */
public final class FakeSites implements Sites {

    private final Map<SiteId, Site> known = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public void put(Site site) {
        known.put(site.id(), site);
    }

    /** Whether nobody can sign on now. */
    public void close(boolean shut) {
        closed = shut;
    }

    /** Sites as a file of properties has them, {@code NAME.key = value}; lists are separated by blanks. */
    public void read(Properties file) {
        Stream<String> names = file.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct();
        names.forEach(name -> put(site(name, key -> file.getProperty(name + "." + key, ""))));
    }

    private interface Values {
        String get(String key);

        default Stream<String> list(String key) {
            return Stream.of(get(key).split(" ")).filter(text -> !text.isEmpty());
        }
    }

    private static Site site(String name, Values values) {
        Client client = new Client(
                values.get("certificates").isEmpty()
                        ? ClientAuthentication.PRIVATE_KEY_JWT
                        : ClientAuthentication.TLS_CERTIFICATE,
                values.list("redirects").map(URI::create).collect(Collectors.toSet()),
                values.list("post.logout").map(URI::create).collect(Collectors.toSet()),
                values.list("logout").map(URI::create).findFirst(),
                Optional.empty(),
                values.get("jwks"),
                values.list("certificates").collect(Collectors.toSet()),
                Boolean.parseBoolean(values.get("encrypted")));
        return site(name, client);
    }

    /** One that may ask for the items 2, 5 and 3-14, and for certificates of the kind TEG800. */
    public static Site site(String name, Client client) {
        return new Site(
                new SiteId(name),
                new Words("サイト " + name, "Site " + name),
                new Words("確認のため", "To check"),
                Set.of(AccountKind.PERSON, AccountKind.COMPANY),
                Set.of(
                        new SelfInformationNumber("2"),
                        new SelfInformationNumber("5"),
                        new SelfInformationNumber("3-14")),
                Duration.ofDays(365),
                Duration.ofDays(1),
                client,
                new Site.Deductions(Set.of("TEG800"), true));
    }

    @Override
    public List<Site> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(site -> site.name().ja()))
                .toList();
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public Opening opening(SiteId site, Use use, Instant now) {
        return new Opening(!closed, Optional.empty(), new Words("", ""));
    }
}
