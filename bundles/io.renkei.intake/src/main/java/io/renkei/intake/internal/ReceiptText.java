package io.renkei.intake.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.Sha256;
import io.renkei.ports.intake.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a receipt as JSON, in one order of fields. The same receipt gives the same bytes. */
final class ReceiptText {

    /** The type of the sealed receipt. */
    static final String TYPE = "renkei-receipt+jws";

    private static final int VERSION = 1;
    private static final int USUAL_SIZE = 1_024;
    private static final JsonFactory JSON = new JsonFactory();

    private ReceiptText() {}

    static byte[] write(Receipt receipt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("number", receipt.number().digits());
            json.writeStringField("arrived", receipt.arrived().toString());
            json.writeStringField("sender", receipt.sender().value());
            json.writeStringField("senderNumber", receipt.senderNumber().value());
            json.writeStringField("packageDigest", digest(receipt.packageDigest()));
            json.writeArrayFieldStart("attachments");
            for (Receipt.FileDigest file : receipt.attachments()) {
                json.writeStartObject();
                json.writeStringField("file", file.file());
                json.writeNumberField("size", file.size());
                json.writeStringField("digest", digest(file.digest()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("filings");
            for (Receipt.PlannedLine filing : receipt.filings()) {
                json.writeStartObject();
                json.writeStringField("filing", filing.filing().toString());
                json.writeStringField("procedure", filing.procedure().value());
                json.writeStringField("destination", filing.destination().value());
                if (filing.corrects().isPresent()) {
                    json.writeStringField("corrects", filing.corrects().get().toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            // No responder of the applicants' authorities is asked: what is not known is not told as good.
            json.writeStringField("revocation", "not-checked");
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static String digest(Sha256 digest) {
        return "sha-256:" + digest.hex();
    }
}
