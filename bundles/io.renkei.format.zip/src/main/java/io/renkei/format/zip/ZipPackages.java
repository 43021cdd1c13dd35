package io.renkei.format.zip;

import io.renkei.api.spi.PackageFiles;
import io.renkei.format.zip.internal.PackageOpener;
import io.renkei.ports.packages.PackageRefused;
import io.renkei.ports.packages.Packages;

/**
 * Opens packages within given limits. Size and checksum of every file are proved on opening, so that reading one later
 * cannot fail; a file is decompressed on its first reading and kept. Safe for use by several threads.
 */
public final class ZipPackages implements Packages {

    private final PackageOpener opener;

    public ZipPackages(ZipLimits limits) {
        this.opener = new PackageOpener(limits);
    }

    @Override
    public PackageFiles open(byte[] bytes) throws PackageRefused {
        return opener.open(bytes);
    }
}
