package io.renkei.ops.internal;

/** A command has no answer, for a reason that its operator can act on. It carries no stack. */
public final class OpsFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OpsCode code;
    private final String japanese;

    OpsFault(OpsCode code, String sentence, String japanese) {
        super(sentence, null, false, false);
        this.code = code;
        this.japanese = japanese;
    }

    public OpsCode code() {
        return code;
    }

    public String japanese() {
        return japanese;
    }
}
