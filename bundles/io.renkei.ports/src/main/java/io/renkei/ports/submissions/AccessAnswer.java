package io.renkei.ports.submissions;

/** What became of one reference. */
public enum AccessAnswer {
    /** It is permitted and the store is being asked; what stays so was cut off, and nothing was released. */
    ASKED("照会中"),
    /** The object was as recorded and was released. */
    RELEASED("提供"),
    /** The destination has no permission for such an object. */
    NOT_PERMITTED("許可なし"),
    /** The permission has not begun. */
    NOT_BEGUN("許可期間前"),
    /** The time of the permission is over, or the record was erased. */
    OVER("許可期間終了"),
    /** The company took the permission back. */
    REVOKED("許可取消"),
    /** The company's store gave no answer, or another one than the object. */
    STORE_DOWN("保管先応答なし"),
    /** The object is not there any more or is not as it was recorded; nothing of it was released. */
    CHANGED("記録と不一致");

    private final String japanese;

    AccessAnswer(String japanese) {
        this.japanese = japanese;
    }

    /** As people read it. */
    public String japanese() {
        return japanese;
    }
}
