package io.renkei.door.soap.internal;

import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Who calls by MTOM is answered by MTOM, who does not is not. */
final class MtomMirror extends AbstractPhaseInterceptor<Message> {

    MtomMirror() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        Message in = message.getExchange().getInMessage();
        boolean parts = in != null
                && in.get(Message.CONTENT_TYPE) instanceof String type
                && type.regionMatches(true, 0, "multipart/related", 0, 17);
        message.put(Message.MTOM_ENABLED, Boolean.toString(parts));
    }
}
