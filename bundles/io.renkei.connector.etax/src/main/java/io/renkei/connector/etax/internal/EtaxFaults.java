package io.renkei.connector.etax.internal;

import java.util.Map;
import java.util.regex.Pattern;

/** Which of our codes a code of e-Tax means. Its place goes further only where it looks like a name of a form. */
final class EtaxFaults {

    private static final Map<String, EtaxCode> CODES = Map.of(
            "E-SEAL", EtaxCode.REFUSED_SEAL,
            "E-CERTIFICATE", EtaxCode.REFUSED_SEAL,
            "E-FILER", EtaxCode.REFUSED_FILER,
            "E-FORM", EtaxCode.REFUSED_FORM,
            "E-OFFICE", EtaxCode.REFUSED_OFFICE);
    private static final Pattern PLACE = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]{0,60}");

    private EtaxFaults() {}

    /** {@link EtaxCode#REFUSED} for a code that is not known here. */
    static EtaxCode code(String remote) {
        return CODES.getOrDefault(remote, EtaxCode.REFUSED);
    }

    /** Empty unless it is an element of the file. */
    static String place(String remote) {
        return PLACE.matcher(remote).matches() ? remote : "";
    }
}
