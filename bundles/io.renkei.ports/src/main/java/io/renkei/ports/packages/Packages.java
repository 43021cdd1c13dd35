package io.renkei.ports.packages;

import io.renkei.api.spi.PackageFiles;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens a received package: a ZIP (names by its UTF-8 flag, else UTF-8, else windows-31j) or one XML document. Entry
 * count, entry size, total size, ratio and names are bounded; an entry that leaves the package, stands twice, is
 * encrypted, or is said differently by the central directory and its own header is refused. Safe for use by several
 * threads.
 */
@ProviderType
public interface Packages {

    /**
     * @param bytes the whole package; not changed and not copied
     * @throws PackageRefused with a code, a place and a sentence
     */
    PackageFiles open(byte[] bytes) throws PackageRefused;
}
