package io.renkei.ports.linkage;

import io.renkei.ports.holdings.BundleView;
import java.util.List;
import java.util.Objects;

/**
 * How the deduction certificates of a handover come together; without their content.
 *
 * @param services those that the person linked, with what came of each; one that did not answer in time is missing and holds up nothing
 * @param complete whether nothing more comes
 * @param code why no service was asked at all; its sentence stands in docs/operators/error-codes.md; else empty text
 */
public record Gathering(List<BundleView.Part> services, boolean complete, String code) {

    public Gathering {
        services = List.copyOf(services);
        Objects.requireNonNull(code, "code");
    }
}
