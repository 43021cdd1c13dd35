package io.renkei.door.soap.internal;

import io.renkei.door.soap.internal.applications.ApplicationsPort;
import io.renkei.door.soap.internal.delivery.NoticeDeliveryPort;
import io.renkei.door.soap.internal.payments.PaymentRequestsPort;
import jakarta.servlet.Servlet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** The services on a CXF bus of their own. Nothing is logged by CXF: its words would hold what the sender wrote. */
final class Endpoints implements AutoCloseable {

    private static final FaultListener QUIET = (exception, description, message) -> false;
    private static final int MAX_CHILDREN = 128;
    private static final int MAX_ATTRIBUTES = 32;
    private static final int MAX_ATTRIBUTE_CHARS = 4096;
    private static final int MAX_ELEMENTS = 4096;
    private static final int MAX_PARTS = 4;

    private final ContractFiles contracts = new ContractFiles();
    private final Bus bus;
    private final MessageSignature signature;
    private final List<Server> servers = new ArrayList<>();

    Endpoints(Ports ports, Supplier<SoapSettings> settings, Clock clock) {
        ClassLoader before = enter();
        try {
            this.bus = new CXFBusFactory().createBus();
            this.signature = new MessageSignature(() -> settings.get().signers());
            bus.setExtension(CXFBusFactory.class.getClassLoader(), ClassLoader.class);
            Inbox inbox = new Inbox(ports, clock, () -> settings.get().bodyMaxBytes());
            publish(SoapService.APPLICATIONS, ApplicationsPort.class, new ApplicationsDesk(ports, inbox), List.of());
            publish(SoapService.NOTICES, NoticeDeliveryPort.class, new NoticeDeliveryDesk(ports), List.of(signature));
            publish(
                    SoapService.PAYMENTS,
                    PaymentRequestsPort.class,
                    new PaymentRequestsDesk(ports),
                    List.of(signature));
        } finally {
            leave(before);
        }
    }

    private <T> void publish(SoapService service, Class<T> port, T desk, List<Interceptor<? extends Message>> more) {
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(port);
        factory.setServiceBean(desk);
        factory.setAddress(service.address());
        factory.setWsdlLocation(contracts.wsdl(service));
        factory.setServiceName(new QName(service.namespace(), service.serviceName()));
        factory.setEndpointName(new QName(service.namespace(), service.serviceName() + "Soap"));
        factory.setProperties(properties());
        factory.getInInterceptors().add(new StrictReading());
        factory.getInInterceptors().addAll(more);
        factory.getOutInterceptors().add(new MtomMirror());
        factory.getOutFaultInterceptors().add(new Faulting(service.namespace()));
        servers.add(factory.create());
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("schema-validation-enabled", "IN");
        properties.put("faultStackTraceEnabled", "false");
        properties.put("exceptionMessageCauseEnabled", "false");
        properties.put(FaultListener.class.getName(), QUIET);
        properties.put(StaxUtils.MAX_ELEMENT_DEPTH, StrictReader.MAX_DEPTH);
        properties.put(StaxUtils.MAX_CHILD_ELEMENTS, MAX_CHILDREN);
        properties.put(StaxUtils.MAX_ATTRIBUTE_COUNT, MAX_ATTRIBUTES);
        properties.put(StaxUtils.MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_CHARS);
        properties.put(StaxUtils.MAX_ELEMENT_COUNT, (long) MAX_ELEMENTS);
        properties.put("attachment-max-count", Integer.toString(MAX_PARTS));
        // In memory, within the bound that the guard counts: no plain byte of a package touches a disk.
        properties.put("attachment-memory-threshold", Integer.toString(Integer.MAX_VALUE));
        return properties;
    }

    /**
     * A fresh servlet, for each registration: a change of TLS restarts the server, which destroys its servlets, and the
     * servlet of CXF would take all services with it.
     */
    Servlet servlet() {
        DestinationRegistry registry = ((HTTPTransportFactory) transports()).getRegistry();
        CXFNonSpringServlet servlet = new CXFNonSpringServlet(registry, false) {
            private static final long serialVersionUID = 1L;

            @Override
            public void destroy() {
                // the services live as long as this bundle
            }
        };
        servlet.setBus(bus);
        return servlet;
    }

    private Object transports() {
        try {
            return bus.getExtension(DestinationFactoryManager.class)
                    .getDestinationFactory("http://cxf.apache.org/transports/http");
        } catch (org.apache.cxf.BusException e) {
            throw new IllegalStateException("CXF has no HTTP transport", e);
        }
    }

    @Override
    public void close() {
        ClassLoader before = enter();
        try {
            servers.forEach(Server::destroy);
            bus.shutdown(true);
            signature.close();
            contracts.close();
        } finally {
            leave(before);
        }
    }

    /** CXF looks its parts up by the class loader of the thread. */
    private static ClassLoader enter() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(CXFBusFactory.class.getClassLoader());
        return before;
    }

    private static void leave(ClassLoader before) {
        Thread.currentThread().setContextClassLoader(before);
    }
}
