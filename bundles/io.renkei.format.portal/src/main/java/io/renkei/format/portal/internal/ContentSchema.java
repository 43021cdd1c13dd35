package io.renkei.format.portal.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The schema of the format, compiled once; a validator is used by one thread at a time and kept for the next. The
 * validator is the JDK's own, whatever else is installed.
 */
final class ContentSchema {

    private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";
    private static final int KEPT = 16;

    private final Schema schema;
    private final Set<String> names;
    private final Queue<Validator> idle = new ArrayBlockingQueue<>(KEPT);

    ContentSchema() {
        URL source = ContentSchema.class.getResource("/io/renkei/format/portal/application-1.xsd");
        try (InputStream in = source.openStream()) {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            this.schema = factory.newSchema(new StreamSource(in));
            this.names = SchemaNames.of(source);
        } catch (SAXException e) {
            throw new IllegalStateException("the schema in this bundle cannot be compiled", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema in this bundle cannot be read", e);
        }
    }

    /** The names of elements that the schema knows. */
    Set<String> names() {
        return names;
    }

    /** Validates the element and what stands in it; nothing around it is looked at. */
    void validate(Element content, Faults faults) {
        Validator kept = idle.poll();
        Validator validator = kept == null ? schema.newValidator() : kept;
        validator.setErrorHandler(new SchemaFaults(faults, names, () -> current(validator, content)));
        try {
            validator.validate(new DOMSource(content));
        } catch (SAXException e) {
            if (faults.isEmpty()) {
                throw new IllegalStateException("a validated tree raised no fault and could not be validated", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory cannot be read", e);
        } finally {
            validator.reset();
            idle.offer(validator);
        }
    }

    private static Element current(Validator validator, Element otherwise) {
        try {
            return validator.getProperty(CURRENT) instanceof Element element ? element : otherwise;
        } catch (SAXException e) {
            return otherwise;
        }
    }
}
