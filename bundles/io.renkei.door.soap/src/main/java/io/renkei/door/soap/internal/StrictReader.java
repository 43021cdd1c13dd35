package io.renkei.door.soap.internal;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads an envelope and nothing else: no DOCTYPE, no entity, no processing instruction; at most one header and exactly one
 * body with at most one element; bounded in depth; a part is referred to within the same message only.
 */
final class StrictReader extends StreamReaderDelegate {

    static final int MAX_DEPTH = 32;

    private static final String XOP = "http://www.w3.org/2004/08/xop/include";
    private static final int ENVELOPE_DEPTH = 1;
    private static final int PART_DEPTH = 2;

    private int depth;
    private boolean header;
    private boolean body;
    private boolean inBody;
    private int operations;

    StrictReader(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case START_ELEMENT -> start();
            case END_ELEMENT -> end();
            case CHARACTERS, CDATA -> text();
            case DTD, ENTITY_REFERENCE, ENTITY_DECLARATION, NOTATION_DECLARATION -> throw refused("a DOCTYPE");
            case PROCESSING_INSTRUCTION -> throw refused("a processing instruction");
            default -> {}
        }
        return event;
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == SPACE || event == COMMENT || event == CHARACTERS && isWhiteSpace()) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw refused("text between elements");
        }
        return event;
    }

    @Override
    public String getElementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                throw refused("an element within a text");
            }
            if (event != COMMENT) {
                text.append(getText());
            }
        }
        return text.toString();
    }

    private void start() throws XMLStreamException {
        depth++;
        if (depth > MAX_DEPTH) {
            throw refused("too deep a nesting");
        }
        if (depth == ENVELOPE_DEPTH) {
            require(isOfSoap("Envelope"), "another document than an envelope");
        } else if (depth == PART_DEPTH) {
            part();
        } else if (depth == PART_DEPTH + 1 && inBody) {
            operations++;
            require(operations == 1, "more than one element in the body");
        }
        require(depth <= PART_DEPTH || !FaultXml.ENVELOPE.equals(getNamespaceURI()), "an envelope within the envelope");
        if (XOP.equals(getNamespaceURI())) {
            String href = getAttributeValue(null, "href");
            require(inBody && "Include".equals(getLocalName()), "a reference outside of the body");
            require(href != null && href.startsWith("cid:"), "a reference to the outside");
        }
    }

    private void end() throws XMLStreamException {
        require(depth != PART_DEPTH || !inBody || operations == 1, "no element in the body");
        depth--;
    }

    private void text() throws XMLStreamException {
        require(depth > PART_DEPTH || isWhiteSpace(), "text between elements");
    }

    private void part() throws XMLStreamException {
        inBody = isOfSoap("Body");
        if (inBody) {
            require(!body, "more than one body");
            body = true;
        } else {
            require(isOfSoap("Header") && !header && !body, "more than header and body in the envelope");
            header = true;
        }
    }

    private boolean isOfSoap(String name) {
        return FaultXml.ENVELOPE.equals(getNamespaceURI()) && name.equals(getLocalName());
    }

    private static void require(boolean good, String what) throws XMLStreamException {
        if (!good) {
            throw refused(what);
        }
    }

    private static XMLStreamException refused(String what) {
        return new XMLStreamException("the message has " + what);
    }
}
