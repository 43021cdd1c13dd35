package io.renkei.api.model;

/** Where a filing stands. The legal ways between the states are {@link FilingLifecycle}. */
public enum FilingState {
    /** 予定: written by intake; its content is not filled yet. */
    PLANNED("予定"),
    /** 送信待ち: filled, due, and waiting for its lane. */
    READY("送信待ち"),
    /** 送信中: an attempt holds a lease. */
    ATTEMPTING("送信中"),
    /** 保留: due again at a time, for a stated cause. */
    WAITING("保留"),
    /** 結果不明: sent or perhaps sent, with no answer; asked about and never resent blindly. */
    UNKNOWN("結果不明"),
    /** 要対応: a person has to look, for a stated reason. */
    PARKED("要対応"),
    /** 送達済み: the destination took the bytes (first acceptance). */
    TRANSMITTED("送達済み"),
    /** 到達: the destination's formal check passed (second acceptance). */
    ARRIVED("到達"),
    /** 審査中: the destination examines the content. */
    EXAMINING("審査中"),
    /** 補正待ち: the destination asked the applicant for a change. */
    CORRECTION_REQUESTED("補正待ち"),
    /** 取下げ処理中: the applicant took the filing back and the destination has not answered. */
    WITHDRAWING("取下げ処理中"),
    /** 審査終了: decided; documents may follow. */
    DECIDED("審査終了"),
    /** 手続終了: nothing more is awaited, though a notice may still come. */
    CLOSED("手続終了"),
    /** 取下げ済み. */
    WITHDRAWN("取下げ済み"),
    /** 却下・受付不可: refused by a rule of the destination, at a stated stage. */
    REFUSED("受付不可");

    private final String japanese;

    FilingState(String japanese) {
        this.japanese = japanese;
    }

    /** The word for screens. */
    public String japanese() {
        return japanese;
    }

    /** Whether no event but a late notice is awaited. */
    public boolean isFinal() {
        return this == CLOSED || this == WITHDRAWN || this == REFUSED;
    }
}
