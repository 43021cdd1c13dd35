package io.renkei.tools.bench;

import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.tools.client.Patience;
import io.renkei.tools.client.Tls;
import io.renkei.tools.linkage.Browser;
import io.renkei.tools.linkage.Person;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.pki.TrustedCrowd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes people ready by the ways that there are for people: each signs in with a certificate of their own and consents to the link.
 *
 * @param people address of people's pages and of the OpenID provider
 * @param certificates address where people show their certificate
 * @param sites address of the simulated sites
 */
record Visitors(URI people, URI certificates, URI sites, Path pki) {

    /** Where people are, by turns, and what is asked for there: sites that may be linked at any hour. */
    private static final List<Map.Entry<String, Set<String>>> SITES = List.of(
            Map.entry("e-tax", Set.of("1", "2")),
            Map.entry("zeimu-soft", Set.of("1", "2", "7-1")),
            Map.entry("minato-bank", Set.of("2")));

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));

    static int siteCount() {
        return SITES.size();
    }

    /** @param crowd whom they are of */
    List<Visitor> ready(TrustedCrowd crowd, int count)
            throws IOException, GeneralSecurityException, InterruptedException {
        List<Visitor> ready = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Person person = new Person(new Browser(people, crowd.person(i)), certificates, PATIENCE);
            Map.Entry<String, Set<String>> at = SITES.get(i % SITES.size());
            RelyingParty site = site(at.getKey());
            PATIENCE.until("people of the crowd may sign in", person::signIn, page -> page.status() == 200);
            person.consentToLink(person.browser().open("/people/sites/" + site.id()));
            ready.add(new Visitor(person, site, at.getValue()));
        }
        return ready;
    }

    private RelyingParty site(String id) throws IOException, GeneralSecurityException {
        Path identity = pki.resolve("site-" + id + ".pem");
        return new RelyingParty(
                id,
                people,
                sites.resolve("/sites/" + id + "/callback"),
                Pem.pair(identity),
                Tls.context(pki.resolve("ca.pem"), identity));
    }
}
