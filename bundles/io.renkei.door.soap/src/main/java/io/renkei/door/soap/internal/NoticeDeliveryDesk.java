package io.renkei.door.soap.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.door.soap.internal.delivery.Deliver;
import io.renkei.door.soap.internal.delivery.DeliverResponse;
import io.renkei.door.soap.internal.delivery.ListExpired;
import io.renkei.door.soap.internal.delivery.ListExpiredResponse;
import io.renkei.door.soap.internal.delivery.NoticeDeliveryPort;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes official documents from ministries, byte for byte; one that comes as a part goes to the store as it arrives. Tells them
 * which of theirs nobody fetched in their time.
 */
final class NoticeDeliveryDesk implements NoticeDeliveryPort {

    private final Ports ports;

    NoticeDeliveryDesk(Ports ports) {
        this.ports = ports;
    }

    @Override
    public DeliverResponse deliver(Deliver message) {
        DestinationId from = Desk.beginFor("deliver", message.getDestination());
        DeliveryNote note = note(message);
        try (InputStream document = message.getDocument().getInputStream()) {
            ReceiveNotice.Taken taken = ports.receiver().receive(from, "soap", message.getNoticeId(), note, document);
            DeliverResponse answer = new DeliverResponse();
            answer.setId(taken.id().toString());
            answer.setRepeated(taken.repeated());
            return answer;
        } catch (ContentTooLarge e) {
            throw Refusal.of(SoapCode.BODY_TOO_LARGE, "element document");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ListExpiredResponse listExpired(ListExpired question) {
        DestinationId from = Desk.beginFor("listExpired", question.getDestination());
        // One that is none of the destination's stands for the beginning.
        Optional<NoticeId> after = Optional.ofNullable(question.getCursor())
                .map(cursor -> Inbox.id(Cursor.id(cursor)).orElseThrow(Cursor::refused));
        int limit = Objects.requireNonNullElse(question.getLimit(), Views.MAX_PAGE);
        List<NoticeView> found = ports.notices().expired(from, after, limit);
        ListExpiredResponse answer = new ListExpiredResponse();
        found.stream().map(Views::expired).forEach(answer.getNotice()::add);
        if (!found.isEmpty()) {
            answer.setNext(Cursor.of(found.get(found.size() - 1).id()));
        }
        return answer;
    }

    private static DeliveryNote note(Deliver message) {
        try {
            return DeliveryNote.of(
                    Objects.requireNonNullElse(message.getFiling(), ""),
                    Objects.requireNonNullElse(message.getReceiptNumber(), ""));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(SoapCode.DELIVERY_NOTE, "element filing");
        }
    }
}
