package io.renkei.connector.etax.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.MessageReader.Box;
import io.renkei.api.spi.MessageReader.Message;
import io.renkei.api.spi.MessageReader.MessageHead;
import io.renkei.api.spi.MessageReader.Page;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.soap.SoapElement;
import io.renkei.http.soap.SoapField;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The message boxes (メッセージボックス) of filers: what lies there and is no disposition. A kind that is not known here stays
 * where it is, since it may be one. Safe for use by several threads.
 */
final class EtaxMessages {

    /** How long e-Tax keeps a message, whether moved to its past folder (after 120 days) or not. */
    static final Duration KEPT = Duration.ofDays(1_900);

    private static final Logger LOG = LoggerFactory.getLogger(EtaxMessages.class);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Set<String> TAKEN = Set.of("受信通知", "お知らせ", "税務署からの連絡");
    private static final String DISPOSITION = "処分通知";
    private static final String PAGE = "50";
    private static final int LONGEST_TITLE = 200;

    private final EtaxApi api;
    private final List<Box> boxes;

    EtaxMessages(EtaxApi api, List<Box> boxes) {
        this.api = api;
        this.boxes = List.copyOf(boxes);
    }

    List<Box> boxes() {
        return boxes;
    }

    Page list(Box box, Optional<String> after) throws TransientFailure {
        List<SoapField> fields = new ArrayList<>();
        fields.add(SoapField.of("filerId", box.handle()));
        after.ifPresent(number -> fields.add(SoapField.of("after", number)));
        fields.add(SoapField.of("limit", PAGE));
        SoapElement answer = api.call("listMessages", fields);
        List<MessageHead> heads = new ArrayList<>();
        Optional<String> last = Optional.empty();
        for (SoapElement line : answer.all("message")) {
            String number = line.only("messageNumber").orElse("");
            if (!number.matches("[0-9A-Za-z-]{1,40}")) {
                throw new TransientFailure(EtaxCode.NO_USABLE_ANSWER.code(), null);
            }
            last = Optional.of(number);
            if (isTaken(line.only("kind").orElse(""))) {
                heads.add(new MessageHead(box, number));
            }
        }
        boolean more = answer.only("more").filter("true"::equals).isPresent();
        return new Page(heads, more ? last : Optional.empty());
    }

    private static boolean isTaken(String kind) {
        if (!TAKEN.contains(kind) && !kind.equals(DISPOSITION)) {
            LOG.debug("e-Tax's message box holds a kind of message that is not known here; it stays there");
        }
        return TAKEN.contains(kind);
    }

    /** The whole answer is kept, as it came: title, day and text stand in it. */
    Message fetch(MessageHead head) throws TransientFailure {
        EtaxApi.Received received = api.receive("fetchMessage", named(head));
        SoapElement answer = received.answer();
        boolean isAsked = answer.only("messageNumber").equals(Optional.of(head.id()))
                && answer.only("filerId").equals(Optional.of(head.box().handle()))
                && answer.only("kind").filter(TAKEN::contains).isPresent();
        String title = answer.only("title").orElse("");
        if (!isAsked || title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new TransientFailure(EtaxCode.ODD_MESSAGE.code(), null);
        }
        Optional<Instant> issued = answer.only("issuedAt").flatMap(EtaxMessages::moment);
        return new Message(
                received.bytes(),
                title,
                issued.map(at -> LocalDate.ofInstant(at, JAPAN)),
                answer.only("fileName").flatMap(EtaxMessages::filing),
                answer.only("receptionNumber").filter(number -> number.matches("[0-9]{20}")),
                issued.map(at -> at.plus(KEPT)),
                received.origin().orElseThrow(() -> new TransientFailure(EtaxCode.NOBODY.code(), null)));
    }

    /** Opened (既読), which e-Tax shows in the box; once more changes nothing. */
    void acknowledge(MessageHead head) throws TransientFailure {
        api.call("confirmMessage", named(head));
    }

    private static List<SoapField> named(MessageHead head) {
        return List.of(SoapField.of("filerId", head.box().handle()), SoapField.of("messageNumber", head.id()));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<FilingKey> filing(String fileName) {
        try {
            return Optional.of(FilingKey.parse(fileName.replaceFirst("\\.xtx$", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
