package io.renkei.api.model;

/** What a filing is for. All but a submission answer another filing of the same application. */
public enum FilingPurpose {
    /** 申請・届出: what the applicant files. */
    SUBMISSION("申請"),
    /** 部分補正: a change to a filing that the destination asked for; the destination's number stays. */
    CORRECTION("部分補正"),
    /** 再提出: the whole filing once more in place of another; the destination gives it a number of its own. */
    RESUBMISSION("再提出"),
    /** 取下げ: the applicant takes a filing back that the destination has. */
    WITHDRAWAL("取下げ");

    private final String japanese;

    FilingPurpose(String japanese) {
        this.japanese = japanese;
    }

    /** The word for screens. */
    public String japanese() {
        return japanese;
    }

    /** Whether the destination examines and decides it by itself; the others end when the destination took them. */
    public boolean isExamined() {
        return this == SUBMISSION || this == RESUBMISSION;
    }
}
