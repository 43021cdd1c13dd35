package io.renkei.intake.internal;

import io.renkei.ports.trust.TrustAnchors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What intake is set to.
 *
 * @param packageMaxBytes of a package
 * @param formats that are taken, at least one
 * @param anchorsPurpose which trust anchors
 */
public record IntakeSettings(int packageMaxBytes, Set<String> formats, String anchorsPurpose) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int LEAST = 1_024;
    private static final int MOST = 256 * 1024 * 1024;

    /** @throws IllegalArgumentException with all that is wrong */
    public IntakeSettings {
        List<String> faults = new ArrayList<>();
        if (packageMaxBytes < LEAST || packageMaxBytes > MOST) {
            faults.add("package.max.bytes lies between " + LEAST + " and " + MOST + ".");
        }
        if (formats.isEmpty() || !formats.stream().allMatch(WORD.asMatchPredicate())) {
            faults.add("package.formats lists lower-case words, at least one.");
        }
        if (!WORD.matcher(anchorsPurpose).matches()) {
            faults.add("anchors.purpose is a lower-case word.");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("io.renkei.intake.cfg: " + String.join(" ", faults));
        }
        formats = Set.copyOf(formats);
    }

    /** As shipped, for a tool without a container. */
    public static IntakeSettings defaults() {
        return new IntakeSettings(25 * 1024 * 1024, Set.of("portal", "egov"), TrustAnchors.APPLICANT);
    }

    static IntakeSettings of(IntakeConfig config) {
        Set<String> formats = new TreeSet<>();
        for (String line : config.package_formats()) {
            for (String format : line.split(",")) {
                if (!format.isBlank()) {
                    formats.add(format.strip());
                }
            }
        }
        return new IntakeSettings(
                config.package_max_bytes(), formats, config.anchors_purpose().strip());
    }
}
