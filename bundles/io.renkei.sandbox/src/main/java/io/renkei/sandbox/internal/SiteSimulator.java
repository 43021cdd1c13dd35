package io.renkei.sandbox.internal;

import io.renkei.sandbox.sites.RelyingParty;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Linked sites, one per name in the path: what their users see, and word of logouts, of which the last are kept as they came for whoever
 * plays a site from elsewhere ({@code ./renkei demo linkage}).
 */
final class SiteSimulator implements Simulator {

    static final String PATH = "/sites";

    private static final int MOST_WORDS = 50;

    private final Map<String, SiteApplication> sites = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    SiteSimulator(List<SimulatedSite> simulated, URI portal, Providers providers, Clock clock) {
        for (SimulatedSite site : simulated) {
            sites.put(site.id(), new SiteApplication(site, portal, () -> providers.reach(site.id()), clock));
        }
    }

    /** Reaches the portal as one of the sites. */
    interface Providers {
        RelyingParty reach(String site) throws IOException;
    }

    /**
     * The sites of the sandbox.
     *
     * @param portal address of the provider, which is its issuer
     * @param own address of these sites, without a path
     * @param pki with the keys of the sites
     */
    static SiteSimulator of(URI portal, URI own, Path pki, Clock clock) {
        List<X509Certificate> trusted = Pem.certificates(pki.resolve("ca.pem"));
        return new SiteSimulator(
                SimulatedSite.ALL,
                portal,
                site -> {
                    Pem.Identity identity = Pem.identity(pki.resolve("site-" + site + ".pem"));
                    SSLContext tls = Pem.tls(identity, trusted);
                    KeyPair key = new KeyPair(identity.chain().get(0).getPublicKey(), identity.key());
                    return new RelyingParty(site, portal, own.resolve(PATH + "/" + site + "/callback"), key, tls);
                },
                clock);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(Call call) {
        String[] path = call.segments();
        SiteApplication site = Optional.ofNullable(path.length == 0 ? null : sites.get(path[0]))
                .orElseThrow(() -> new Refusal(404, "The sites are " + String.join(", ", sites.keySet()) + "."));
        String what = call.method() + " " + (path.length == 1 ? "" : path[1]);
        call.answer(
                switch (what) {
                    case "GET " -> site.home(call);
                    case "GET login" -> site.login(call);
                    case "GET callback" -> site.callback(call);
                    case "POST ask" -> site.ask(call);
                    case "POST sign-out" -> site.signOut(call);
                    case "POST logout" -> heard(path[0], site, call);
                    case "GET words" -> Answer.json(200, kept(path[0]));
                    default -> throw new Refusal(404, "A site has no such address.");
                });
    }

    private Answer heard(String name, SiteApplication site, Call call) {
        String word = call.form().getOrDefault("logout_token", "");
        if (word.isEmpty()) {
            throw new Refusal(400, "A word of a logout has a logout_token.");
        }
        site.heard(word);
        keep(name, word);
        return Answer.empty(204).with("Cache-Control", "no-store");
    }

    private synchronized void keep(String name, String word) {
        List<String> all = words.computeIfAbsent(name, each -> new ArrayList<>());
        all.add(word);
        if (all.size() > MOST_WORDS) {
            all.remove(0);
        }
    }

    private synchronized List<String> kept(String name) {
        return List.copyOf(words.getOrDefault(name, List.of()));
    }
}
