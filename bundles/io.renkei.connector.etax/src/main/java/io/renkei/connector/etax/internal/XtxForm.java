package io.renkei.connector.etax.internal;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The identifiers of one form. They change with the tax year, so they are configuration.
 *
 * @param namespace of procedure and form
 * @param procedureId the name of the element of the procedure (手続ID)
 * @param procedureVersion its VR
 * @param formId the name of the element of the form (様式ID)
 * @param formVersion its VR
 */
record XtxForm(String namespace, String procedureId, String procedureVersion, String formId, String formVersion) {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{2,15}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){1,2}");
    private static final List<String> RESERVED = List.of("DATA", "CATALOG", "CONTENTS", "IT");

    /** @throws IllegalArgumentException naming the key that is wrong */
    XtxForm {
        require(!namespace.isBlank() && URI.create(namespace).isAbsolute(), "form.namespace is an absolute URI");
        require(isId(procedureId), "form.procedure.id is 3 to 16 capital letters and digits");
        require(isId(formId) && !formId.equals(procedureId), "form.id is 3 to 16 other capital letters and digits");
        require(
                VERSION.matcher(procedureVersion).matches()
                        && VERSION.matcher(formVersion).matches(),
                "form.procedure.version and form.version are numbers joined by dots");
    }

    private static boolean isId(String id) {
        return ID.matcher(id).matches() && !RESERVED.contains(id);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
