package io.renkei.connector.yaml.internal;

import io.renkei.api.model.DispatchOutcome.Refused;
import java.util.Optional;

/** A value of a filing cannot be sent; nothing was. */
final class NotSendable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Refused> refusal;

    /** @param refusal what the applicant is told; empty where a person at the gateway has to act */
    NotSendable(YamlCode code, Optional<Refused> refusal) {
        super(code.code());
        this.refusal = refusal;
    }

    Optional<Refused> refusal() {
        return refusal;
    }
}
