package io.renkei.door.soap.internal;

import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Lets every message be read through a {@link StrictReader}, from its first event on. */
final class StrictReading extends AbstractPhaseInterceptor<Message> {

    StrictReading() {
        super(Phase.POST_STREAM);
        addAfter(List.of(StaxInInterceptor.class.getName()));
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        if (reader != null) {
            message.setContent(XMLStreamReader.class, new StrictReader(reader));
        }
    }
}
