package io.renkei.format.egov;

import io.renkei.api.model.FilingContent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One filing that the gateway makes.
 *
 * @param mark for the remark
 * @param office where it goes; if empty, the item {@code hello-work.office} says so
 * @param content its items
 * @param attachments in order
 */
public record EgovCase(
        CaseMark mark,
        EgovProcedure procedure,
        Optional<EgovOffice> office,
        FilingContent content,
        List<CaseFile> attachments) {

    public EgovCase {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(content, "content");
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "EgovCase[" + mark.filing() + "]";
    }

    /**
     * One attachment (添付書類).
     *
     * @param title 添付書類名称
     * @param file 添付書類ファイル名称, a plain name
     */
    public record CaseFile(String title, String file, byte[] bytes) {

        /** @throws IllegalArgumentException if the name is no plain one */
        public CaseFile {
            if (file.isEmpty() || file.matches("\\.\\.?|.*[/\\\\:\\p{Cntrl}].*")) {
                throw new IllegalArgumentException("an attachment has a plain file name");
            }
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public String toString() {
            return "CaseFile";
        }
    }
}
