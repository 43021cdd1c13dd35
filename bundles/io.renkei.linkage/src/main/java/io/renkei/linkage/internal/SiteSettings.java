package io.renkei.linkage.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.config.Written;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.outgoing.OutgoingSettings;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Site.ClientAuthentication;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites.Use;
import io.renkei.ports.sites.Words;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One site as configured.
 *
 * @param bare the site without its keys
 * @param jwks the file of its keys; empty where it needs none
 */
record SiteSettings(Site bare, Map<Use, ServiceWindow> windows, boolean vouches, Optional<Path> jwks) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PURPOSE = 200;
    private static final int MOST_URLS = 20;
    private static final int MOST_KINDS = 20;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    SiteSettings {
        windows = Map.copyOf(windows);
    }

    /** @throws IllegalArgumentException with one line per fault */
    static SiteSettings of(SiteConfig config) {
        OutgoingSettings read = new OutgoingSettings();
        Optional<SiteId> id = SiteId.parse(config.id().strip());
        read.require(id.isPresent(), "id has to be 2 to 40 lower-case letters, digits and hyphens, a letter first");
        Words name = words(read, "name", config.name_ja(), config.name_en(), LONGEST_NAME);
        Words purpose = words(read, "purpose", config.purpose_ja(), config.purpose_en(), LONGEST_PURPOSE);
        Set<AccountKind> accounts = accounts(read, config.accounts());
        Set<SelfInformationNumber> items = items(read, config.items());
        Site.Deductions deductions = deductions(read, config);
        Map<Use, ServiceWindow> windows = new EnumMap<>(Use.class);
        windows.put(Use.FIRST_LINK, window(read, "hours.first.link", config.hours_first_link()));
        windows.put(Use.SIGN_ON, window(read, "hours.sign.on", config.hours_sign_on()));
        windows.put(Use.HANDOVER, window(read, "hours.handover", config.hours_handover()));
        read.within("consent.days", config.consent_days(), 1, 3650);
        read.within("handover.hours", config.handover_hours(), 1, 720);
        Optional<Path> jwks = file(read, config.jwks());
        Site.Client client = client(read, config, jwks.isPresent());
        read.finish();
        Site bare = new Site(
                id.orElseThrow(),
                name,
                purpose,
                accounts,
                items,
                Duration.ofDays(config.consent_days()),
                Duration.ofHours(config.handover_hours()),
                client,
                deductions);
        return new SiteSettings(bare, windows, config.vouches(), jwks);
    }

    private static Words words(OutgoingSettings read, String key, String ja, String en, int longest) {
        String japanese = Written.text(ja).strip();
        String english = Written.text(en).strip();
        for (Map.Entry<String, String> each :
                Map.of(key + ".ja", japanese, key + ".en", english).entrySet()) {
            String text = each.getValue();
            read.require(
                    !text.isEmpty()
                            && text.codePointCount(0, text.length()) <= longest
                            && text.chars().noneMatch(Character::isISOControl),
                    each.getKey() + " has 1 to " + longest + " characters, none of them a control");
        }
        return new Words(japanese, english);
    }

    private static Set<AccountKind> accounts(OutgoingSettings read, String text) {
        Set<AccountKind> kinds = new HashSet<>();
        for (String word : split(text)) {
            Optional<AccountKind> kind = Arrays.stream(AccountKind.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
            read.require(kind.isPresent(), "accounts are person and company");
            kind.ifPresent(kinds::add);
        }
        read.require(!kinds.isEmpty(), "accounts has to name person, company or both");
        return kinds;
    }

    private static Set<SelfInformationNumber> items(OutgoingSettings read, String text) {
        Set<SelfInformationNumber> items = new HashSet<>();
        for (String word : split(text)) {
            Optional<SelfInformationNumber> item = SelfInformationNumber.parse(word);
            read.require(item.isPresent(), "items are numbers of self-information such as 2 or 3-14");
            item.ifPresent(items::add);
        }
        return items;
    }

    private static Site.Deductions deductions(OutgoingSettings read, SiteConfig config) {
        List<String> kinds = split(config.deductions());
        read.require(
                kinds.stream().allMatch(DeductionWish::isKind),
                "deductions are kinds of deduction certificates, TEG8 and two digits each");
        read.require(kinds.size() <= MOST_KINDS, "deductions has " + MOST_KINDS + " kinds at most");
        read.require(
                !config.deductions_documents() || !kinds.isEmpty(),
                "deductions has to name a kind where deductions.documents is true");
        return new Site.Deductions(Set.copyOf(kinds), config.deductions_documents());
    }

    private static ServiceWindow window(OutgoingSettings read, String key, String text) {
        try {
            return ServiceWindow.parse(text);
        } catch (IllegalArgumentException e) {
            read.require(false, key + ": " + e.getMessage());
            return ServiceWindow.ALWAYS;
        }
    }

    private static Optional<Path> file(OutgoingSettings read, String name) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name.strip()));
        } catch (InvalidPathException e) {
            read.require(false, "jwks is no name of a file");
            return Optional.empty();
        }
    }

    private static Site.Client client(OutgoingSettings read, SiteConfig config, boolean hasKeys) {
        Optional<ClientAuthentication> authentication = Arrays.stream(ClientAuthentication.values())
                .filter(each -> each.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(config.client_authentication().strip()))
                .findFirst();
        read.require(authentication.isPresent(), "client.authentication is private_key_jwt or tls_certificate");
        Set<URI> redirects = urls(read, "redirects", config.redirects());
        read.require(!split(config.redirects()).isEmpty(), "redirects has to name at least one URL");
        Set<String> certificates = certificates(read, config.certificates());
        boolean byKey = authentication.equals(Optional.of(ClientAuthentication.PRIVATE_KEY_JWT));
        read.require(!byKey || hasKeys, "jwks has to name a file where client.authentication is private_key_jwt");
        read.require(
                byKey || !certificates.isEmpty(),
                "certificates has to name a digest where client.authentication is tls_certificate");
        read.require(!config.encrypted() || hasKeys, "jwks has to name a file where encrypted is true");
        read.require(!config.signed_requests() || hasKeys, "jwks has to name a file where signed.requests is true");
        return new Site.Client(
                authentication.orElse(ClientAuthentication.PRIVATE_KEY_JWT),
                redirects,
                urls(read, "post.logout.redirects", config.post_logout_redirects()),
                url(read, "back.channel.logout.url", config.back_channel_logout_url()),
                url(read, "initiate.login.url", config.initiate_login_url()),
                "",
                certificates,
                config.encrypted(),
                config.signed_requests(),
                config.logout_asks());
    }

    private static Set<URI> urls(OutgoingSettings read, String key, String text) {
        List<String> words = split(text);
        read.require(words.size() <= MOST_URLS, key + " has " + MOST_URLS + " URLs at most");
        Set<URI> urls = new HashSet<>();
        words.forEach(word -> read.address(key, word).ifPresent(urls::add));
        return urls;
    }

    private static Optional<URI> url(OutgoingSettings read, String key, String text) {
        return text.isBlank() ? Optional.empty() : read.address(key, text);
    }

    private static Set<String> certificates(OutgoingSettings read, String text) {
        Set<String> digests = new HashSet<>();
        for (String word : split(text)) {
            String digest = word.toLowerCase(Locale.ROOT).replace(":", "");
            read.require(DIGEST.matcher(digest).matches(), "certificates are SHA-256 digests of 64 hex digits");
            digests.add(digest);
        }
        return digests;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    SiteId id() {
        return bare.id();
    }

    /** The site with its keys. */
    Site with(String keys) {
        Site.Client client = bare.client();
        return new Site(
                bare.id(),
                bare.name(),
                bare.purpose(),
                bare.accounts(),
                bare.items(),
                bare.consentLasts(),
                bare.handoverLasts(),
                new Site.Client(
                        client.authentication(),
                        client.redirects(),
                        client.postLogoutRedirects(),
                        client.backChannelLogout(),
                        client.initiateLogin(),
                        keys,
                        client.certificates(),
                        client.encrypted(),
                        client.signedRequests(),
                        client.logoutAsks()),
                bare.deductions());
    }
}
