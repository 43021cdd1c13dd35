package io.renkei.ports.selfinfo;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An item that can be asked for, as the catalogue says.
 *
 * @param field 分野
 * @param subfield 小分野
 * @param name what it is, in Japanese (the published sentence)
 * @param nameEn a short English name
 * @param sources the agencies that hold it; none where no agency is linked yet
 * @param code what the information network calls it; empty where it is not known
 */
public record SelfInformationItem(
        SelfInformationNumber number,
        String field,
        String subfield,
        String name,
        String nameEn,
        List<DestinationId> sources,
        Optional<InformationCode> code) {

    public SelfInformationItem {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(subfield, "subfield");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(nameEn, "nameEn");
        sources = List.copyOf(sources);
        Objects.requireNonNull(code, "code");
    }

    /** Without a code of the information network. */
    public SelfInformationItem(
            SelfInformationNumber number,
            String field,
            String subfield,
            String name,
            String nameEn,
            List<DestinationId> sources) {
        this(number, field, subfield, name, nameEn, sources, Optional.empty());
    }
}
