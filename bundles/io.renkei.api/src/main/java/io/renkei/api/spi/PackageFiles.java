package io.renkei.api.spi;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The files of a received package: of a ZIP its entries, of a single document that document alone under {@link
 * #DOCUMENT}. Names are decoded, relative, without {@code ..}, and unique; sizes, ratio and count are bounded before a
 * format sees them. Safe for use by several threads.
 */
@ProviderType
public interface PackageFiles {

    /** The name of a package that is one XML document and no ZIP. */
    String DOCUMENT = "application.xml";

    /** The files in the order of the package; folders are not listed. */
    List<String> names();

    /** The bytes of a file, which the caller must not change; empty when there is none of that name. */
    Optional<byte[]> bytes(String name);

    /** Whether the package came as one document. */
    boolean isSingleDocument();
}
