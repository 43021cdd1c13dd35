package io.renkei.door.pages.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.people.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The receipt of a consent: readable, and as the signed file (RFC 7515) to keep. */
final class ReceiptPages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final Ports ports;

    ReceiptPages(Ports ports) {
        this.ports = ports;
    }

    /** One statement of a receipt. */
    record Line(String name, String value) {}

    Answer show(Visit visit) throws Refused {
        String here = "/people/receipts/" + visit.part("consent");
        return page(
                visit, receipt(visit), here + "/receipt.jws", request(visit).isPresent() ? here + "/request.jws" : "");
    }

    Answer file(Visit visit) throws Refused {
        return saved(receipt(visit), "receipt-" + visit.part("consent"));
    }

    /** What the site signed when it asked for the consent, as it came (RFC 9101). */
    Answer requestFile(Visit visit) throws Refused {
        return saved(
                request(visit).orElseThrow(() -> new Refused(PagesCode.NO_SUCH_RECEIPT)),
                "request-" + visit.part("consent"));
    }

    /** Of what was released. */
    Answer showRelease(Visit visit) throws Refused {
        return page(visit, release(visit), "/people/handovers/" + visit.part("handover") + "/receipt.jws", "");
    }

    Answer releaseFile(Visit visit) throws Refused {
        return saved(release(visit), "receipt-" + visit.part("handover"));
    }

    /** The keys that verify receipts, for everybody. */
    Answer keys(Visit visit) {
        return Answer.file("application/jwk-set+json", ports.sealer().jwks().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer page(Visit visit, String receipt, String file, String request) {
        return Answer.page(View.of("receipt", visit.say("receipt_title"))
                .with("lines", lines(visit, receipt))
                .with("file", file)
                .with("request", request));
    }

    private static Answer saved(String jws, String name) {
        return Answer.file("application/jose", jws.getBytes(StandardCharsets.US_ASCII))
                .saved(name + ".jws");
    }

    private String release(Visit visit) throws Refused {
        return HandoverId.parse(visit.part("handover"))
                .flatMap(id -> ports.handovers().receipt(account(visit), id))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_RECEIPT));
    }

    private static AccountId account(Visit visit) {
        return visit.signedIn().orElseThrow().session().account().id();
    }

    private String receipt(Visit visit) throws Refused {
        return ports.links()
                .receipt(account(visit), consent(visit))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_RECEIPT));
    }

    private Optional<String> request(Visit visit) throws Refused {
        return ports.links().request(account(visit), consent(visit));
    }

    private static ConsentId consent(Visit visit) throws Refused {
        return ConsentId.parse(visit.part("consent")).orElseThrow(() -> new Refused(PagesCode.NO_SUCH_RECEIPT));
    }

    /** What is signed, statement by statement; under the name that it has there where we have no word for it. */
    private static List<Line> lines(Visit visit, String jws) {
        List<Line> lines = new ArrayList<>();
        String[] parts = jws.split("\\.");
        try {
            if (parts.length == 3) {
                byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
                add(visit, lines, "", JSON.readTree(new String(payload, StandardCharsets.UTF_8)));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            lines.clear(); // the file itself is what counts
        }
        return lines;
    }

    private static void add(Visit visit, List<Line> lines, String name, JsonNode value) {
        if (value.has("ja") && value.has("en")) {
            add(visit, lines, name, value.get(visit.language().tag()));
        } else if (value.isObject()) {
            value.fields()
                    .forEachRemaining(each -> add(
                            visit,
                            lines,
                            name.isEmpty() ? each.getKey() : name + "/" + each.getKey(),
                            each.getValue()));
        } else if (value.isArray()) {
            value.forEach(each -> add(visit, lines, name, each));
        } else {
            lines.add(new Line(label(visit, name), readable(visit, value.asText())));
        }
    }

    private static String label(Visit visit, String name) {
        return Texts.in(visit.language()).all().getOrDefault("receipt_" + name.replace('/', '_'), name);
    }

    private static String readable(Visit visit, String value) {
        if (!TIME.matcher(value).matches()) {
            return value;
        }
        try {
            return visit.time(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
