package io.renkei.door.soap.internal;

import io.renkei.ports.access.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One line per request: service, operation, status, partner and milliseconds; nothing as the sender wrote it. */
final class AccessLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final HttpServletResponse response;
    private final LongSupplier nanos;
    private final long began;
    private String partner = "-";
    private String service = "-";
    private String operation = "-";

    AccessLog(HttpServletResponse response, LongSupplier nanos) {
        this.response = response;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    void caller(Caller caller) {
        partner = caller.partner().value();
        MDC.put("partner", partner);
    }

    void service(SoapService found) {
        service = found.path();
    }

    void operation(String name) {
        operation = name;
    }

    @Override
    public void close() {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - began);
        LOG.info("{} {} {} {} {} ms", service, operation, response.getStatus(), partner, millis);
        MDC.remove("partner");
    }
}
