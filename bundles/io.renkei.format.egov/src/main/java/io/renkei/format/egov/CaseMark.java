package io.renkei.format.egov;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the remark (通信欄) of a filing made by the gateway carries, inside the sealed element: which filing it is, and
 * which package of the applicant it stands for.
 *
 * @param filing the gateway's key
 * @param packageDigest of the applicant's signed package
 */
public record CaseMark(FilingKey filing, Sha256 packageDigest) {

    private static final Pattern FORM = Pattern.compile("renkei:(\\d{18}-\\d{2,4}) sha256:([0-9a-f]{64})");

    public CaseMark {
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(packageDigest, "packageDigest");
    }

    /** Empty unless the whole remark is a mark. */
    public static Optional<CaseMark> parse(String remark) {
        Matcher mark = FORM.matcher(remark);
        if (!mark.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseMark(FilingKey.parse(mark.group(1)), new Sha256(mark.group(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As it stands in the remark: {@code renkei:<filing key> sha256:<hex>}. */
    public String text() {
        return "renkei:" + filing + " sha256:" + packageDigest;
    }
}
