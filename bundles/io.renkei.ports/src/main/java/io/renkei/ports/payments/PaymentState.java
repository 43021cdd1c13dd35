package io.renkei.ports.payments;

/** How a payment request stands. The Japanese words are those of e-Gov 電子申請API v2 (pay_status). */
public enum PaymentState {
    /** To be paid. */
    WAITING("納付待ち"),
    /** Its ministry has the money. */
    PAID("納付済み"),
    /** Its last day passed and no payment was reported. */
    LAPSED("納付期限切れ"),
    /** Its ministry took it back. */
    CANCELLED("取消");

    private final String japanese;

    PaymentState(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
