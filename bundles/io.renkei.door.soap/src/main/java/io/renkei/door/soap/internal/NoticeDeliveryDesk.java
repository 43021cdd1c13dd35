package io.renkei.door.soap.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.door.soap.internal.delivery.Deliver;
import io.renkei.door.soap.internal.delivery.DeliverResponse;
import io.renkei.door.soap.internal.delivery.NoticeDeliveryPort;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.notices.ReceiveNotice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes official documents from ministries, byte for byte. */
final class NoticeDeliveryDesk implements NoticeDeliveryPort {

    private final Ports ports;

    NoticeDeliveryDesk(Ports ports) {
        this.ports = ports;
    }

    @Override
    public DeliverResponse deliver(Deliver message) {
        SoapCall call = Desk.begin("deliver", Access.DELIVER);
        DestinationId from = new DestinationId(message.getDestination());
        if (!call.caller().speaksFor(from)) {
            throw Refusal.of(SoapCode.NOT_ITS_DESTINATION, "element destination");
        }
        try {
            ReceiveNotice.Taken taken = ports.receiver()
                    .receive(from, "soap", message.getNoticeId(), new ByteArrayInputStream(message.getDocument()));
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
}
