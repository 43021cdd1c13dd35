package io.renkei.door.soap.internal;

import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The services, by their exact path. */
enum SoapService {
    APPLICATIONS(
            "applications", "urn:renkei:applications:1", "applications", "Applications", Role.SUBMITTER, Role.PORTAL),
    NOTICES("notices", "urn:renkei:notice-delivery:1", "notice-delivery", "NoticeDelivery", Role.MINISTRY),
    PAYMENTS("payments", "urn:renkei:payment-requests:1", "payment-requests", "PaymentRequests", Role.MINISTRY);

    static final String BASE = "/soap";

    private final String name;
    private final String namespace;
    private final String contract;
    private final String serviceName;
    private final Set<Role> roles;

    SoapService(String name, String namespace, String contract, String serviceName, Role... roles) {
        this.name = name;
        this.namespace = namespace;
        this.contract = contract;
        this.serviceName = serviceName;
        this.roles = Set.of(roles);
    }

    /** By the path as sent: nothing is decoded, for nothing in it needs an escape. */
    static Optional<SoapService> at(String rawPath) {
        return Arrays.stream(values())
                .filter(service -> service.path().equals(rawPath))
                .findFirst();
    }

    String path() {
        return BASE + address();
    }

    /** Below the servlet. */
    String address() {
        return "/" + name;
    }

    String namespace() {
        return namespace;
    }

    String serviceName() {
        return serviceName;
    }

    /** Files of the contract: the WSDL document first, then what it imports. */
    List<String> contractFiles() {
        return List.of(contract + ".wsdl", contract + "-1.xsd");
    }

    /** Whether a query asks for the contract and for nothing else. */
    boolean isContract(String query) {
        return "wsdl".equals(query) || ("xsd=" + contract + "-1.xsd").equals(query);
    }

    /** Whether the caller may use any operation of it. */
    boolean serves(Caller caller) {
        return roles.stream().anyMatch(caller::may);
    }
}
