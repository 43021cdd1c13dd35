package io.renkei.ops.internal;

/** The services that commands ask, each of which may be away. */
public final class Services {

    private Services() {}

    /** @throws OpsFault if the service is not there */
    public static <T> T need(T service, String name) {
        if (service == null) {
            throw OpsCode.SERVICE_MISSING.fault(name);
        }
        return service;
    }
}
