package io.renkei.format.portal;

import io.renkei.api.model.CorporateNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * Who applies, as the header of an application names them.
 *
 * @param self the applicant
 * @param agent who acts for the applicant (代理人), if somebody does
 */
public record Applicant(Party self, Optional<Party> agent) {

    public Applicant {
        Objects.requireNonNull(self, "self");
        Objects.requireNonNull(agent, "agent");
    }

    /** An applicant who acts in person and gives no more than a name. */
    public static Applicant named(String name) {
        return new Applicant(
                new Party(
                        name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "Applicant";
    }

    /**
     * A person or company.
     *
     * @param name 1 to 200 characters
     * @param kana the reading in full-width katakana
     * @param corporateNumber of a legal person
     * @param postalCode seven half-width digits
     * @param address full-width characters only, 200 at most
     * @param phone half-width digits in three parts, {@code 03-0000-0000}
     */
    public record Party(
            String name,
            Optional<String> kana,
            Optional<CorporateNumber> corporateNumber,
            Optional<String> postalCode,
            Optional<String> address,
            Optional<String> phone) {

        public Party {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(kana, "kana");
            Objects.requireNonNull(corporateNumber, "corporateNumber");
            Objects.requireNonNull(postalCode, "postalCode");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(phone, "phone");
        }

        @Override
        public String toString() {
            return "Party";
        }
    }
}
