package io.renkei.api.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The value of one item. A closed vocabulary: {@link #fold} takes one function per case and one for cases that come
 * later, so that a new case is a minor change.
 *
 * <p>Values are a person's data. None of them prints itself.
 */
public sealed interface ItemValue {

    /** Text as the applicant wrote it, never normalised. */
    record Text(String value) implements ItemValue {
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    /** A reading in full-width katakana with at most single spaces between its parts. */
    record Kana(String value) implements ItemValue {

        private static final Pattern FORM = Pattern.compile("[ァ-ヶー・]+(　[ァ-ヶー・]+)*+");

        /** @throws IllegalArgumentException if a character is no full-width katakana */
        public Kana {
            if (value == null || !FORM.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "a reading is full-width katakana, its parts divided by one 全角 space");
            }
        }

        @Override
        public String toString() {
            return "Kana";
        }
    }

    /** A Japanese calendar day; each destination writes its era in its own code. */
    record Date(LocalDate value) implements ItemValue {
        public Date {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Date";
        }
    }

    /** An amount in whole yen. */
    record Money(long yen) implements ItemValue {
        @Override
        public String toString() {
            return "Money";
        }
    }

    /** A value of a code list. */
    record Code(String list, String value) implements ItemValue {
        public Code {
            Objects.requireNonNull(list, "list");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Code[" + list + "]";
        }
    }

    /** The number of a legal person. */
    record Corporate(CorporateNumber value) implements ItemValue {
        public Corporate {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Corporate";
        }
    }

    /** The number of a person. */
    record Individual(IndividualNumber value) implements ItemValue {
        public Individual {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Individual";
        }
    }

    /** Points to an attachment of the same application by the id that the applicant gave it. */
    record AttachmentRef(String id) implements ItemValue {
        public AttachmentRef {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public String toString() {
            return "AttachmentRef";
        }
    }

    /** Several sets of items, such as one per dependant. */
    record Group(List<FilingContent> members) implements ItemValue {
        public Group {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return "Group[" + members.size() + "]";
        }
    }

    /** One function per case; {@code otherwise} answers for a case that this caller does not know. */
    default <T> T fold(
            Function<Text, T> text,
            Function<Kana, T> kana,
            Function<Date, T> date,
            Function<Money, T> money,
            Function<Code, T> code,
            Function<Corporate, T> corporate,
            Function<Individual, T> individual,
            Function<AttachmentRef, T> attachment,
            Function<Group, T> group,
            Function<ItemValue, T> otherwise) {
        if (this instanceof Text value) {
            return text.apply(value);
        }
        if (this instanceof Kana value) {
            return kana.apply(value);
        }
        if (this instanceof Date value) {
            return date.apply(value);
        }
        if (this instanceof Money value) {
            return money.apply(value);
        }
        if (this instanceof Code value) {
            return code.apply(value);
        }
        if (this instanceof Corporate value) {
            return corporate.apply(value);
        }
        if (this instanceof Individual value) {
            return individual.apply(value);
        }
        if (this instanceof AttachmentRef value) {
            return attachment.apply(value);
        }
        return this instanceof Group value ? group.apply(value) : otherwise.apply(this);
    }
}
