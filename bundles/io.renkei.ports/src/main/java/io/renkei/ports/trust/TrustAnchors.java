package io.renkei.ports.trust;

import java.security.cert.X509Certificate;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The roots that the operator trusts, by purpose. Safe for use by several threads. */
@ProviderType
public interface TrustAnchors {

    /** Roots under which applicants sign their packages. */
    String APPLICANT = "applicant";

    /** Roots under which ministries seal notices and official documents. */
    String MINISTRY = "ministry";

    /** Roots under which timestamp authorities sign. */
    String TIMESTAMP = "timestamp";

    /** Roots under which people's certificates for user authentication are issued. */
    String USER_AUTHENTICATION = "user-authentication";

    /**
     * The present anchors of a purpose. A change by the operator is seen within a second. A broken file changes
     * nothing: the set of before stays in use, and the log says what to do.
     *
     * @param purpose lower-case ASCII letters, digits and hyphens, such as {@link #APPLICANT}
     * @return immutable; empty where the operator configured none, which trusts nobody
     * @throws IllegalArgumentException if the purpose is not written like that
     */
    Set<X509Certificate> anchors(String purpose);
}
