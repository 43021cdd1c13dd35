package io.renkei.tools.connector;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * What a new connector is called. The package is bundle, PID and Java package in one: it has no hyphen, since the file
 * installer splits the name of a configuration file at the first one, and no digit, so that codes keep their form.
 *
 * @param kind 2 to 12 letters, such as {@code landregistry}
 * @param bundle letters, in parts divided by dots
 */
record Names(String kind, String bundle) {

    private static final String KIND = "[a-z]{2,12}";
    private static final String BUNDLE = "[a-z]{2,20}(\\.[a-z]{2,20}){1,5}";
    private static final String OURS = "io.renkei.";

    /** @throws IllegalArgumentException with a sentence that says what a right name is */
    Names {
        if (!kind.matches(KIND)) {
            throw new IllegalArgumentException("The name of a connector is 2 to 12 lower-case letters, without digits,"
                    + " hyphens and dots, such as landregistry; it is not: " + kind);
        }
        if (!bundle.matches(BUNDLE)) {
            throw new IllegalArgumentException("A package is two to six parts of 2 to 20 lower-case letters, divided by"
                    + " dots, such as io.example.connector.landregistry; it is not: " + bundle);
        }
        if (!SourceVersion.isName(bundle)) {
            throw new IllegalArgumentException("A part of the package is a word of the language Java: " + bundle);
        }
    }

    /** In the repository of the gateway. */
    static Names inside(String kind) {
        return new Names(kind, "io.renkei.connector." + kind);
    }

    /**
     * In a folder of the integrator.
     *
     * @throws IllegalArgumentException if the package belongs to the gateway
     */
    static Names outside(String kind, String bundle) {
        if (bundle.startsWith(OURS)) {
            throw new IllegalArgumentException("Packages below io.renkei belong to the gateway; choose one of your own"
                    + " with --package, such as io.example.connector." + kind);
        }
        return new Names(kind, bundle);
    }

    /** The beginning of the names of its classes. */
    String classes() {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }

    /** The beginning of its codes. */
    String codes() {
        return kind.toUpperCase(Locale.ROOT);
    }

    /** The folder of its package. */
    String path() {
        return bundle.replace('.', '/');
    }

    /** The group of Maven: the package without its last part. */
    String group() {
        return bundle.substring(0, bundle.lastIndexOf('.'));
    }
}
