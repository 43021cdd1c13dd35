package io.renkei.ports.selfinfo;

import io.renkei.api.model.SelfInformationNumber;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The items of self-information; data of the catalogue, replaced live. Safe for use by several threads. */
@ProviderType
public interface SelfInformationItems {

    /** In the order of their numbers. */
    List<SelfInformationItem> all();

    Optional<SelfInformationItem> find(SelfInformationNumber number);
}
