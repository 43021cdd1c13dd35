package io.renkei.connector.agency.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Asking;
import io.renkei.http.HttpSettings;
import io.renkei.http.SettingsCheck;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One agency.
 *
 * @param codes of the information network, for items whose code the catalogue has not, or has otherwise
 */
record AgencySettings(
        DestinationId destination,
        HttpSettings http,
        Set<SelfInformationNumber> items,
        Map<SelfInformationNumber, InformationCode> codes,
        Parties parties,
        Asking asking) {

    private static final String CODE = "[0-9A-Z]{16}";

    /** Who asks whom, for what. */
    record Parties(String inquirer, String provider, String business, String procedure) {}

    /** @throws IllegalArgumentException with one line per fault */
    static AgencySettings of(AgencyConfig config) {
        SettingsCheck check = new SettingsCheck();
        Optional<DestinationId> destination = check.read("destination", () -> new DestinationId(config.destination()));
        Optional<HttpSettings> http = HttpSettings.read(
                check,
                config.endpoint_url(),
                config.tls_trust(),
                config.tls_identity(),
                config.connect_timeout_millis(),
                config.response_timeout_millis(),
                config.total_timeout_millis());
        Optional<Set<SelfInformationNumber>> items = check.read("items", () -> items(config.items()));
        Optional<Map<SelfInformationNumber, InformationCode>> codes = check.read(
                "information.codes",
                () -> pairs(config.information_codes(), SelfInformationNumber::new, InformationCode::new));
        Optional<Asking> asking = check.read(
                "parallel.calls, total.timeout.millis",
                () -> new Asking(config.parallel_calls(), Duration.ofMillis(config.total_timeout_millis())));
        code(check, "inquirer.code", config.inquirer_code());
        code(check, "provider.code", config.provider_code());
        code(check, "business.code", config.business_code());
        code(check, "procedure.code", config.procedure_code());
        check.finish();
        return new AgencySettings(
                destination.orElseThrow(),
                http.orElseThrow(),
                items.orElseThrow(),
                codes.orElseThrow(),
                new Parties(
                        config.inquirer_code(),
                        config.provider_code(),
                        config.business_code(),
                        config.procedure_code()),
                asking.orElseThrow());
    }

    private static void code(SettingsCheck check, String key, String value) {
        check.require(value.matches(CODE), key + " has 16 digits or capital letters");
    }

    private static Set<SelfInformationNumber> items(String text) {
        Set<SelfInformationNumber> items =
                words(text).stream().map(SelfInformationNumber::new).collect(Collectors.toSet());
        if (items.isEmpty()) {
            throw new IllegalArgumentException("name at least one item");
        }
        return items;
    }

    /** Pairs joined by a colon, divided by commas; neither side may stand there twice. */
    static <A, B> Map<A, B> pairs(String text, Function<String, A> first, Function<String, B> second) {
        Map<A, B> pairs = new HashMap<>();
        for (String word : words(text)) {
            String[] parts = word.split(":");
            if (parts.length != 2) {
                throw new IllegalArgumentException("a pair is joined by a colon");
            }
            if (pairs.put(first.apply(parts[0].strip()), second.apply(parts[1].strip())) != null) {
                throw new IllegalArgumentException(parts[0] + " stands there twice");
            }
        }
        if (new HashSet<>(pairs.values()).size() < pairs.size()) {
            throw new IllegalArgumentException("a code stands there twice");
        }
        return Map.copyOf(pairs);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
