package io.renkei.ports.delegation;

/** What can be delegated. */
public enum Service {
    ACCESS_RECORDS("情報提供等記録表示"),
    SELF_INFORMATION("自己情報表示"),
    NOTICES("お知らせ"),
    /** Handing data over to a site in the principal's name. */
    HANDOVER("データの引き渡し");

    private final String japanese;

    Service(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
