package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;
import org.xml.sax.SAXException;

/** The document is refused while it is being read. */
final class XmlRefused extends SAXException {

    private final transient TrustFault fault;

    XmlRefused(TrustCode code, String place) {
        super(code.code());
        this.fault = code.at(place);
    }

    TrustFault fault() {
        return fault;
    }
}
