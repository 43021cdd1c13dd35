package io.renkei.ports.people;

import java.math.BigInteger;
import java.net.URI;
import java.util.Objects;

/** What an account was proved with. Nothing of it is printed or kept in clear: the store keeps a keyed digest. */
public sealed interface Authenticator {

    AccountKind kind();

    /**
     * A certificate for user authentication (利用者証明用電子証明書). Three generations of authorities share one name, so the
     * authority is known by its key (RFC 5280, section 4.2.1.1), never by its name.
     *
     * @param authorityKeyId the key identifier of the authority that issued it, 1 to 64 bytes in lower-case hex
     * @param serial of the certificate
     */
    record Certificate(String authorityKeyId, BigInteger serial) implements Authenticator {

        public Certificate {
            if (!authorityKeyId.matches("([0-9a-f]{2}){1,64}")) {
                throw new IllegalArgumentException("a key identifier has 1 to 64 bytes in hex");
            }
            Objects.requireNonNull(serial, "serial");
        }

        @Override
        public AccountKind kind() {
            return AccountKind.PERSON;
        }

        @Override
        public String toString() {
            return "certificate";
        }
    }

    /**
     * A company account at a provider (GビズID).
     *
     * @param subject the provider's name of it, 1 to 255 characters (OpenID Connect Core 1.0, section 2)
     */
    record CompanyAccount(URI issuer, String subject) implements Authenticator {

        public CompanyAccount {
            Objects.requireNonNull(issuer, "issuer");
            if (subject.isEmpty() || subject.length() > 255) {
                throw new IllegalArgumentException("a subject has 1 to 255 characters");
            }
        }

        @Override
        public AccountKind kind() {
            return AccountKind.COMPANY;
        }

        @Override
        public String toString() {
            return "company account";
        }
    }
}
