package io.renkei.linkage.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.CertificateReader.Certificate;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.ReleasedCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a person chose, as the bytes that are kept encrypted: JSON, items in the order of their numbers, of each value {@code code},
 * {@code name}, {@code value} where there is one, {@code children} where there are any, in this order and without spaces. The digests
 * of receipts are over an item's array, or a certificate's array of values, in this form.
 *
 * @param certificates by service and id
 * @param asOf when the first of the agencies answered, or the first of the certificates was verified
 */
record ChosenData(Map<SelfInformationNumber, List<AttributeNode>> items, List<Chosen> certificates, Instant asOf) {

    private static final JsonFactory JSON = new JsonFactory();

    ChosenData {
        items = Map.copyOf(items);
        certificates = List.copyOf(certificates);
    }

    /** Without its content. */
    Choice choice() {
        return new Choice(
                items.keySet(), certificates.stream().map(Chosen::from).collect(Collectors.toSet()));
    }

    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    byte[] bytes() {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("asOf", asOf.toString());
            json.writeObjectFieldStart("items");
            for (Map.Entry<SelfInformationNumber, List<AttributeNode>> each : new TreeMap<>(items).entrySet()) {
                json.writeFieldName(each.getKey().value());
                write(json, each.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("certificates");
            for (Chosen each : certificates) {
                write(json, each);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Chosen chosen) throws IOException {
        DeductionCertificate certificate = chosen.released().certificate();
        Judgement judgement = certificate.judgement();
        json.writeStartObject();
        json.writeStringField("from", chosen.from().toString());
        json.writeStringField("link", chosen.link().toString());
        json.writeStringField("judgedAt", judgement.at().toString());
        json.writeStringField("digest", judgement.digest().orElseThrow().hex());
        json.writeStringField("signer", judgement.signer().orElseThrow());
        json.writeStringField("kind", chosen.kind());
        json.writeNumberField("year", chosen.year());
        json.writeStringField("issuer", certificate.certificate().issuer().digits());
        json.writeStringField("issued", certificate.certificate().issued().toString());
        json.writeStringField("document", chosen.released().document().orElse(""));
        json.writeFieldName("values");
        write(json, certificate.certificate().values());
        json.writeEndObject();
    }

    /** Of one item. */
    static byte[] bytes(List<AttributeNode> nodes) {
        return bytes(json -> write(json, nodes));
    }

    private static byte[] bytes(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            part.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, List<AttributeNode> nodes) throws IOException {
        json.writeStartArray();
        for (AttributeNode node : nodes) {
            json.writeStartObject();
            json.writeStringField("code", node.code());
            json.writeStringField("name", node.name());
            if (node.value().isPresent()) {
                json.writeStringField("value", node.value().get());
            }
            if (!node.children().isEmpty()) {
                json.writeFieldName("children");
                write(json, node.children());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** @param bytes as {@link #bytes()} wrote them */
    static ChosenData read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            Instant asOf = Instant.EPOCH;
            Map<SelfInformationNumber, List<AttributeNode>> items = new TreeMap<>();
            List<Chosen> certificates = new ArrayList<>();
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("asOf")) {
                    asOf = Instant.parse(json.getText());
                } else if (field.equals("certificates")) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        certificates.add(certificate(json));
                    }
                } else {
                    while (json.nextToken() != JsonToken.END_OBJECT) {
                        SelfInformationNumber item = new SelfInformationNumber(json.currentName());
                        json.nextToken();
                        items.put(item, nodes(json));
                    }
                }
            }
            return new ChosenData(items, certificates, asOf);
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept is not what was written", e);
        }
    }

    private static Chosen certificate(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        List<AttributeNode> values = List.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("values")) {
                values = nodes(json);
            } else {
                texts.put(field, json.getText());
            }
        }
        Judgement judgement = new Judgement(
                Verdict.VERIFIED,
                "",
                Instant.parse(texts.get("judgedAt")),
                Optional.of(new Sha256(texts.get("digest"))),
                Optional.of(texts.get("signer")));
        Certificate certificate = new Certificate(
                texts.get("kind"),
                new CorporateNumber(texts.get("issuer")),
                Integer.parseInt(texts.get("year")),
                LocalDate.parse(texts.get("issued")),
                values);
        return new Chosen(
                new ReleasedCertificate(
                        new DeductionCertificate(
                                HoldingRef.parse(texts.get("from")).orElseThrow(), judgement, certificate),
                        Optional.of(texts.get("document")).filter(document -> !document.isEmpty())),
                ConsentId.parse(texts.get("link")).orElseThrow());
    }

    private static List<AttributeNode> nodes(JsonParser json) throws IOException {
        List<AttributeNode> nodes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String code = "";
            String name = "";
            Optional<String> value = Optional.empty();
            List<AttributeNode> children = List.of();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "code" -> code = json.getText();
                    case "name" -> name = json.getText();
                    case "value" -> value = Optional.of(json.getText());
                    default -> children = nodes(json);
                }
            }
            nodes.add(new AttributeNode(code, name, value, children));
        }
        return nodes;
    }

    @Override
    public String toString() {
        return "ChosenData";
    }
}
