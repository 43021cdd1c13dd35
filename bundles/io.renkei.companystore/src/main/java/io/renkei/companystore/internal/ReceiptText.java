package io.renkei.companystore.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.Permission;
import io.renkei.ports.submissions.SubmissionRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Writes the receipt of a record as JSON, in one order of fields. It says what was recorded without what objects are called
 * and where they lie: the digest of the record stands for that.
 */
final class ReceiptText {

    /** The type of the sealed receipt. */
    static final String TYPE = "renkei-submission-receipt+jws";

    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private ReceiptText() {}

    static byte[] write(
            ArrivalNumber number,
            Instant arrived,
            PartnerId sender,
            SenderNumber senderNumber,
            Sha256 record,
            SubmissionRecord what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("number", number.digits());
            json.writeStringField("arrived", arrived.toString());
            json.writeStringField("sender", sender.value());
            json.writeStringField("senderNumber", senderNumber.value());
            json.writeStringField("recordDigest", digest(record));
            json.writeArrayFieldStart("procedures");
            for (ProcedureId procedure : what.procedures()) {
                json.writeString(procedure.value());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("objects");
            for (DataObject object : what.objects()) {
                json.writeStartObject();
                json.writeNumberField("size", object.size());
                json.writeStringField("digest", digest(object.digest()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("permissions");
            for (Permission permission : what.permissions()) {
                write(json, permission);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Permission permission) throws IOException {
        json.writeStartObject();
        json.writeStringField("destination", permission.destination().value());
        json.writeArrayFieldStart("objects");
        for (int object : permission.objects()) {
            json.writeNumber(object);
        }
        json.writeEndArray();
        json.writeStringField("from", permission.from().toString());
        json.writeStringField("until", permission.until().toString());
        json.writeEndObject();
    }

    private static String digest(Sha256 digest) {
        return "sha-256:" + digest.hex();
    }
}
