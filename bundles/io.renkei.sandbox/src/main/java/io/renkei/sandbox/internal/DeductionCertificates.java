package io.renkei.sandbox.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Writes and signs certificates for tax deductions (控除証明書等) of a test person; the same one has the same bytes each time. */
final class DeductionCertificates {

    private static final String AMOUNT = "48000";

    private final Seals seals;

    DeductionCertificates(Seals seals) {
        this.seals = seals;
    }

    /** Who certifies; the corporate numbers are nobody's. */
    enum Issuer {
        INSURER("insurer", "試験生命保険株式会社", "8999999999901", "TEG800", "WC", "生命保険料控除証明書"),
        BANK("bank", "試験銀行株式会社", "7999999999902", "TEG850", "WP", "小規模企業共済等掛金控除証明書");

        private final String id;
        private final String person;
        private final String number;
        private final String kind;
        private final String prefix;
        private final String title;

        Issuer(String id, String person, String number, String kind, String prefix, String title) {
            this.id = id;
            this.person = person;
            this.number = number;
            this.kind = kind;
            this.prefix = prefix;
            this.title = title;
        }

        static Optional<Issuer> of(String id) {
            return Arrays.stream(values())
                    .filter(issuer -> issuer.id.equals(id))
                    .findFirst();
        }

        String id() {
            return id;
        }

        String person() {
            return person;
        }

        String kind() {
            return kind;
        }

        String title() {
            return title;
        }

        private Issuer other() {
            return this == INSURER ? BANK : INSURER;
        }
    }

    /** @param flaw {@code changed} after it was signed, {@code other-issuer} signed it, or empty text */
    byte[] of(Issuer issuer, int year, String flaw) {
        String signer = flaw.equals("other-issuer") ? issuer.other().id() : issuer.id();
        byte[] signed = seals.seal(signer, unsigned(issuer, year), "id", issuer.kind());
        return flaw.equals("changed")
                ? new String(signed, StandardCharsets.UTF_8)
                        .replace(AMOUNT, "98000")
                        .getBytes(StandardCharsets.UTF_8)
                : signed;
    }

    private static byte[] unsigned(Issuer issuer, int year) {
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <%1$s xmlns="http://xml.e-tax.nta.go.jp/XSD/kyotsu" xmlns:gen="http://xml.e-tax.nta.go.jp/XSD/general" \
                VR="1.1" id="%1$s" page="1" sakuseiDay="%5$d-10-20" sakuseiNM="%3$s" softNM="renkei-sandbox">
                  <%2$sA00000>%3$s</%2$sA00000>
                  <%2$sB00000>%4$s</%2$sB00000>
                  <%2$sC00000><gen:yyyy>%5$d</gen:yyyy><gen:mm>10</gen:mm><gen:dd>1</gen:dd></%2$sC00000>
                  <%2$sD00000>試験　花子</%2$sD00000>
                  <%2$sE00000>
                    <%2$sE00010><gen:yyyy>%5$d</gen:yyyy></%2$sE00010>
                    <%2$sE00040>0123-456-789</%2$sE00040>
                    <%2$sE00190><%2$sE00310><%2$sE00320><%2$sE00330>%6$s</%2$sE00330></%2$sE00320></%2$sE00310></%2$sE00190>
                  </%2$sE00000>
                </%1$s>
                """.formatted(issuer.kind(), issuer.prefix, issuer.person, issuer.number, year, AMOUNT);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
