package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Handovers.Fetched;
import io.renkei.ports.linkage.ReleasedCertificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the person chose, for the site that asked, with the token of that very grant: a JWT of the type {@code renkei-handover+jwt}. */
final class HandoverEndpoint implements Endpoint {

    private static final JOSEObjectType TYPE = new JOSEObjectType("renkei-handover+jwt");
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final String AGAIN_SECONDS = "5";
    private static final ErrorObject GONE = new ErrorObject(
            "handover_gone", "The handover was refused, taken back, or is over; nothing is released", 410);

    private final Addresses addresses;
    private final Bearers bearers;
    private final Handovers handovers;
    private final Signer signer;
    private final Clock clock;

    HandoverEndpoint(Addresses addresses, Bearers bearers, Handovers handovers, Signer signer, Clock clock) {
        this.addresses = addresses;
        this.bearers = bearers;
        this.handovers = handovers;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        Bearers.Admitted admitted = bearers.admit(call.http());
        HandoverId id =
                admitted.live().note().handover().orElseThrow(() -> Bearers.insufficient(Bearers.isDpop(call.http())));
        signer.requireKeys(admitted.site());
        Fetched fetched = handovers.fetch(admitted.site().id(), id);
        if (fetched instanceof Fetched.Data data) {
            return jwt(signer.signFor(admitted.site(), TYPE, claims(admitted, data)));
        }
        if (fetched instanceof Fetched.NotYet) {
            HTTPResponse later = new HTTPResponse(202);
            later.setHeader("Retry-After", AGAIN_SECONDS);
            return later;
        }
        throw Refused.with(GONE);
    }

    private static HTTPResponse jwt(JWT jwt) {
        HTTPResponse answer = new HTTPResponse(200);
        try {
            answer.setContentType("application/jwt");
        } catch (ParseException e) {
            throw new IllegalStateException("a content type that is well-formed", e);
        }
        answer.setBody(jwt.serialize());
        return answer;
    }

    private JWTClaimsSet claims(Bearers.Admitted admitted, Fetched.Data data) {
        Instant now = clock.instant();
        Map<String, Object> handover = new LinkedHashMap<>();
        handover.put("id", data.handover().id().toString());
        handover.put("purpose", data.handover().wish().purpose());
        handover.put("as_of", data.asOf().toString());
        handover.put("items", items(data.handover(), data.items()));
        if (data.handover().wish().deductions().isPresent()) {
            handover.put(
                    "certificates",
                    data.certificates().stream()
                            .map(HandoverEndpoint::certificate)
                            .toList());
        }
        return new JWTClaimsSet.Builder()
                .issuer(addresses.issuer())
                .audience(admitted.site().id().value())
                .subject(admitted.live().note().subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LASTS)))
                .jwtID(UUID.randomUUID().toString())
                .claim("handover", handover)
                .build();
    }

    /** In the order of their numbers. */
    private static List<Map<String, Object>> items(
            HandoverView handover, Map<SelfInformationNumber, List<AttributeNode>> items) {
        return new TreeMap<>(items)
                .entrySet().stream()
                        .map(entry -> {
                            Map<String, Object> item = new LinkedHashMap<>();
                            item.put("number", entry.getKey().toString());
                            item.putAll(Wishes.write(handover.wish().items().get(entry.getKey())));
                            item.put(
                                    "values",
                                    entry.getValue().stream()
                                            .map(HandoverEndpoint::node)
                                            .toList());
                            return item;
                        })
                        .toList();
    }

    /** With what was found of it, for who wants to verify it again or to keep why it was taken. */
    private static Map<String, Object> certificate(ReleasedCertificate released) {
        DeductionCertificate paper = released.certificate();
        Map<String, Object> certificate = new LinkedHashMap<>();
        certificate.put("service", paper.from().service().value());
        certificate.put("id", paper.from().id());
        certificate.put("kind", paper.certificate().kind());
        certificate.put("year", paper.certificate().year());
        certificate.put("issuer", paper.certificate().issuer().digits());
        certificate.put("issued", paper.certificate().issued().toString());
        certificate.put("verdict", paper.judgement().verdict().name().toLowerCase(Locale.ROOT));
        certificate.put("verified_at", paper.judgement().at().toString());
        paper.judgement().digest().ifPresent(digest -> certificate.put("sha256", digest.hex()));
        paper.judgement().signer().ifPresent(signer -> certificate.put("signer", signer));
        certificate.put(
                "values",
                paper.certificate().values().stream()
                        .map(HandoverEndpoint::node)
                        .toList());
        released.document().ifPresent(document -> certificate.put("document", document));
        return certificate;
    }

    private static Map<String, Object> node(AttributeNode node) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("code", node.code());
        value.put("name", node.name());
        node.value().ifPresent(text -> value.put("value", text));
        if (!node.children().isEmpty()) {
            value.put(
                    "children",
                    node.children().stream().map(HandoverEndpoint::node).toList());
        }
        return value;
    }
}
