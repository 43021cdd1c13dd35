package io.renkei.door.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.submissions.AccessRecord;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.Permission;
import io.renkei.ports.submissions.RecordSubmission.Taken;
import io.renkei.ports.submissions.SubmissionRecord;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.submissions.SubmissionView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A company's records of data that stays in its own store, and who referred to it. Another's number is like an unknown one. */
final class CompanyRecords {

    /** The longest record in bytes: a hundred objects with long names and many items. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Ports ports;

    CompanyRecords(Ports ports) {
        this.ports = ports;
    }

    private record JsonObject(
            @JsonProperty("name") String name,
            @JsonProperty("items") List<String> items,
            @JsonProperty("media_type") String mediaType,
            @JsonProperty("size") long size,
            @JsonProperty("sha256") String sha256,
            @JsonProperty("path") String path) {

        DataObject read() {
            return new DataObject(name, present(items), mediaType, size, new Sha256(sha256), path);
        }

        @Override
        public String toString() {
            return "JsonObject";
        }
    }

    private record JsonPermission(
            @JsonProperty("destination") String destination,
            @JsonProperty("objects") List<Integer> objects,
            @JsonProperty("from") String from,
            @JsonProperty("until") String until) {

        Permission read() {
            return new Permission(
                    new DestinationId(destination),
                    new HashSet<>(present(objects)),
                    Instant.parse(from),
                    Instant.parse(until));
        }
    }

    private record JsonRecord(
            @JsonProperty("procedures") List<String> procedures,
            @JsonProperty("objects") List<JsonObject> objects,
            @JsonProperty("permissions") List<JsonPermission> permissions) {

        SubmissionRecord read() throws RefusedCall {
            List<ProcedureId> wanted = each("procedures", procedures, ProcedureId::new);
            List<DataObject> held = each("objects", objects, JsonObject::read);
            List<Permission> given = each("permissions", permissions, JsonPermission::read);
            try {
                return new SubmissionRecord(wanted, held, given);
            } catch (IllegalArgumentException e) {
                throw new RefusedCall(RestCode.SUBMISSION);
            }
        }
    }

    private interface Form<T, R> {
        R read(T json);
    }

    /** The place says which one is wrong. */
    private static <T, R> List<R> each(String name, List<T> values, Form<T, R> form) throws RefusedCall {
        List<R> read = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            try {
                read.add(form.read(present(values).get(i)));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new RefusedCall(RestCode.SUBMISSION, name + "[" + i + "]");
            }
        }
        return read;
    }

    private static <T> List<T> present(List<T> values) {
        if (values.stream().anyMatch(value -> value == null)) {
            throw new IllegalArgumentException("null is no value");
        }
        return values;
    }

    Answer record(Call call) throws RefusedCall, IOException {
        MediaTypes.require(call.headers(), Set.of(MediaTypes.JSON));
        SenderNumber number = Submissions.number(call)
                .orElseThrow(() -> new RefusedCall(RestCode.SENDER_NUMBER, "header " + Headers.IDEMPOTENCY_KEY));
        byte[] body = bounded(call.body());
        SubmissionRecord what = StrictJson.read(new ByteArrayInputStream(body), JsonRecord.class)
                .read();
        Taken taken = ports.records().take(call.partner(), number, Sha256.of(body), what);
        if (taken instanceof Taken.Kept kept) {
            return Submissions.receipt(call, kept.number(), kept.receipt(), kept.repeated())
                    .with("Location", "/v1/submissions/" + kept.number());
        }
        if (taken instanceof Taken.Refused refused) {
            return new Problem(422, refused.faults()).answer(call.language());
        }
        throw new RefusedCall(RestCode.SUBMISSION_NUMBER_REUSED, "header " + Headers.IDEMPOTENCY_KEY);
    }

    private static byte[] bounded(InputStream body) throws RefusedCall, IOException {
        byte[] read = body.readNBytes(MOST_BYTES + 1);
        if (read.length > MOST_BYTES) {
            throw new RefusedCall(RestCode.BODY_TOO_LARGE);
        }
        return read;
    }

    Answer list(Call call) throws RefusedCall {
        Page page = call.page();
        SubmissionStore store = ports.submissions();
        Optional<ArrivalNumber> before = Cursor.before(
                page,
                Applications::number,
                number -> store.find(call.partner(), number).isPresent());
        List<SubmissionView> found = store.list(call.partner(), before, page.limit());
        Json json = Json.object()
                .with(
                        "submissions",
                        found.stream()
                                .map(view -> SubmissionViews.company(view, ports.catalogue())
                                        .map())
                                .toList());
        if (found.size() == page.limit()) {
            json.with("next", Cursor.of(found.get(found.size() - 1).number()));
        }
        return Answer.json(200, json);
    }

    Answer show(Call call) throws RefusedCall {
        return Answer.json(200, SubmissionViews.company(own(call), ports.catalogue()));
    }

    Answer receipt(Call call) throws RefusedCall {
        byte[] receipt = Applications.number(call.open().get("number"))
                .flatMap(number -> ports.submissions().receipt(call.partner(), number))
                .orElseThrow(CompanyRecords::unknown);
        return Answer.bytes(200, MediaTypes.JOSE, receipt);
    }

    Answer revokeAll(Call call) throws RefusedCall {
        return revoke(call, Optional.empty());
    }

    Answer revoke(Call call) throws RefusedCall {
        return revoke(call, Optional.of(call.destination()));
    }

    private Answer revoke(Call call, Optional<DestinationId> destination) throws RefusedCall {
        Optional<ArrivalNumber> number = Applications.number(call.open().get("number"));
        if (number.filter(known -> ports.records().revoke(call.partner(), known, destination))
                .isEmpty()) {
            throw unknown();
        }
        return Answer.nothing(204);
    }

    Answer accesses(Call call) throws RefusedCall {
        ArrivalNumber number = own(call).number();
        Page page = call.page();
        Optional<Long> before = Cursor.before(page, CompanyRecords::sequence, sequence -> true);
        List<AccessRecord> found = ports.submissions().accesses(number, before, page.limit());
        Json json = Json.object()
                .with(
                        "accesses",
                        found.stream()
                                .map(record -> SubmissionViews.access(record, ports.catalogue()))
                                .toList());
        if (found.size() == page.limit()) {
            json.with("next", Cursor.of(found.get(found.size() - 1).sequence()));
        }
        return Answer.json(200, json);
    }

    static Optional<Long> sequence(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private SubmissionView own(Call call) throws RefusedCall {
        return Applications.number(call.open().get("number"))
                .flatMap(number -> ports.submissions().find(call.partner(), number))
                .orElseThrow(CompanyRecords::unknown);
    }

    static RefusedCall unknown() {
        return new RefusedCall(RestCode.NO_SUCH_SUBMISSION, "path");
    }
}
