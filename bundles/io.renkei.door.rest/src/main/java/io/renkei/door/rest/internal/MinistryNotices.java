package io.renkei.door.rest.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.ReceiveNotice;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Takes a notice as a ministry sent it, byte for byte. */
final class MinistryNotices {

    private static final Set<String> TYPES = Set.of(MediaTypes.XML, MediaTypes.PDF, MediaTypes.ZIP, MediaTypes.BYTES);
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final Supplier<ReceiveNotice> receiver;

    MinistryNotices(Supplier<ReceiveNotice> receiver) {
        this.receiver = receiver;
    }

    Answer receive(Call call) throws RefusedCall, IOException {
        DestinationId from = call.ownDestination();
        MediaTypes.require(call.headers(), TYPES);
        String reference = call.headers().getOrDefault(Headers.ISSUER_REFERENCE, "");
        if (!reference.isEmpty() && !REFERENCE.matcher(reference).matches()) {
            throw new RefusedCall(RestCode.ISSUER_REFERENCE, "header " + Headers.ISSUER_REFERENCE);
        }
        try {
            ReceiveNotice.Taken taken = receiver.get().receive(from, "rest", reference, note(call), call.body());
            return Answer.json(
                    202, Json.object().with("id", taken.id().toString()).with("repeated", taken.repeated()));
        } catch (ContentTooLarge e) {
            throw new RefusedCall(RestCode.BODY_TOO_LARGE);
        }
    }

    /** Which filing the document is for, where the caller says it. */
    private static DeliveryNote note(Call call) throws RefusedCall {
        try {
            return DeliveryNote.of(
                    call.headers().getOrDefault(Headers.FILING, ""),
                    call.headers().getOrDefault(Headers.RECEIPT_NUMBER, ""));
        } catch (IllegalArgumentException e) {
            throw new RefusedCall(RestCode.DELIVERY_NOTE, "headers " + Headers.FILING + ", " + Headers.RECEIPT_NUMBER);
        }
    }
}
