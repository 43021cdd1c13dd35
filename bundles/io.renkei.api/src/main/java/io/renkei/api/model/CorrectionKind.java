package io.renkei.api.model;

/** How a destination wants a filing corrected. */
public enum CorrectionKind {
    /** 部分補正: the change alone, under the number that the destination gave. */
    PARTIAL("部分補正", FilingPurpose.CORRECTION),
    /** 再提出: the whole filing once more, which gets a number tied to the first. */
    WHOLE("再提出", FilingPurpose.RESUBMISSION);

    private final String japanese;
    private final FilingPurpose purpose;

    CorrectionKind(String japanese, FilingPurpose purpose) {
        this.japanese = japanese;
        this.purpose = purpose;
    }

    /** The word for screens. */
    public String japanese() {
        return japanese;
    }

    /** What the filing is for that answers it. */
    public FilingPurpose purpose() {
        return purpose;
    }
}
