package io.renkei.intake.internal;

import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader;
import java.util.List;

/** Knows nothing; stands where the reader of the format egov stands. */
final class NoEgov implements PackageReader {

    @Override
    public String format() {
        return "egov";
    }

    @Override
    public boolean recognises(PackageFiles files) {
        return false;
    }

    @Override
    public Opening open(PackageFiles files) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reading read(PackageFiles files, List<VerifiedDocument> verified) {
        throw new UnsupportedOperationException();
    }
}
