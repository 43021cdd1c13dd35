package io.renkei.door.pages.internal;

import io.renkei.ports.config.SecretReference;
import io.renkei.ports.outgoing.OutgoingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the provider of company accounts is reached, and which accounts may sign in. It prints no secret. */
record CompanySettings(
        URI issuer,
        URI authorization,
        URI token,
        URI userinfo,
        URI jwks,
        String clientId,
        String clientSecret,
        String scopes,
        Set<String> accountTypes,
        Set<String> corporationTypes,
        boolean answerNamesIssuer,
        Path trust,
        Duration patience) {

    private static final Set<String> ACCOUNT_TYPES = Set.of("1", "2", "3");
    private static final Set<String> CORPORATION_TYPES = Set.of("1", "2");

    /**
     * Reads the settings.
     *
     * @return empty if no provider is configured
     * @throws IllegalArgumentException with one line per fault
     */
    static Optional<CompanySettings> of(CompanyConfig config) {
        if (config.issuer().isBlank()) {
            return Optional.empty();
        }
        OutgoingSettings read = new OutgoingSettings();
        Optional<URI> issuer = read.address("issuer", config.issuer());
        Optional<URI> authorization = read.address("authorization.url", config.authorization_url());
        Optional<URI> token = read.address("token.url", config.token_url());
        Optional<URI> userinfo = read.address("userinfo.url", config.userinfo_url());
        Optional<URI> jwks = read.address("jwks.url", config.jwks_url());
        read.require(
                jwks.isEmpty()
                        || token.isEmpty()
                        || userinfo.isEmpty()
                        || token.get().getAuthority().equals(jwks.get().getAuthority())
                                && token.get()
                                        .getAuthority()
                                        .equals(userinfo.get().getAuthority()),
                "token.url, userinfo.url and jwks.url have one host");
        read.require(!config.client_id().isBlank(), "client.id has to name this client");
        List<String> scopes = parts(config.scopes());
        read.require(scopes.contains("openid"), "scopes are separated by commas and hold openid");
        Set<String> accounts = kinds(read, "account.types", config.account_types(), ACCOUNT_TYPES);
        Set<String> corporations = kinds(read, "corporation.types", config.corporation_types(), CORPORATION_TYPES);
        Optional<Path> trust = read.trust(config.tls_trust(), "the provider");
        read.within("answer.timeout.millis", config.answer_timeout_millis(), 100, 60_000);
        String secret = "";
        try {
            secret = SecretReference.resolve(config.client_secret().strip());
        } catch (IllegalArgumentException e) {
            read.require(false, "client.secret: " + e.getMessage());
        }
        read.finish();
        return Optional.of(new CompanySettings(
                URI.create(config.issuer().strip()),
                authorization.orElseThrow(),
                token.orElseThrow(),
                userinfo.orElseThrow(),
                jwks.orElseThrow(),
                config.client_id().strip(),
                secret,
                String.join(" ", scopes),
                accounts,
                corporations,
                config.answer_names_issuer(),
                trust.orElseThrow(),
                Duration.ofMillis(config.answer_timeout_millis())));
    }

    private static Set<String> kinds(OutgoingSettings read, String key, String[] values, Set<String> known) {
        Set<String> kinds = Set.copyOf(parts(values));
        read.require(
                !kinds.isEmpty() && known.containsAll(kinds),
                key + " names some of " + known.stream().sorted().toList());
        return kinds;
    }

    /** A file has them in one text. */
    private static List<String> parts(String[] values) {
        return Arrays.stream(values)
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return issuer.toString();
    }
}
