package io.renkei.ports.packages;

import io.renkei.api.spi.PackageReader.FormatFault;

/** The package cannot be opened safely. */
public final class PackageRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FormatFault fault;

    public PackageRefused(FormatFault fault) {
        super(fault.code());
        this.fault = fault;
    }

    /** What is wrong, where, and what the sender can do. */
    public FormatFault fault() {
        return fault;
    }
}
